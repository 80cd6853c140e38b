#include "analysis/common/quantile.h"
#include "analysis/ranking/pareto.h"
#include "analysis/ranking/ranking.h"
#include "ranked.h"
#include "sample.h"
#include "shared.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/tables.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>

using namespace analysis;
using namespace sample;

namespace {

std::vector<model::CaseId> order_of(Ranking const& ranking)
{
    std::vector<model::CaseId> order;
    for (auto const& line : ranking.cases) order.push_back(line.on);
    return order;
}

// Three cases on two axes, one vote: O, R and V can be checked by hand.
model::Document three_cases()
{
    model::Document doc;
    add_cases(doc, 4);
    add_axes(doc, 2);
    place(doc, 1, 1, 800, 200);
    place(doc, 2, 1, 600, 400); // O 7, R 3
    place(doc, 1, 2, 900, 800);
    place(doc, 2, 2, 700, 600); // O 8, R 7
    place(doc, 2, 3, 500, 100); // O 5, R 1 on one axis only
    add_round(doc, {});
    add_ballots(doc, {{{1, 2}, {2, 3}}, {{2, 3}, {4, 1}}, {{2, 2}}}); // 1: 2, 2: 8, 4: 1
    return doc;
}

void put_convention(model::Document& doc, int lambda, int mu)
{
    model::writable<model::Convention>(doc).set({}, {lambda, mu});
}

model::Document large_room(int cases, int axes, int voters)
{
    model::Document doc;
    add_cases(doc, cases);
    add_axes(doc, axes);
    for (int c = 1; c <= cases; ++c)
        for (int a = 1; a <= axes; ++a)
            place(doc, a, c, (c * 373 + a * 91) % 1001, (c * 211 + a * 157) % 1001);
    add_round(doc, {});
    auto& ballots = model::writable<model::Ballot>(doc);
    for (int v = 1; v <= voters; ++v) {
        model::Ballot ballot;
        for (int i = 0; i < 5; ++i)
            ballot.marks.push_back({case_id((v * 31 + i * 17 + v / 7) % cases + 1), 2});
        ballots.set({first_round, v}, ballot);
    }
    return doc;
}

} // namespace

TEST_CASE("The index is O minus half of R plus a quarter of V, as the convention states")
{
    auto const ranking = rank_cases(three_cases());
    CHECK(ranking.lambda_milli == 500);
    CHECK(ranking.mu_milli == 250);
    CHECK(ranking.reference == first_round);
    CHECK(line(ranking, 1).opportunity == 7.0);
    CHECK(line(ranking, 1).risk == 3.0);
    CHECK(line(ranking, 1).vote == 2.5);
    CHECK(line(ranking, 1).index == doctest::Approx(7 - 1.5 + 0.625));
    CHECK(line(ranking, 2).index == doctest::Approx(8 - 3.5 + 2.5));
    CHECK(line(ranking, 3).index == doctest::Approx(5 - 0.5));
    CHECK(order_of(ranking) == std::vector{case_id(2), case_id(1), case_id(3), case_id(4)});
    CHECK(line(ranking, 2).score == Ratio{8, 1});
    CHECK(line(ranking, 3).score == Ratio{0, 1});
}

TEST_CASE(
    "A case missing on an axis is judged on the others and says so; an unplaced one comes last")
{
    auto const ranking = rank_cases(three_cases());
    CHECK(ranking.axes == 2);
    CHECK(line(ranking, 3).axes_placed == 1);
    CHECK(line(ranking, 3).opportunity == 5.0);
    CHECK(ranking.incomplete() == 1);
    CHECK(ranking.placed == 3);
    CHECK_FALSE(line(ranking, 4).placed());
    CHECK(line(ranking, 4).rank == 4);
    CHECK(line(ranking, 4).rank_low == 4);
    CHECK(line(ranking, 4).rank_high == 4);
    CHECK(line(ranking, 4).pareto_layer == 0);
    CHECK(line(ranking, 4).score == Ratio{1, 1});
}

TEST_CASE("Weights and the convention move the order as they should")
{
    auto doc = three_cases();
    support::edit<model::Axis>(doc, axis_id(1), [](auto& axis) { axis.weight_milli = 3000; });
    CHECK(line(rank_cases(doc), 1).opportunity == doctest::Approx(7.5)); // (3 x 8 + 6) / 4
    CHECK(line(rank_cases(doc), 3).opportunity == doctest::Approx(5.0));

    put_convention(doc, 1000, 0);
    auto const careful = rank_cases(doc);
    CHECK(careful.cases.front().on == case_id(1)); // 7.5 - 2.5 against 8.5 - 7.5 and 5 - 1
    CHECK(line(careful, 1).index == doctest::Approx(5.0));

    auto const tried = rank_cases(doc, {.convention = model::Convention{0, 0}});
    CHECK(tried.cases.front().on == case_id(2));
    CHECK(tried.lambda_milli == 0);
}

TEST_CASE("Weights that are all zero count as equal; an axis of weight zero counts for nothing")
{
    auto doc = three_cases();
    support::edit<model::Axis>(doc, axis_id(2), [](auto& axis) { axis.weight_milli = 0; });
    auto const one = rank_cases(doc);
    CHECK(line(one, 1).opportunity == 8.0);
    CHECK_FALSE(line(one, 3).placed());
    CHECK(line(one, 3).axes_placed == 1);
    support::edit<model::Axis>(doc, axis_id(1), [](auto& axis) { axis.weight_milli = 0; });
    CHECK(line(rank_cases(doc), 1).opportunity == 7.0);
}

TEST_CASE("Equal indices share a rank, in the stated order and in every draw")
{
    model::Document doc;
    add_cases(doc, 3);
    add_axes(doc, 3);
    for (int axis = 1; axis <= 3; ++axis) {
        place(doc, axis, 3, 100 * axis + 7, 330);
        place(doc, axis, 1, 100 * axis + 7, 330);
        place(doc, axis, 2, 0, 990);
    }
    auto const ranking = rank_cases(doc);
    CHECK(order_of(ranking) == std::vector{case_id(1), case_id(3), case_id(2)});
    CHECK(line(ranking, 1).rank == 1);
    CHECK(line(ranking, 3).rank == 1);
    CHECK(line(ranking, 2).rank == 3);
    CHECK(line(ranking, 1).rank_draws == std::vector{10'000, 0, 0});
    CHECK(line(ranking, 3).rank_high == 1);
    CHECK(line(ranking, 1).pareto_layer == line(ranking, 3).pareto_layer);
    CHECK(ranking.stability == 1.0);
}

TEST_CASE("A high risk on one axis is a veto however good the rest is")
{
    auto doc = three_cases();
    CHECK(line(rank_cases(doc), 1).veto == Veto::none);
    CHECK(line(rank_cases(doc), 2).veto == Veto::risk);
    CHECK(line(rank_cases(doc), 2).riskiest == axis_id(1));
    place(doc, 2, 3, 500, 749);
    CHECK(line(rank_cases(doc), 3).veto == Veto::none);
    place(doc, 2, 3, 500, 750);
    CHECK(line(rank_cases(doc), 3).veto == Veto::risk);
}

TEST_CASE("A case contested in the reference vote is contested in the order")
{
    auto doc = three_cases();
    for (int i = 0; i < 6; ++i) add_ballots(doc, {{{1, 3}}});
    auto const ranking = rank_cases(doc);
    CHECK_FALSE(line(ranking, 2).contested);
    CHECK_FALSE(line(ranking, 1).contested); // only three stayed away
    for (int i = 0; i < 4; ++i) add_ballots(doc, {{{4, 1}}});
    CHECK(line(rank_cases(doc), 1).contested);
}

TEST_CASE("Without any vote the order rests on the matrices alone")
{
    model::Document doc;
    add_cases(doc, 2);
    add_axes(doc, 1);
    place(doc, 1, 1, 200, 0);
    place(doc, 1, 2, 300, 0);
    auto const ranking = rank_cases(doc);
    CHECK_FALSE(ranking.reference);
    CHECK_FALSE(line(ranking, 1).score);
    CHECK(order_of(ranking) == std::vector{case_id(2), case_id(1)});
    CHECK(ranking.stability == 1.0);
    CHECK(ranking.first == 1);
}

TEST_CASE("A session where nothing is placed has one shared rank and claims no stability")
{
    model::Document doc;
    CHECK(rank_cases(doc).cases.empty());
    add_cases(doc, 2);
    add_axes(doc, 2);
    auto const ranking = rank_cases(doc);
    CHECK(line(ranking, 1).rank == 1);
    CHECK(line(ranking, 2).rank == 1);
    CHECK_FALSE(ranking.stability);
    CHECK(ranking.first == 0);
}

TEST_CASE("Merged cases are not ranked, and keep nothing from being best")
{
    auto doc = three_cases();
    merge(doc, 2, 1);
    auto const ranking = rank_cases(doc);
    CHECK(ranking.find(case_id(2)) == nullptr);
    CHECK(line(ranking, 1).vote == 2.5); // of the best score of the vote, which was case 2's
}

TEST_CASE("The ranks drawn agree with the exact acceptability of three cases on two criteria")
{
    auto const vector = shared::textbook("smaa_exact_two_criteria");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    model::Document doc;
    add_cases(doc, 3);
    add_axes(doc, 2);
    for (int c = 1; c <= 3; ++c)
        for (int a = 1; a <= 2; ++a) {
            auto const x =
                vector["matrix"][static_cast<std::size_t>(c - 1)][static_cast<std::size_t>(a - 1)]
                    .get<double>();
            place(doc, a, c, static_cast<int>(x * 1000 + 0.5), 0);
        }
    put_convention(doc, 0, 0);
    auto const ranking = rank_cases(doc, {.draws = 10'000, .convention = {}});
    for (int c = 1; c <= 3; ++c) {
        auto const& draws = line(ranking, c).rank_draws;
        for (std::size_t r = 0; r < 3; ++r) {
            auto const exact =
                vector["exact_rank_acceptability"][static_cast<std::size_t>(c - 1)][r]
                    .get<double>();
            CAPTURE(c);
            CAPTURE(r);
            CHECK(std::abs(draws.at(r) / 10'000.0 - exact) < 0.02);
        }
    }
    // k is 2: C, and A and B level behind it. All three are "the first", and stay so.
    CHECK(line(ranking, 1).rank == 2);
    CHECK(ranking.stability == 1.0);
    CHECK(line(ranking, 3).rank_low == 1);
    CHECK(line(ranking, 3).rank_high == 2);
}

TEST_CASE("Stability is the share of draws in which the first stay the first")
{
    model::Document doc; // A scores w, B 0.25: A leads where w is above a quarter
    add_cases(doc, 2);
    add_axes(doc, 2);
    place(doc, 1, 1, 1000, 0);
    place(doc, 2, 1, 0, 0);
    place(doc, 1, 2, 250, 0);
    place(doc, 2, 2, 250, 0);
    put_convention(doc, 0, 0);
    auto const ranking = rank_cases(doc, {.draws = 10'000, .convention = {}});
    CHECK(ranking.first == 1);
    REQUIRE(ranking.stability);
    CHECK(std::abs(*ranking.stability - 0.75) < 0.02);
    CHECK(line(ranking, 1).rank_high == 2);
}

TEST_CASE("Uncertain votes give uncertain ranks when only votes distinguish the cases")
{
    model::Document doc;
    add_cases(doc, 2);
    add_axes(doc, 1);
    place(doc, 1, 1, 500, 500);
    place(doc, 1, 2, 500, 500);
    add_round(doc, {});
    for (int i = 0; i < 6; ++i) add_ballots(doc, {{{1, 1}}});
    for (int i = 0; i < 4; ++i) add_ballots(doc, {{{2, 1}}});
    auto const close = rank_cases(doc);
    CHECK(close.cases.front().on == case_id(1));
    CHECK(line(close, 1).rank_high == 2);
    // Six or more of ten, each with probability 0.6: 0.633. A draw of five each does not hold.
    CHECK(std::abs(*close.stability - 0.633) < 0.05);
    for (int i = 0; i < 40; ++i) add_ballots(doc, {{{1, 1}}});
    CHECK(rank_cases(doc).stability == 1.0);
}

TEST_CASE("The same seed draws the same ranking, and the interval holds the stated rank")
{
    auto const doc = large_room(30, 8, 40);
    auto const once = rank_cases(doc);
    auto const again = rank_cases(doc);
    auto const other = rank_cases(doc, {.seed = 2, .convention = {}});
    CHECK(once.stability == again.stability);
    bool differs = false;
    for (std::size_t i = 0; i < once.cases.size(); ++i) {
        auto const& row = once.cases[i];
        CHECK(row.rank_draws == again.cases[i].rank_draws);
        CHECK(row.rank == other.cases[i].rank);
        differs = differs || row.rank_draws != other.cases[i].rank_draws;
        CHECK(row.rank_low <= row.rank);
        CHECK(row.rank <= row.rank_high);
    }
    CHECK(differs);
}

TEST_CASE("Pareto layers agree with the textbook, identical cases standing side by side")
{
    auto const vector = shared::textbook("pareto_layers");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    std::vector<TradeOff> points;
    for (auto const& row : vector["matrix"])
        points.push_back({row[0].get<std::int64_t>(), row[1].get<std::int64_t>()});
    auto const layers = pareto_layers(points);
    int depth = 0;
    for (auto const& layer : vector["layers"]) {
        ++depth;
        for (auto const& at : layer) CHECK(layers.at(at.get<std::size_t>()) == depth);
    }
}

TEST_CASE("The number of layers is the length of the longest chain of better cases")
{
    std::vector<TradeOff> const points{{1, 9}, {5, 5}, {9, 1}, {9, 1}, {5, 1}, {4, 6}};
    CHECK(pareto_layers(points) == std::vector{5, 3, 1, 1, 2, 4});
    CHECK_FALSE(dominates({9, 1}, {9, 1}));
    CHECK(pareto_layers({}).empty());
}

TEST_CASE("Quantiles are those of type 7")
{
    auto const vector = shared::textbook("quantile_type7");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    auto const values = vector["values"].get<std::vector<double>>();
    for (auto const& [p, expected] : vector["q"].items())
        CHECK(quantile(values, std::stod(p)) == doctest::Approx(expected.get<double>()));
}

TEST_CASE("A plenary's order is drawn ten thousand times")
{
    auto const ranking = rank_cases(large_room(60, 8, 300));
    CHECK(ranking.draws == 10'000);
    CHECK(ranking.first == 10);
}
