#include "edit/command.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using model::AxisId;
using model::CaseId;

constexpr model::RoundId vote{50};

struct Desk {
    model::Document doc;

    void must(edit::Command const& command)
    {
        auto const changes = edit::plan(doc, command);
        REQUIRE(changes);
        REQUIRE(model::apply(doc, *changes));
    }
    [[nodiscard]] std::string refusal(edit::Command const& command) const
    {
        auto const changes = edit::plan(doc, command);
        return changes ? std::string{} : changes.error().where;
    }
    void add_axis(std::uint64_t id, std::string title)
    {
        model::Axis axis;
        axis.title = std::move(title);
        must(edit::SetAxis{{id}, axis});
    }
    [[nodiscard]] model::Axis axis(std::uint64_t id) const
    {
        return model::get<model::Axis>(doc, AxisId{id});
    }
};

// Cases 1 and 2, axes 11, 12 and 13, an estimating round on whatever axes are in use.
Desk estimating()
{
    Desk desk;
    for (std::uint64_t id : {1U, 2U}) {
        model::Case text;
        text.title = "Cas";
        desk.must(edit::AddCases{{{{id}, text, {}}}});
    }
    for (std::uint64_t id : {11U, 12U, 13U}) desk.add_axis(id, "Axe " + std::to_string(id));
    model::Round round;
    round.method = model::Method::estimate;
    round.cases = {{1}, {2}};
    desk.must(edit::PrepareRound{vote, round});
    return desk;
}

model::Ballot ballot(std::vector<model::EstimateMark> estimates)
{
    model::Ballot out;
    out.estimates = std::move(estimates);
    return out;
}

std::string broken(model::Round const& round, model::Ballot const& said)
{
    auto const ok = edit::check_ballot(round, said);
    return ok ? std::string{} : ok.error().where;
}

} // namespace

TEST_CASE("an estimating round opens on the axes in use at that moment, in their order")
{
    auto desk = estimating();
    desk.must(edit::ArrangeAxes{{{13}, {11}, {12}}});
    desk.must(edit::RetireAxis{{11}});
    desk.must(edit::OpenRound{vote, 1});
    CHECK(model::get<model::Round>(desk.doc, vote).axes == std::vector<AxisId>{{13}, {12}});
}

TEST_CASE("an estimating round opens on the axes that it names, unless one went out of use")
{
    auto desk = estimating();
    auto round = model::get<model::Round>(desk.doc, vote);
    round.axes = {{12}};
    desk.must(edit::PrepareRound{vote, round});
    round.axes = {{12}, {12}};
    CHECK(desk.refusal(edit::PrepareRound{vote, round}) == "axis.twice");
    round.axes = {{99}};
    CHECK(desk.refusal(edit::PrepareRound{vote, round}) == "axis");
    auto const kept = desk.doc;
    desk.must(edit::RetireAxis{{12}});
    CHECK(desk.refusal(edit::OpenRound{vote, 1}) == "axis.retired");
    desk.doc = kept;
    desk.must(edit::OpenRound{vote, 1});
    CHECK(model::get<model::Round>(desk.doc, vote).axes == std::vector<AxisId>{{12}});
}

TEST_CASE("a ballot of estimates keeps to the round's cases, its axes and the two scales")
{
    auto desk = estimating();
    desk.must(edit::OpenRound{vote, 1});
    auto const round = model::get<model::Round>(desk.doc, vote);
    CHECK(broken(round, ballot({})) == "");
    CHECK(broken(round, ballot({{{11}, {1}, {700, 300}}, {{11}, {2}, {-1, -1}}})) == "");
    CHECK(broken(round, ballot({{{11}, {1}, {0, 1000}}, {{12}, {1}, {1000, 0}}})) == "");
    CHECK(broken(round, ballot({{{11}, {3}, {1, 1}}})) == "ballot.case");
    CHECK(broken(round, ballot({{{14}, {1}, {1, 1}}})) == "ballot.axis");
    CHECK(broken(round, ballot({{{11}, {1}, {1, 1}}, {{11}, {1}, {2, 2}}})) == "ballot.twice");
    CHECK(broken(round, ballot({{{11}, {1}, {1001, 1}}})) == "ballot.level");
    CHECK(broken(round, ballot({{{11}, {1}, {500, -1}}})) == "ballot.level"); // half a "don't know"
    CHECK(broken(round, ballot({{{11}, {1}, {500, 0, 300, -1}}})) == "ballot.level");
    CHECK(broken(round, ballot({{{11}, {1}, {-1, 0, 300, 300}}})) == "ballot.level");
    auto twins = ballot({});
    twins.copies = 2; // two people are two voters
    CHECK(broken(round, twins) == "ballot.copies");
    auto mixed = ballot({});
    mixed.marks = {{{1}, 3}};
    CHECK(broken(round, mixed) == "ballot.mark");
    auto dots = round;
    dots.method = model::Method::dots;
    CHECK(broken(dots, ballot({{{11}, {1}, {1, 1}}})) == "ballot.estimate");
}

TEST_CASE(
    "closing makes each estimate a record under the voter's fresh number, and the vote theirs")
{
    auto desk = estimating();
    desk.must(edit::OpenRound{vote, 1});
    desk.must(edit::CloseRound{vote,
                               {ballot({{{11}, {1}, {700, 300}}, {{12}, {2}, {-1, -1}}}),
                                ballot({}), ballot({{{11}, {1}, {200, 0, 400, 900}}})},
                               2});
    auto const& estimates = model::table<model::Estimate>(desk.doc);
    REQUIRE(estimates.size() == 3);
    CHECK(estimates.at({vote, 1, {11}, {1}}) == model::Estimate{700, 300});
    CHECK(estimates.at({vote, 1, {12}, {2}}) == model::Estimate{});
    // Severity 4 and likelihood 9: their geometric mean, whatever was said beside them.
    CHECK(estimates.at({vote, 3, {11}, {1}}) == model::Estimate{200, 600, 400, 900});
    auto const& ballots = model::table<model::Ballot>(desk.doc); // who said nothing voted too
    CHECK(ballots.size() == 3);
    for (auto const& [key, one] : ballots) CHECK(one == model::Ballot{});
    CHECK(model::first_dangling(desk.doc).empty());
}

TEST_CASE("severity and likelihood give one risk on the same scale")
{
    CHECK(model::risk_of(0, 1000) == 0);
    CHECK(model::risk_of(1000, 1000) == 1000);
    CHECK(model::risk_of(640, 640) == 640);
    CHECK(model::risk_of(400, 900) == 600);
    CHECK(model::risk_of(900, 400) == 600);
    CHECK(model::risk_of(1, 1000) == 32); // 31.6
    auto desk = estimating();
    model::Placement placed;
    placed.opportunity = 300;
    placed.risk = 7;
    placed.severity = 250, placed.likelihood = 1000;
    desk.must(edit::Place{{{11}, {1}}, placed});
    CHECK(model::find<model::Placement>(desk.doc, {{11}, {1}})->risk == 500);
    placed.likelihood = -1;
    CHECK(desk.refusal(edit::Place{{{11}, {1}}, placed}) == "placement.range");
}

TEST_CASE("many cases are placed in one entry, or none when one of them is locked")
{
    auto desk = estimating();
    model::Placement const middle{500, 500, model::PlacedBy::median, model::Lock::locked, "vu"};
    desk.must(edit::PlaceAll{{{{{11}, {1}}, middle}, {{{11}, {2}}, middle}}});
    CHECK(model::table<model::Placement>(desk.doc).size() == 2);
    auto moved = middle;
    moved.risk = 900;
    auto free = edit::PlaceAll{{{{{12}, {1}}, middle}, {{{11}, {2}}, moved}}};
    CHECK(desk.refusal(free) == "placement.locked");
    free.where[1].second.lock = model::Lock::open;
    CHECK(desk.refusal(free).empty());
    CHECK(desk.refusal(edit::PlaceAll{{{{{11}, {1}}, middle}, {{{11}, {1}}, middle}}}) ==
          "case.twice");
}

TEST_CASE("a table's cases and positions are imported in one entry, or not at all")
{
    auto desk = estimating();
    model::Placement const there{800, 200, model::PlacedBy::imported, model::Lock::open, ""};
    edit::NewCase fresh;
    fresh.id = {3};
    fresh.text.title = "Nouveau";
    auto known = model::get<model::Case>(desk.doc, {1});
    known.domain = "Eau";
    edit::PlaceAll all{{{{{11}, {3}}, there}, {{{11}, {1}}, there}}, {fresh}, {{{1}, known}}};
    auto without = all;
    without.cases.clear();
    CHECK(desk.refusal(without) == "case");
    auto twice = all;
    twice.edits.push_back(twice.edits.front());
    CHECK(desk.refusal(twice) == "case.twice");
    desk.must(all);
    CHECK(model::get<model::Case>(desk.doc, {3}).number == 3);
    CHECK(model::get<model::Case>(desk.doc, {1}).domain == "Eau");
    CHECK(model::find<model::Placement>(desk.doc, {{11}, {3}})->by == model::PlacedBy::imported);
}

TEST_CASE("an external round has the scales of its axes, each with low below high")
{
    auto desk = estimating();
    model::Round round;
    round.method = model::Method::estimate;
    round.cases = {{1}};
    round.axes = {{11}};
    round.scales = {{{11}, {1, 7, 7}, {0, 100, 0}}};
    edit::RecordElection election{{}, {60}, round, {ballot({})}, 5};
    CHECK(desk.refusal(election).empty());
    for (auto const& wrong :
         {model::AxisScales{{12}, {}, {}}, model::AxisScales{{11}, {7, 7, 0}, {}},
          model::AxisScales{{11}, {}, {5, 1, 5}}, model::AxisScales{{11}, {0, 10, 1}, {}}}) {
        election.round.scales = {wrong};
        CHECK(desk.refusal(election) == "round.scales");
    }
}

TEST_CASE("a new axis comes last; an edit neither moves nor restores an axis")
{
    auto desk = estimating();
    CHECK(desk.axis(13).order == 3);
    auto axis = desk.axis(12);
    axis.order = 1, axis.title = "Cadre légal", axis.state = model::AxisState::retired;
    desk.must(edit::SetAxis{{12}, axis});
    CHECK(desk.axis(12).order == 2);
    CHECK(desk.axis(12).title == "Cadre légal");
    CHECK(desk.axis(12).state == model::AxisState::active);
}

TEST_CASE("an order of the axes must list each axis once")
{
    auto desk = estimating();
    desk.must(edit::ArrangeAxes{{{13}, {11}, {12}}});
    CHECK(desk.axis(13).order == 1);
    CHECK(desk.axis(11).order == 2);
    CHECK(desk.axis(12).order == 3);
    CHECK(desk.refusal(edit::ArrangeAxes{{{13}, {11}}}) == "axis.order");
    CHECK(desk.refusal(edit::ArrangeAxes{{{13}, {11}, {11}}}) == "axis.order");
    CHECK(desk.refusal(edit::ArrangeAxes{{{13}, {11}, {12}, {12}}}) == "axis.order");
}

TEST_CASE("a retired axis leaves no gap, keeps its positions, and is restored at its place")
{
    auto desk = estimating();
    desk.must(edit::Place{{{12}, {1}}, {800, 100, {}, {}, ""}});
    auto const before = desk.doc;
    desk.must(edit::RetireAxis{{12}});
    CHECK(desk.axis(11).order == 1);
    CHECK(desk.axis(13).order == 2);
    CHECK(desk.axis(12).state == model::AxisState::retired);
    CHECK(model::find<model::Placement>(desk.doc, {{12}, {1}})->opportunity == 800);
    desk.must(edit::RestoreAxis{{12}});
    CHECK(desk.doc == before);
    desk.must(edit::RetireAxis{{12}});
    desk.must(edit::RetireAxis{{11}});
    CHECK(desk.refusal(edit::RetireAxis{{13}}) == "axis.last");
    desk.must(edit::RestoreAxis{{11}});
    desk.must(edit::RestoreAxis{{12}});
    CHECK(desk.doc == before);
}

TEST_CASE("the weights of all axes are one entry; a middle line at the end of a scale is refused")
{
    auto desk = estimating();
    desk.must(edit::WeighAxes{{{{11}, 2000}, {{13}, 0}}});
    CHECK(desk.axis(11).weight_milli == 2000);
    CHECK(desk.axis(12).weight_milli == 1000);
    CHECK(desk.axis(13).weight_milli == 0);
    CHECK(desk.refusal(edit::WeighAxes{{{{11}, -1}}}) == "axis.weight");
    CHECK(desk.refusal(edit::WeighAxes{{{{11}, 1}, {{11}, 2}}}) == "axis.weight");
    CHECK(desk.refusal(edit::WeighAxes{{{{77}, 1}}}) == "axis");
    auto axis = desk.axis(11);
    axis.launch = "Foncer", axis.opportunity_line = 650;
    desk.must(edit::SetAxis{{11}, axis});
    CHECK(desk.axis(11) == axis);
    axis.risk_line = 0;
    CHECK(desk.refusal(edit::SetAxis{{11}, axis}) == "axis.line");
    axis.risk_line = 1000;
    CHECK(desk.refusal(edit::SetAxis{{11}, axis}) == "axis.line");
}
