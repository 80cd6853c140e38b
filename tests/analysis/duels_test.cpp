#include "analysis/counting/duels.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace analysis;

TEST_CASE("win shares of few comparisons are moderated towards one half")
{
    Square wins(3);
    wins.at(0, 1) = 1;
    CHECK(win_shares(wins) == std::vector{Ratio{2, 3}, Ratio{1, 3}, Ratio{1, 2}});
}

TEST_CASE("Strengths of two cases are in the proportion of their wins, half a win added")
{
    Square wins(2);
    wins.at(0, 1) = 3;
    wins.at(1, 0) = 1;
    auto const strength = bradley_terry(wins);
    CHECK(strength[0] / strength[1] == doctest::Approx(3.5 / 1.5));
    CHECK(strength[0] + strength[1] == doctest::Approx(1.0));
}

TEST_CASE("Strengths satisfy the likelihood equations: expected wins are the wins there were")
{
    Square wins(4);
    int const table[4][4] = {{0, 7, 3, 9}, {2, 0, 5, 6}, {4, 4, 0, 8}, {0, 3, 1, 0}};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) wins.at(i, j) = table[i][j];
    auto const strength = bradley_terry(wins);
    for (std::size_t i = 0; i < 4; ++i) {
        double won = 0;
        double expected = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            if (i == j) continue;
            won += table[i][j] + 0.5;
            expected += (table[i][j] + table[j][i] + 1) * strength[i] / (strength[i] + strength[j]);
        }
        CHECK(won == doctest::Approx(expected).epsilon(1e-6));
    }
    CHECK(strength_ranks(strength) == std::vector{1, 3, 2, 4});
}

TEST_CASE("A circle of three equal wins is a tie, and an unbeaten case stays finite")
{
    Square circle(3);
    circle.at(0, 1) = circle.at(1, 2) = circle.at(2, 0) = 4;
    CHECK(strength_ranks(bradley_terry(circle)) == std::vector{1, 1, 1});
    Square unbeaten(2);
    unbeaten.at(0, 1) = 5;
    CHECK(bradley_terry(unbeaten)[1] > 0.05);
}

TEST_CASE("unconnected groups of comparisons are put on one scale")
{
    Square wins(4);
    wins.at(0, 1) = 3;
    wins.at(2, 3) = 3;
    auto const ranks = strength_ranks(bradley_terry(wins));
    CHECK(ranks == std::vector{1, 3, 1, 3});
}

TEST_CASE("Pairs are asked evenly, never a case against itself, and soon link every case")
{
    for (int cases : {2, 3, 5, 6, 9, 12, 20}) {
        CAPTURE(cases);
        std::map<std::pair<int, int>, int> asked;
        for (std::int64_t voter = 0; voter < 40; ++voter)
            for (auto const& pair : pairs_to_ask(cases, voter, 7)) {
                CHECK(pair.first < pair.second);
                CHECK(pair.second < cases);
                ++asked[pair];
            }
        int least = 1000;
        int most = 0;
        for (auto const& [pair, times] : asked)
            least = std::min(least, times), most = std::max(most, times);
        if (static_cast<int>(asked.size()) < cases * (cases - 1) / 2) least = 0;
        CHECK(most - least <= 1);

        std::set<int> linked{0};
        auto const first = pairs_to_ask(cases, 0, cases % 2 == 0 ? cases : cases + 1);
        for (std::size_t pass = 0; pass < first.size(); ++pass)
            for (auto const& [a, b] : first)
                if (linked.contains(a) || linked.contains(b)) linked.insert({a, b});
        CHECK(static_cast<int>(linked.size()) == cases);
    }
    CHECK(pairs_to_ask(1, 0, 20).empty());
}
