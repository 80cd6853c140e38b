#include "analysis/ranking/why.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

// The index as a sum, and changes that exchange two cases.
namespace {

using analysis::RankedCase;
using analysis::Ranking;

constexpr int draws = 2000;

// A case whose index is what the convention of `ranking` makes of its three numbers.
RankedCase placed(Ranking const& ranking, std::uint64_t id, double opportunity, double risk,
                  std::int64_t points)
{
    RankedCase one;
    one.on = {id};
    one.opportunity = opportunity;
    one.risk = risk;
    one.score = analysis::Ratio{points, 1};
    one.vote = 10.0 * static_cast<double>(points) / analysis::value(ranking.best_score);
    one.index =
        opportunity - ranking.lambda_milli / 1000.0 * risk + ranking.mu_milli / 1000.0 * one.vote;
    return one;
}

void rank(Ranking& ranking)
{
    std::ranges::stable_sort(ranking.cases, std::greater{},
                             [](auto const& one) { return *one.index; });
    for (std::size_t i = 0; i < ranking.cases.size(); ++i) {
        bool const level = i > 0 && *ranking.cases[i].index == *ranking.cases[i - 1].index;
        ranking.cases[i].rank = level ? ranking.cases[i - 1].rank : static_cast<int>(i) + 1;
    }
    ranking.placed = static_cast<int>(ranking.cases.size());
}

Ranking convention(int lambda_milli, int mu_milli)
{
    Ranking out;
    out.lambda_milli = lambda_milli, out.mu_milli = mu_milli;
    out.reference = model::RoundId{1};
    out.best_score = {32, 1};
    out.axes = 8;
    return out;
}

// Whether the case is ahead when one of its values, or a coefficient, changes.
bool ahead(RankedCase const& one, RankedCase const& other, double lambda, double mu,
           double vote_of_one)
{
    auto index = [&](RankedCase const& of, double vote) {
        return *of.opportunity - lambda * *of.risk + mu * vote;
    };
    return index(one, vote_of_one) > index(other, other.vote) + 1e-12;
}

} // namespace

TEST_CASE("the terms of the sum are written so that they add up")
{
    // 8.264 - 3.7467 + 1.3281 = 5.8454: rounded one by one they would make 5.84.
    auto ranking = convention(500, 250);
    auto const one = placed(ranking, 23, 8.264, 7.4934, 17);
    auto const sum = analysis::index_sum(ranking, one);
    CHECK(sum.opportunity - sum.risk + sum.vote == sum.index);
    CHECK(sum.index == 585);

    std::mt19937 dice(1);
    std::uniform_real_distribution<double> level(0, 10);
    for (int i = 0; i < draws; ++i) {
        auto const any =
            placed(ranking, 1, level(dice), level(dice), static_cast<int>(dice() % 33));
        auto const terms = analysis::index_sum(ranking, any);
        CHECK(terms.opportunity - terms.risk + terms.vote == terms.index);
        CHECK(std::abs(terms.opportunity - *any.opportunity * 100) < 1.0001);
        CHECK(std::abs(terms.risk - *any.risk * 50) < 1.0001);
        CHECK(std::abs(terms.vote - any.vote * 25) < 1.0001);
        CHECK(std::abs(terms.index - *any.index * 100) <= 0.5001);
    }
}

TEST_CASE("the stated minimum exchanges two cases, and one less does not")
{
    std::mt19937 dice(2);
    std::uniform_real_distribution<double> level(0, 10);
    int points_said = 0, lambdas_said = 0;
    for (int round = 0; round < draws; ++round) {
        auto ranking = convention(500, 250);
        for (std::uint64_t id = 1; id <= 6; ++id)
            ranking.cases.push_back(placed(ranking, id, level(dice), level(dice),
                                           id == 1 ? 32 : static_cast<int>(dice() % 30)));
        rank(ranking);
        for (auto const& one : ranking.cases) {
            auto const near = analysis::neighbours(ranking, one);
            CHECK(near.above.has_value() == (one.rank > 1));
            auto vote = [&](int points) {
                return 10.0 * (analysis::value(*one.score) + points) / 32;
            };
            if (near.above && near.above->points) {
                ++points_said;
                int const more = *near.above->points;
                CHECK(ahead(one, *near.above->other, 0.5, 0.25, vote(more)));
                CHECK_FALSE(ahead(one, *near.above->other, 0.5, 0.25, vote(more - 1)));
            }
            if (near.below && near.below->points) {
                int const less = *near.below->points;
                CHECK_FALSE(ahead(one, *near.below->other, 0.5, 0.25, vote(-less)));
            }
            if (near.above && near.above->lambda) {
                ++lambdas_said;
                double const at = *near.above->lambda, step = at > 0.5 ? 1e-6 : -1e-6;
                CHECK(ahead(one, *near.above->other, at + step, 0.25, one.vote));
                CHECK_FALSE(ahead(one, *near.above->other, at - step, 0.25, one.vote));
            }
        }
    }
    CHECK(points_said > 100);
    CHECK(lambdas_said > 100);
}

TEST_CASE("cases that share a rank are said to, and the first has nobody above")
{
    auto ranking = convention(500, 250);
    for (std::uint64_t id : {1U, 2U, 3U}) ranking.cases.push_back(placed(ranking, id, 5, 5, 10));
    ranking.cases.push_back(placed(ranking, 4, 2, 5, 10));
    rank(ranking);
    auto const near = analysis::neighbours(ranking, ranking.cases[1]);
    CHECK(near.level == std::vector<model::CaseId>{{1}, {3}});
    CHECK_FALSE(near.above);
    REQUIRE(near.below);
    CHECK(near.below->other->on == model::CaseId{4});
}

TEST_CASE("points are not mentioned without a vote, nor beyond the best score")
{
    auto ranking = convention(500, 250);
    ranking.cases = {placed(ranking, 1, 9, 1, 32), placed(ranking, 2, 1, 9, 5)};
    rank(ranking);
    CHECK_FALSE(analysis::neighbours(ranking, ranking.cases[1]).above->points);
    ranking.mu_milli = 0;
    for (auto& one : ranking.cases) one.index = *one.opportunity - 0.5 * *one.risk;
    CHECK_FALSE(analysis::neighbours(ranking, ranking.cases[1]).above->points);
}
