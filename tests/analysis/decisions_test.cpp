#include "analysis/estimates/placements.h"
#include "analysis/ranking/budget_line.h"
#include "analysis/ranking/order.h"
#include "analysis/ranking/verdicts.h"
#include "sample.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace analysis;
using namespace sample;
using model::Body;
using model::Verdict;

namespace {

// Cases 1..n placed from best to worst, the last one not placed at all.
model::Document in_order(int cases)
{
    model::Document doc;
    add_cases(doc, cases);
    add_axes(doc, 1);
    for (int on = 1; on < cases; ++on) place(doc, 1, on, 1000 - 50 * on, 100);
    return doc;
}

Verdicts verdicts_of(model::Document const& doc, Body body = Body::workshop)
{
    return verdicts(doc, rank_cases(doc, {.draws = 0}), body);
}

std::vector<Priced> priced(std::vector<std::int64_t> const& costs)
{
    std::vector<Priced> out;
    for (auto cost : costs) out.push_back({case_id(static_cast<int>(out.size()) + 1), cost});
    return out;
}

std::vector<model::CaseId> ids(std::vector<int> const& numbers)
{
    std::vector<model::CaseId> out;
    for (int number : numbers) out.push_back(case_id(number));
    return out;
}

} // namespace

TEST_CASE("Decisions that follow the order leave no gap; safeguards are as much as a launch")
{
    auto doc = in_order(6);
    decide(doc, 1, Verdict::safeguards);
    decide(doc, 2, Verdict::launch);
    decide(doc, 3, Verdict::later);
    decide(doc, 5, Verdict::aside);
    auto const found = verdicts_of(doc);
    CHECK(found.against == 0);
    CHECK(found.pairs == 5); // all pairs of the four, but the two that are launched
    CHECK(found.cases.size() == 6);
}

TEST_CASE("A case chosen before better ranked ones is listed, and so are those it passed")
{
    auto doc = in_order(6);
    decide(doc, 1, Verdict::aside);
    decide(doc, 2, Verdict::later);
    decide(doc, 4, Verdict::launch);
    decide(doc, 6, Verdict::launch); // not placed: there is no order to go against
    auto const found = verdicts_of(doc);
    CHECK(found.find(case_id(4))->lifted_over == 2);
    CHECK(found.find(case_id(2))->lifted_over == 1);
    CHECK(found.find(case_id(2))->passed_by == 1);
    CHECK(found.find(case_id(1))->passed_by == 2);
    CHECK(found.find(case_id(6))->lifted_over == 0);
    CHECK(found.find(case_id(6))->rank == 0);
    CHECK(found.find(case_id(3))->passed_by == 0); // nobody decided on it yet
    CHECK(found.against == 3);
    CHECK(found.pairs == 3);
}

TEST_CASE("Different decisions on equal cases are no gap")
{
    auto doc = in_order(3);
    place(doc, 1, 2, 950, 100);
    decide(doc, 1, Verdict::aside);
    decide(doc, 2, Verdict::launch);
    CHECK(verdicts_of(doc).pairs == 0);
}

TEST_CASE("The committee's verdict stands beside the workshop's, each with its own gap")
{
    auto doc = in_order(4);
    decide(doc, 1, Verdict::launch);
    decide(doc, 2, Verdict::aside);
    decide(doc, 1, Verdict::later, Body::committee);
    decide(doc, 2, Verdict::launch, Body::committee);
    decide(doc, 3, Verdict::aside, Body::committee);
    auto const workshop = verdicts_of(doc);
    CHECK(workshop.against == 0);
    CHECK(workshop.find(case_id(1))->workshop == Verdict::launch);
    CHECK(workshop.find(case_id(1))->committee == Verdict::later);
    CHECK(workshop.find(case_id(1))->differs());
    CHECK_FALSE(workshop.find(case_id(3))->differs()); // one of the two has not decided
    auto const committee = verdicts_of(doc, Body::committee);
    CHECK(committee.against == 1);
    CHECK(committee.find(case_id(2))->lifted_over == 1);
}

TEST_CASE("The order alone selects no case with a risk to be investigated")
{
    auto doc = in_order(6);
    place(doc, 1, 2, 1000, 800);
    auto const ranking = rank_cases(doc, {.draws = 0});
    CHECK(first_without_veto(ranking, 2) == ids({1, 3}));
    CHECK(first_without_veto(ranking, 99) == ids({1, 3, 4, 5}));
    CHECK(first_without_veto(ranking, 0).empty());
    place(doc, 1, 4, 850, 100); // level with 3: both or neither
    CHECK(first_without_veto(rank_cases(doc, {.draws = 0}), 2) == ids({1, 3, 4}));
}

TEST_CASE(
    "Money is given in the sequence of the order; a case that does not fit is skipped, or ends it")
{
    auto const costs = priced({40, 70, 30, 50, 20});
    auto const over = budget_line(costs, 100, Overflow::pass_over);
    CHECK(over.in == ids({1, 3, 5}));
    CHECK(over.spent == 90);
    CHECK(over.left == 10);
    auto const stop = budget_line(costs, 100, Overflow::stop);
    CHECK(stop.in == ids({1}));
    CHECK(stop.left == 60);
    CHECK(stop.more->money == 10);
    CHECK(stop.more->enter == ids({2}));
    CHECK(budget_line(costs, 210, Overflow::stop).in.size() == 5);
    CHECK_FALSE(budget_line(costs, 210, Overflow::stop).more);
    CHECK(budget_line({}, 10, Overflow::stop).left == 10);
    CHECK(budget_line(costs, -5, Overflow::stop).left == 0);
}

TEST_CASE("For a little more money, the cases that enter and leave the selection are given")
{
    auto const found = budget_line(priced({40, 70, 30, 50, 20}), 100, Overflow::pass_over);
    // 2 misses 10 after 1 was taken; it would leave nothing for 3 and 5.
    CHECK(found.more->money == 10);
    CHECK(found.more->enter == ids({2}));
    CHECK(found.more->leave == ids({3, 5}));
}

TEST_CASE("No smaller sum than the stated one changes the selection")
{
    std::mt19937 random(12);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::int64_t> costs(1 + random() % 8);
        for (auto& cost : costs) cost = random() % 20;
        std::int64_t const budget = random() % 60;
        auto const overflow = random() % 2 == 0 ? Overflow::stop : Overflow::pass_over;
        auto const list = priced(costs);
        auto const now = budget_line(list, budget, overflow);
        CHECK(now.spent + now.left == budget);
        if (!now.more) {
            CHECK(now.in.size() == list.size());
            continue;
        }
        for (std::int64_t more = 1; more < now.more->money; ++more)
            CHECK(budget_line(list, budget + more, overflow).in == now.in);
        auto const then = budget_line(list, budget + now.more->money, overflow);
        CHECK(then.in.size() == now.in.size() + now.more->enter.size() - now.more->leave.size());
        CHECK_FALSE(now.more->enter.empty());
    }
}

TEST_CASE("A case good on one axis and risky on another is a conflict of these two axes")
{
    model::Document doc;
    add_cases(doc, 2);
    add_axes(doc, 4);
    place(doc, 1, 1, 900, 100);
    place(doc, 2, 1, 300, 200);
    place(doc, 4, 1, 900, 800);
    auto const found = conflict(profile(doc, case_id(1)));
    REQUIRE(found);
    CHECK(found->favourable == std::vector{axis_id(1)});
    CHECK(found->against == std::vector{axis_id(4)});
    place(doc, 4, 1, 900, 600); // with safeguards: no fear
    CHECK_FALSE(conflict(profile(doc, case_id(1))));
    place(doc, 3, 1, 200, 600);
    CHECK(conflict(profile(doc, case_id(1)))->against == std::vector{axis_id(3)});
    CHECK_FALSE(conflict(profile(doc, case_id(2))));
}

TEST_CASE("Each axis divides its matrix at its own lines")
{
    model::Document doc;
    add_cases(doc, 1);
    add_axes(doc, 1);
    place(doc, 1, 1, 600, 300);
    CHECK(placements(doc, axis_id(1)).count(Quadrant::launch) == 1);
    support::edit<model::Axis>(
        doc, axis_id(1), [](auto& axis) { axis.opportunity_line = 601, axis.risk_line = 300; });
    CHECK(placements(doc, axis_id(1)).count(Quadrant::aside) == 1);
    CHECK(quadrant_of(*model::find<model::Axis>(doc, axis_id(1)), 601, 299) == Quadrant::launch);
}
