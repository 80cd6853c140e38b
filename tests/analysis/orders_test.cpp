#include "analysis/voting/orders.h"
#include "shared_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

using namespace analysis;
using model::BlankPolicy;

namespace {

using Votes = std::vector<Vote>;

struct Profile {
    std::size_t cases = 0;
    std::vector<std::pair<std::int64_t, Votes>> rankings;

    [[nodiscard]] Square wins(BlankPolicy blank = BlankPolicy::below) const
    {
        Square out(cases);
        for (auto const& [times, ranking] : rankings) add_pairs(out, ranking, times, blank);
        return out;
    }
    [[nodiscard]] std::vector<std::int64_t> doubled(Points points = Points::borda,
                                                    BlankPolicy blank = BlankPolicy::below) const
    {
        std::vector<std::int64_t> out(cases);
        for (auto const& [times, ranking] : rankings)
            add_points(out, ranking, times, points, blank);
        return out;
    }
    [[nodiscard]] std::vector<std::uint32_t> declared() const
    {
        std::vector<std::uint32_t> out(cases);
        std::iota(out.begin(), out.end(), 0U);
        return out;
    }
};

// "ABC": 3 is three rankings A > B > C of the letters there are.
Profile from_letters(nlohmann::json const& ballots)
{
    Profile out;
    std::set<char> letters;
    for (auto const& [word, times] : ballots.items()) letters.insert(word.begin(), word.end());
    out.cases = letters.size();
    for (auto const& [word, times] : ballots.items()) {
        Votes ranking;
        for (std::size_t i = 0; i < word.size(); ++i) {
            auto const at = std::distance(letters.begin(), letters.find(word[i]));
            ranking.push_back({static_cast<std::uint32_t>(at), static_cast<std::int32_t>(i + 1)});
        }
        out.rankings.emplace_back(times.get<std::int64_t>(), ranking);
    }
    return out;
}

std::vector<std::string> letters_of(nlohmann::json const& one)
{
    std::vector<std::string> out;
    for (auto const& [name, score] : one["borda"].items()) out.push_back(name);
    return out;
}

// The lines "3: 1,{2,4},3" of a file of orders.
Profile from_orders(std::vector<std::string> const& lines, std::size_t cases)
{
    Profile out{cases, {}};
    for (auto const& line : lines) {
        if (line.empty() || line.front() == '#') continue;
        auto const colon = line.find(':');
        Votes ranking;
        int place = 1;
        bool tied = false;
        std::string number;
        auto end_number = [&] {
            if (number.empty()) return;
            ranking.push_back({static_cast<std::uint32_t>(std::stoul(number) - 1), place});
            number.clear();
            if (!tied) ++place;
        };
        for (auto i = colon + 1; i < line.size(); ++i) {
            if (line[i] == '{') tied = true;
            if (line[i] == '}') end_number(), tied = false, ++place;
            if (line[i] == ',') end_number();
            if (line[i] >= '0' && line[i] <= '9') number += line[i];
        }
        end_number();
        out.rankings.emplace_back(std::stoll(line.substr(0, colon)), ranking);
    }
    return out;
}

// The sheet of a Debian vote: the rank that each voter gives to each option, '-' for none.
Profile from_debian(std::vector<std::string> const& lines)
{
    Profile out;
    for (auto const& line : lines) {
        if (!line.starts_with("V: ")) continue;
        auto const marks = line.substr(3, line.find_first_of(" \t", 3) - 3);
        out.cases = marks.size();
        Votes ranking;
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (marks[i] != '-') ranking.push_back({static_cast<std::uint32_t>(i), marks[i] - '0'});
        out.rankings.emplace_back(1, ranking);
    }
    return out;
}

Square square_of(nlohmann::json const& rows)
{
    Square out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < rows.size(); ++j) out.at(i, j) = rows[i][j];
    return out;
}

void check_points(std::vector<std::int64_t> const& doubled, nlohmann::json const& by_number)
{
    for (std::size_t i = 0; i < doubled.size(); ++i)
        CHECK(static_cast<double>(doubled[i]) / 2 ==
              by_number[std::to_string(i + 1)].get<double>());
}

void check_ranks(std::vector<int> const& ranks, nlohmann::json const& by_number)
{
    for (std::size_t i = 0; i < ranks.size(); ++i)
        CHECK(ranks[i] == by_number[std::to_string(i + 1)].get<int>());
}

std::vector<int> from_one(std::vector<std::uint32_t> const& order)
{
    std::vector<int> out;
    for (auto i : order) out.push_back(static_cast<int>(i) + 1);
    return out;
}

nlohmann::json from_one(std::optional<std::size_t> i)
{
    return i ? nlohmann::json(*i + 1) : nlohmann::json(nullptr);
}

} // namespace

TEST_CASE("The textbook elections: Tennessee, Schulze's forty-five, Condorcet's paradox")
{
    auto const vectors = shared::json("expected/textbook_vectors.json");
    if (!vectors) CADRAN_SKIP("no shared results");
    int seen = 0;
    for (auto const& one : *vectors) {
        if (one["kind"] != "ranked") continue;
        ++seen;
        auto const title = one["name"].get<std::string>();
        CAPTURE(title);
        auto const names = letters_of(one);
        auto const profile = from_letters(one["ballots"]);
        auto const wins = profile.wins();
        auto const doubled = profile.doubled();
        auto const paths = strongest_paths(wins);
        auto const ranks = schulze_ranks(paths);
        auto const pairs = ranked_pairs(wins, profile.declared());
        for (std::size_t i = 0; i < names.size(); ++i) {
            CHECK(doubled[i] == 2 * one["borda"][names[i]].get<std::int64_t>());
            CHECK(ranks[i] == one["schulze"]["rank"][names[i]].get<int>());
            for (std::size_t j = 0; j < names.size(); ++j) {
                if (i == j) continue;
                CHECK(wins.at(i, j) == one["pairwise"][names[i]][names[j]].get<std::int64_t>());
                CHECK(paths.at(i, j) ==
                      one["schulze"]["strength"][names[i]][names[j]].get<std::int64_t>());
            }
        }
        auto const name_of = [&](std::optional<std::size_t> i) {
            return i ? nlohmann::json(names[*i]) : nlohmann::json(nullptr);
        };
        CHECK(name_of(condorcet_winner(wins)) == one["condorcet_winner"]);
        CHECK(name_of(condorcet_loser(wins)) == one["condorcet_loser"]);
        std::vector<std::string> order;
        for (auto i : pairs.order) order.push_back(names[i]);
        CHECK(order == one["ranked_pairs"]["order"].get<std::vector<std::string>>());
        CHECK(pairs.equal_majorities == one["ranked_pairs"]["equal_majorities"].get<bool>());
    }
    CHECK(seen == 4);
}

TEST_CASE("Skaters, courses and T-shirts: every figure computed apart is found again")
{
    auto const expected = shared::json("expected/preflib_ranked.json");
    if (!expected) CADRAN_SKIP("no shared results");
    for (auto const& [name, one] : expected->items()) {
        auto const file = name;
        CAPTURE(file);
        auto const lines = shared::lines("data/preflib/" + file);
        if (!lines) CADRAN_SKIP("no shared data");
        auto const profile = from_orders(*lines, one["n_alternatives"].get<std::size_t>());
        auto const wins = profile.wins();
        check_points(profile.doubled(), one["borda_avg_ties"]);
        check_points(profile.doubled(Points::borda_zero), one["borda_unranked_zero"]);
        if (!one["pairwise"].is_null()) CHECK(wins == square_of(one["pairwise"]));
        CHECK(from_one(condorcet_winner(wins)) == one["condorcet_winner"]);
        CHECK(from_one(condorcet_loser(wins)) == one["condorcet_loser"]);
        auto const paths = strongest_paths(wins);
        auto const& schulze = one["schulze_winning_votes"];
        check_ranks(schulze_ranks(paths), schulze["rank"]);
        if (!schulze["strengths"].is_null()) CHECK(paths == square_of(schulze["strengths"]));
        auto const pairs = ranked_pairs(wins, profile.declared());
        auto const& tideman = one["ranked_pairs_winning_votes"];
        CHECK(from_one(pairs.order) == tideman["order"].get<std::vector<int>>());
        CHECK(pairs.equal_majorities == tideman["has_equal_majorities"].get<bool>());
        double ties = 0;
        std::int64_t voters = 0;
        for (auto const& [times, ranking] : profile.rankings) {
            ties += static_cast<double>(times) * tie_term(ranking, profile.cases);
            voters += times;
        }
        CHECK(voters == one["n_voters"].get<std::int64_t>());
        CHECK(*concordance(profile.doubled(), voters, ties) ==
              doctest::Approx(one["kendall_w"].get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("The Debian leader of 2007 is the official one, under both readings of a blank")
{
    auto const expected = shared::json("expected/debian_official_tallies.json");
    auto const lines = shared::lines("data/debian-votes/leader2007_tally.txt");
    if (!expected || !lines) CADRAN_SKIP("no shared data");
    auto const& year = (*expected)["2007"];
    auto const profile = from_debian(*lines);
    CHECK(profile.rankings.size() == year["n_votes"].get<std::size_t>());
    check_points(profile.doubled(), year["borda_avg"]);
    for (auto const& [blank, key] : {std::pair{BlankPolicy::below, "implicit_unranked_below"},
                                     {BlankPolicy::no_opinion, "explicit_unranked_no_opinion"}}) {
        auto const& of_key = key;
        CAPTURE(of_key);
        auto const& one = year[key];
        auto const wins = profile.wins(blank);
        CHECK(wins == square_of(one["pairwise"]));
        CHECK(from_one(condorcet_winner(wins)) == one["condorcet_winner"]);
        check_ranks(schulze_ranks(strongest_paths(wins)), one["schulze_winning"]["rank"]);
        CHECK(from_one(ranked_pairs(wins, profile.declared()).order) ==
              one["ranked_pairs"].get<std::vector<int>>());
    }
}

TEST_CASE("three equal majorities in a cycle are shown as a tie")
{
    auto const profile = from_letters({{"ABC", 1}, {"BCA", 1}, {"CAB", 1}});
    auto const wins = profile.wins();
    auto const pairs = ranked_pairs(wins, profile.declared());
    CHECK(pairs.order_matters);
    CHECK(pairs.ranks == std::vector{1, 1, 1});
    CHECK(pairs.order == std::vector<std::uint32_t>{0, 1, 2});
    auto const found = cycles(wins, profile.declared());
    REQUIRE(found.size() == 1);
    CHECK(found[0].members == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(found[0].through == std::vector<std::uint32_t>{0, 1, 2}); // A beats B beats C beats A
}

TEST_CASE("Equal majorities that agree with each other are locked together")
{
    auto const profile = from_letters({{"ABCD", 5}, {"DCBA", 2}});
    auto const pairs = ranked_pairs(profile.wins(), profile.declared());
    CHECK(pairs.equal_majorities);
    CHECK_FALSE(pairs.order_matters);
    CHECK(pairs.ranks == std::vector{1, 2, 3, 4});
    CHECK(cycles(profile.wins(), profile.declared()).empty());
}

TEST_CASE("Ranked pairs and Schulze differ on the forty-five ballots, and both say their cycle")
{
    auto const profile = from_letters({{"ACBED", 5},
                                       {"ADECB", 5},
                                       {"BEDAC", 8},
                                       {"CABED", 3},
                                       {"CAEBD", 7},
                                       {"CBADE", 2},
                                       {"DCEBA", 7},
                                       {"EBADC", 8}});
    auto const wins = profile.wins();
    CHECK(schulze_ranks(strongest_paths(wins)) == std::vector{2, 4, 3, 5, 1});         // E A C B D
    CHECK(ranked_pairs(wins, profile.declared()).ranks == std::vector{1, 4, 2, 5, 3}); // A C E B D
    auto const found = cycles(wins, profile.declared());
    REQUIRE(found.size() == 1);
    CHECK(found[0].members.size() == 5);
    auto const& path = found[0].through;
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto const next = path[(i + 1) % path.size()];
        CHECK(wins.at(path[i], next) > wins.at(next, path[i]));
    }
}

TEST_CASE("Unranked cases share the last place, get no points, or are ignored")
{
    // A > B, and C, D unranked.
    Profile const profile{4, {{1, {{0, 1}, {1, 2}}}}};
    CHECK(profile.doubled() == std::vector<std::int64_t>{6, 4, 1, 1});
    CHECK(profile.doubled(Points::borda_zero) == std::vector<std::int64_t>{6, 4, 0, 0});
    CHECK(profile.doubled(Points::borda, BlankPolicy::no_opinion) ==
          std::vector<std::int64_t>{2, 0, 0, 0});
    CHECK(profile.doubled(Points::places) == std::vector<std::int64_t>{4, 2, 0, 0});
    CHECK(profile.wins().at(1, 3) == 1);
    CHECK(profile.wins(BlankPolicy::no_opinion).at(1, 3) == 0);
}

TEST_CASE("Tied cases get half a point for each other")
{
    // {A, B} > C.
    Profile const profile{3, {{2, {{0, 1}, {1, 1}, {2, 2}}}}};
    CHECK(profile.doubled() == std::vector<std::int64_t>{6, 6, 0});
    CHECK(profile.doubled(Points::places) == std::vector<std::int64_t>{10, 10, 4});
    CHECK(profile.wins().at(0, 1) == 0);
    CHECK_FALSE(condorcet_winner(profile.wins()));
    CHECK(condorcet_loser(profile.wins()) == 2);
}
