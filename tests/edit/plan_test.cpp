#include "edit/command.h"

#include <doctest/doctest.h>

#include <limits>

namespace {

using model::CaseId;

model::Document with_case(CaseId id, std::string title)
{
    model::Document doc;
    model::Case text;
    text.title = std::move(title);
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::AddCases{{{id, text, {}}}})));
    return doc;
}

} // namespace

TEST_CASE("planning does not change the document")
{
    auto const doc = with_case({1}, "A");
    auto const copy = doc;
    REQUIRE(edit::plan(doc, edit::RemoveCases{{{1}}}));
    CHECK(doc == copy);
}

TEST_CASE("new cases are numbered one after the other, from the highest in use")
{
    auto doc = with_case({1}, "A");
    model::Case text;
    text.title = "B";
    REQUIRE(
        model::apply(doc, *edit::plan(doc, edit::AddCases{{{{2}, text, {}}, {{3}, text, {}}}})));
    CHECK(model::find<model::Case>(doc, {2})->number == 2);
    CHECK(model::find<model::Case>(doc, {3})->number == 3);
}

TEST_CASE("a value out of range is refused with its name")
{
    auto const doc = with_case({1}, "A");
    auto where = [&](edit::Command const& c) {
        auto const planned = edit::plan(doc, c);
        return planned ? std::string{} : planned.error().where;
    };
    float const far = std::numeric_limits<float>::infinity();
    CHECK(where(edit::MoveCards{{{{1}, {far, 0}}}}) == "board.position");
    CHECK(where(edit::MoveCards{{{{1}, {0, 0}}, {{1}, {1, 1}}}}) == "case.twice");
    CHECK(where(edit::AddCases{{{{2}, {}, {}}}}) == "case.title");
    CHECK(where(edit::AddCases{{{{1}, model::get<model::Case>(doc, CaseId{1}), {}}}}) == "case.id");
    CHECK(where(edit::Place{{{9}, {1}}, {}}) == "axis");
    CHECK(where(edit::SetHeadcount{-1}) == "room.headcount");
    CHECK(where(edit::MergeCases{{1}, {{1}}}) == "case.twice");
    CHECK(where(edit::OpenRound{{5}, 0}) == "round");
}

TEST_CASE("positions are rounded so that they read back exactly")
{
    auto const doc = with_case({1}, "A");
    auto const planned = edit::plan(doc, edit::MoveCards{{{{1}, {10.03F, -0.49F}}}});
    REQUIRE(planned);
    auto const& move = *planned->front().as<model::Edit<model::CardPlace>>();
    CHECK(move.after->at == base::Vec2{10.0F, -0.5F});
}

TEST_CASE("a locked placement does not move until it is unlocked")
{
    auto doc = with_case({1}, "A");
    model::Axis axis;
    axis.title = "Axe";
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::SetAxis{{2}, axis})));
    model::Placement placed{500, 500, model::PlacedBy::hand, model::Lock::locked, ""};
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::Place{{{2}, {1}}, placed})));
    auto moved = placed;
    moved.risk = 900;
    CHECK(edit::plan(doc, edit::Place{{{2}, {1}}, moved}).error().where == "placement.locked");
    CHECK(edit::plan(doc, edit::Unplace{{{2}, {1}}}).error().where == "placement.locked");
    moved.lock = model::Lock::open;
    CHECK(edit::plan(doc, edit::Place{{{2}, {1}}, moved}));
}

TEST_CASE("two rounds are never open at once")
{
    auto doc = with_case({1}, "A");
    model::Round round;
    round.cases = {{1}};
    for (std::uint64_t id : {10U, 11U})
        REQUIRE(model::apply(doc, *edit::plan(doc, edit::PrepareRound{{id}, round})));
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::OpenRound{{10}, 1})));
    CHECK(edit::plan(doc, edit::OpenRound{{11}, 2}).error().where == "round.other_open");
    CHECK(edit::plan(doc, edit::PrepareRound{{10}, round}).error().where == "round.started");
}

TEST_CASE("the tried weights and convention are stored together, or not at all")
{
    auto doc = with_case({1}, "A");
    model::Axis axis;
    axis.title = "Axe";
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::SetAxis{{2}, axis})));
    auto const planned = edit::plan(doc, edit::SetConvention{{700, 0, 1}, {{{2}, 1500}}});
    REQUIRE(planned);
    REQUIRE(model::apply(doc, *planned));
    CHECK(model::get<model::Convention>(doc).lambda_milli == 700);
    CHECK(model::get<model::Axis>(doc, {2}).weight_milli == 1500);
    auto const refused = edit::plan(doc, edit::SetConvention{{500, 250, 1}, {{{2}, -1}}});
    REQUIRE(!refused);
    CHECK(refused.error().where == "axis.weight");
}

TEST_CASE("a budget is an amount and a rule; an empty one is no budget")
{
    auto doc = with_case({1}, "A");
    auto where = [&](model::Budget const& budget) {
        auto const planned = edit::plan(doc, edit::SetBudget{budget});
        return planned ? std::string{} : planned.error().where;
    };
    CHECK(where({-1, model::Rule::greedy}) == "budget.money");
    CHECK(where({100, model::Rule::schulze}) == "budget.rule");
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::SetBudget{{500, model::Rule::knapsack}})));
    CHECK(model::get<model::Budget>(doc).money == 500);
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::SetBudget{})));
    CHECK(model::table<model::Budget>(doc).empty());
}
