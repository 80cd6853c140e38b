#include "support/closing.h"
#include "ui/decide/deciding.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

// Which edits make a screen compute a figure again, and which do not.
namespace {

using model::Step;

struct Atelier : support::Deciding {
    int turn = 0; // makes each edit different

    Atelier()
    {
        model::Round round;
        round.method = model::Method::approval;
        round.question = "Que lancer ?";
        round.cases = ids<model::Case>();
        auto const id = app.session()->mint<model::RoundId>();
        submit(edit::PrepareRound{id, round});
        submit(edit::OpenRound{id, 1});
        model::Ballot ballot;
        ballot.marks = {{round.cases[0], 1}, {round.cases[1], 1}};
        REQUIRE(support::close_round(*app.session(), edit::facilitator, id, {ballot, ballot}));
        submit(edit::RevealRound{id});
        submit(edit::AddCases{{{app.session()->mint<model::CaseId>(), titled("Tri des courriers"),
                                base::Vec2{900, 900}}}});
        propose();
        driver.frame(4);
    }
    static model::Case titled(std::string title)
    {
        model::Case out;
        out.title = std::move(title);
        return out;
    }
    void propose()
    {
        model::Proposal proposal;
        proposal.title = "Tri du courrier entrant " + std::to_string(++turn);
        proposal.at_ms = turn;
        submit(edit::Propose{{{app.session()->mint<model::ProposalId>(),
                               proposal,
                               app.session()->mint<model::CaseId>(),
                               {}}}});
    }
    model::Case second() { return model::get<model::Case>(doc(), ids<model::Case>()[1]); }
    void edit(std::string const& what)
    {
        auto const cases = ids<model::Case>();
        auto const axes = ids<model::Axis>();
        auto const n = ++turn;
        auto text = second();
        auto axis = model::get<model::Axis>(doc(), axes[1]);
        if (what == "move")
            submit(edit::MoveCards{{{cases[1], {10.F * static_cast<float>(n), 40}}}});
        if (what == "title") text.title += "s", submit(edit::EditCase{cases[1], text});
        if (what == "cost")
            text.cost = n % 2 == 0 ? "M" : "L", submit(edit::EditCase{cases[1], text});
        if (what == "domain")
            text.domain = std::to_string(n), submit(edit::EditCase{cases[1], text});
        if (what == "place") submit(edit::Place{{axes[0], cases[1]}, at(500 + n, 300)});
        if (what == "decide")
            submit(edit::Decide{{cases[1], model::Body::workshop},
                                {model::Verdict::later, std::to_string(n), "", ""}});
        if (what == "timer") submit(edit::SetTimer{{n, n + 1'000'000, 0}});
        if (what == "apart")
            submit(edit::KeepApart{cases[1], cases[static_cast<std::size_t>(n % 2 == 0 ? 2 : 3)]});
        if (what == "propose") propose();
        if (what == "weight") submit(edit::WeighAxes{{{axes[1], 1000 + n}}});
        if (what == "axis") axis.title += "s", submit(edit::SetAxis{axes[1], axis});
        if (what == "turn") submit(edit::TurnCards{{cases[2]}, edit::TurnCards::Face::down});
        if (what == "budget") submit(edit::SetBudget{{100 * n, model::Rule::greedy}});
        if (what == "vote") submit(edit::SetReference{});
        driver.frame(3);
    }
};

struct Figure {
    std::string name;
    Step step;
    std::string press; // the shortcut that opens it, if any
    std::vector<std::string> on, not_on;
};

std::vector<Figure> figures()
{
    return {
        {"decide.evidence",
         Step::decide,
         "",
         {"place", "cost", "axis"},
         {"move", "title", "domain", "decide", "timer", "apart", "propose", "weight", "turn",
          "budget"}},
        {"decide.order",
         Step::decide,
         "",
         {"place", "weight", "cost"},
         {"move", "title", "decide", "timer", "apart", "propose", "turn", "budget"}},
        {"decide.vote",
         Step::decide,
         "",
         {"cost"},
         {"move", "title", "place", "decide", "timer", "weight", "axis", "propose"}},
        {"decide.verdicts",
         Step::decide,
         "",
         {"decide", "place"},
         {"move", "title", "timer", "apart", "propose", "budget"}},
        {"decide.affordable",
         Step::decide,
         "rail.budget",
         {"budget", "cost", "decide", "place"},
         {"move", "domain", "timer", "apart", "propose", "turn"}},
        {"decide.pareto",
         Step::decide,
         "rail.pareto",
         {"place", "title", "weight"},
         {"move", "domain", "decide", "timer", "apart", "propose", "turn", "budget"}},
        {"place.vote",
         Step::place,
         "",
         {"cost"},
         {"move", "title", "place", "decide", "timer", "weight", "axis", "propose"}},
        {"clouds",
         Step::place,
         "",
         {"axis"},
         {"move", "title", "cost", "place", "decide", "timer", "apart", "propose", "budget"}},
        {"place.agreed",
         Step::place,
         "",
         {"place", "axis"},
         {"move", "title", "cost", "decide", "timer", "apart", "propose", "budget"}},
        {"place.matrix",
         Step::place,
         "",
         {"place", "title", "axis"},
         {"move", "decide", "timer", "apart", "propose", "budget", "turn"}},
        {"vote.result",
         Step::vote,
         "",
         {"decide", "title", "cost"},
         {"move", "domain", "place", "timer", "apart", "propose", "weight", "axis", "budget"}},
        {"duplicates.pairs",
         Step::group,
         "group.tab.duplicates",
         {"apart", "decide", "turn"},
         {"place", "timer", "weight", "axis", "propose", "budget"}},
        {"inbox.order",
         Step::gather,
         "",
         {"propose"},
         {"move", "title", "place", "decide", "timer", "apart"}},
        {"inbox.nearest",
         Step::gather,
         "",
         {"propose", "title"},
         {"move", "place", "decide", "timer", "apart", "axis"}},
        {"app.worded", Step::place, "", {"axis"}, {"move", "title", "place", "decide", "timer"}},
    };
}

} // namespace

TEST_CASE("a cached value is recomputed by edits of its inputs, and by no others")
{
    for (auto const& figure : figures()) {
        Atelier room;
        CAPTURE(figure.name);
        room.app.look_at(figure.step);
        room.driver.frame(4);
        if (!figure.press.empty()) room.driver.click(figure.press);
        room.driver.settle(2);
        auto const made = [&] { return room.app.computed().times(figure.name); };
        REQUIRE(made() > 0);
        for (auto const& edit : figure.not_on) {
            CAPTURE(edit);
            auto const before = made();
            room.edit(edit);
            CHECK(made() == before);
        }
        for (auto const& edit : figure.on) {
            CAPTURE(edit);
            auto const before = made();
            room.edit(edit);
            CHECK(made() > before);
        }
    }
}

TEST_CASE("frames without an edit recompute no cached value")
{
    Atelier room;
    for (auto step : {Step::gather, Step::group, Step::vote, Step::place, Step::decide}) {
        room.app.look_at(step);
        room.driver.settle(2);
        auto const before = room.app.computed().all();
        room.driver.frame(5);
        CHECK(room.app.computed().all() == before);
    }
}
