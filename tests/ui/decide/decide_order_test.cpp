#include "deciding.h"
#include "support/closing.h"
#include "ui/screens/decide/decide_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>

using support::Deciding;
using Order = std::vector<int>;

TEST_CASE("a moved weight slider changes the order, and nothing is written until it is stored")
{
    Deciding room;
    auto& d = room.driver;
    REQUIRE(room.rows() == Order{1, 2, 4, 3});
    auto const before = room.entries();
    room.slide_to_nothing("decide.weight.1");
    d.settle();
    CHECK(room.rows().front() == 1);
    for (int axis : {3, 4, 5, 6, 7, 8})
        room.slide_to_nothing("decide.weight." + std::to_string(axis));
    d.settle();
    CHECK(room.rows().front() == 2); // the best case on the remaining axis
    CHECK(room.entries() == before);
    CHECK(room.axis(1).weight_milli == 1000);

    d.click("decide.keep");
    CHECK(room.entries() == before + 1);
    CHECK(room.axis(1).weight_milli == 0);
    CHECK(room.axis(2).weight_milli == 1000);
    CHECK(!d.enabled("decide.keep"));
    CHECK(room.rows().front() == 2);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undoes all of it
    d.settle();
    CHECK(room.axis(8).weight_milli == 1000);
    CHECK(room.rows().front() == 1);
}

TEST_CASE("resetting the weights restores those of the session")
{
    Deciding room;
    auto& d = room.driver;
    room.slide_to_nothing("decide.lambda");
    room.slide_to_nothing("decide.weight.4");
    CHECK(d.value("decide.lambda").find('0') == 0);
    d.click("decide.restate");
    CHECK(!d.enabled("decide.restate"));
    CHECK(d.label("decide.convention").find("− 0,5 × risque") != std::string::npos);
    CHECK(model::get<model::Convention>(room.doc()) == model::Convention{});
}

TEST_CASE("the convention below the order states the tried values, in both languages")
{
    Deciding room;
    auto& d = room.driver;
    CHECK(d.label("decide.convention").find("poids des axes égaux") != std::string::npos);
    room.slide_to_nothing("decide.mu");
    room.slide_to_nothing("decide.weight.3");
    d.frame();
    auto const said = d.label("decide.convention");
    CHECK(said.find("+ 0 × vote") != std::string::npos);
    CHECK(said.find("axe 3") != std::string::npos);
    for (char const* screen : {"rail.pareto", "rail.budget", "rail.table"}) {
        d.click(screen);
        d.frame();
        CHECK(d.label("decide.convention") == said);
    }
    room.app.grant(ui::SetLanguage{"en"});
    d.frame();
    CHECK(d.label("decide.convention").find("+ 0 × vote") != std::string::npos);
    CHECK(d.label("decide.convention").find("axis 3") != std::string::npos);
}

TEST_CASE("sliders work by keyboard, and W focuses them")
{
    Deciding room;
    auto& d = room.driver;
    d.key(ImGuiKey_W);
    d.frame(2);
    CHECK(ui::focused_id(d.ui()) == "decide.weight.1");
    d.key(ImGuiKey_RightArrow);
    CHECK(d.value("decide.weight.1").find("1.1") != std::string::npos);
    d.key(ImGuiKey_Tab);
    CHECK(ui::focused_id(d.ui()) == "decide.weight.2");
    CHECK(d.enabled("decide.keep"));
}

TEST_CASE("all draws are made, and a decision does not restart them")
{
    Deciding room;
    auto& d = room.driver;
    d.settle(30);
    CHECK(d.value("decide.solid") == "10000");
    d.click("decide.row.2");
    room.launch();
    d.frame();
    REQUIRE(room.decision(2).verdict == model::Verdict::launch);
    CHECK(d.value("decide.solid") == "10000");
    d.key(ImGuiKey_W);
    d.frame(2);
    room.slide_to_nothing("decide.weight.1"); // this weight changes the order
    d.settle(30);
    CHECK(d.value("decide.solid") == "10000");
}

TEST_CASE("only inputs of the order restart the draws")
{
    Deciding room;
    ui::DecideOrder order;
    analysis::Computed computed;
    ui::TriedConvention tried;
    CHECK(order.refresh({room.doc(), computed}, tried));
    CHECK(!order.refresh({room.doc(), computed}, tried));
    order.advance(0);
    CHECK(order.progress().done == 1);
    auto const first = room.ids<model::Case>()[0];
    auto const axis = room.ids<model::Axis>()[4];
    room.submit(edit::Decide{{first, model::Body::workshop}, {model::Verdict::later, "", "", ""}});
    room.submit(edit::MoveCards{{{first, {40, 40}}}});
    CHECK(!order.refresh({room.doc(), computed}, tried));
    CHECK(order.progress().done == 1);
    tried.weights[axis] = 300; // a changed slider makes another run
    CHECK(order.refresh({room.doc(), computed}, tried));
    CHECK(order.progress().done == 0);
    room.submit(edit::SetConvention{{}, {{axis, 300}}}); // stores the weights that were tried
    ui::forget_the_stated(tried, room.doc());
    CHECK(!tried.any());
    CHECK(!order.refresh({room.doc(), computed}, tried));
    room.submit(edit::Place{{axis, first}, Deciding::at(20, 980)});
    CHECK(order.refresh({room.doc(), computed}, tried));
    CHECK(order.ranking().find(first)->veto == analysis::Veto::risk);
}

TEST_CASE("the final values on the screen equal those of a complete run")
{
    Deciding room;
    ui::DecideOrder order;
    analysis::Computed computed;
    order.refresh({room.doc(), computed}, {});
    while (!order.done()) order.advance(1);
    auto const whole = analysis::rank_cases(room.doc());
    CHECK(order.ranking().stability == whole.stability);
    CHECK(order.ranking().draws == whole.draws);
    for (std::size_t i = 0; i < whole.cases.size(); ++i) {
        CHECK(order.ranking().cases[i].on == whole.cases[i].on);
        CHECK(order.ranking().cases[i].rank_draws == whole.cases[i].rank_draws);
    }
}

TEST_CASE("the stability of the order lists cases that change places, and the seed")
{
    Deciding room;
    auto& d = room.driver;
    d.settle(30);
    d.click("decide.solid");
    d.frame(2);
    CHECK(ui::layer_open(d.ui()));
    d.key(ImGuiKey_Escape);
    d.frame(2);
    CHECK(!ui::layer_open(d.ui()));
}

TEST_CASE("every column sorts the rows, and in reverse on a second click")
{
    Deciding room;
    auto& d = room.driver;
    d.click("decide.row.3");
    d.key(ImGuiKey_E);
    d.click("decide.row.1");
    d.key(ImGuiKey_X);
    auto sorted = [&](std::string const& column) {
        d.click("decide.by." + column);
        d.settle();
        CHECK(d.on("decide.by." + column));
        return room.rows();
    };
    CHECK(sorted("number") == Order{1, 2, 3, 4});
    CHECK(sorted("number") == Order{4, 3, 2, 1});
    CHECK(sorted("opportunity") == Order{1, 2, 4, 3});
    CHECK(sorted("risk") == Order{1, 2, 4, 3});
    CHECK(sorted("risk") == Order{3, 4, 1, 2});
    CHECK(sorted("axis.2").front() == 2);
    CHECK(sorted("verdict") == Order{3, 1, 2, 4});
    CHECK(sorted("vote") == Order{1, 2, 4, 3}); // equal values keep the order of the ranks
    d.click("decide.owner.4");
    d.frame(2);
    d.type("Voirie");
    d.key(ImGuiKey_Enter);
    CHECK(sorted("owner").front() == 4);
    CHECK(sorted("review") == Order{1, 2, 4, 3});
    CHECK(sorted("rank") == Order{1, 2, 4, 3});
}

TEST_CASE("rows move to their new place, at once with reduced motion")
{
    Deciding room;
    auto& d = room.driver;
    auto const first = d.box("decide.row.1").min.y;
    d.click("decide.by.number");
    d.click("decide.by.number");
    d.frame(2);
    auto const between = d.box("decide.row.1").min.y;
    CHECK(between > first);
    d.settle();
    CHECK(d.box("decide.row.1").min.y > between);
    room.app.grant(ui::SetMotion{ui::Motion::reduced});
    d.settle();
    d.click("decide.by.number");
    d.frame(2);
    CHECK(d.box("decide.row.1").min.y == first);
}

TEST_CASE("a reader tries weights without storing them")
{
    Deciding room;
    auto& d = room.driver;
    room.host.remember();
    room.app.open("atelier.cadran", ui::Access::read);
    d.settle();
    d.click("step.decide");
    d.settle();
    for (int axis : {1, 3, 4, 5, 6, 7, 8})
        room.slide_to_nothing("decide.weight." + std::to_string(axis));
    d.settle();
    CHECK(room.rows().front() == 2);
    CHECK(!d.enabled("decide.keep"));
    CHECK(d.enabled("decide.restate"));
}

TEST_CASE("the finder stores tried weights, and opens the Pareto plot and the budget")
{
    Deciding room;
    auto& d = room.driver;
    auto find = [&](char const* words) {
        d.key(ImGuiMod_Ctrl | ImGuiKey_K);
        d.frame(2);
        d.type(words);
        d.frame(2);
        d.key(ImGuiKey_Enter);
        d.frame(6);
    };
    room.slide_to_nothing("decide.weight.2");
    find("garder les poids");
    CHECK(room.axis(2).weight_milli == 0);
    find("pareto");
    CHECK(d.shows("pareto.chip.1"));
    find("budget");
    CHECK(d.shows("decide.budget.money"));
}

namespace {

// A vote with one ballot: points for the first two cases. `of`: a revote of those two.
model::RoundId vote(Deciding& room, std::string const& question, int first, int second,
                    model::RoundId of = {})
{
    auto const id = room.app.session()->mint<model::RoundId>();
    auto cases = room.ids<model::Case>();
    if (of) cases.resize(2);
    model::Round round;
    round.question = question;
    round.budget = 100;
    round.cap = 0;
    round.cases = cases;
    round.revote_of = of;
    room.submit(edit::PrepareRound{id, round});
    room.submit(edit::OpenRound{id, 1});
    REQUIRE(support::close_round(*room.app.session(), edit::facilitator, id,
                                 {{{{cases[0], first}, {cases[1], second}}, 1}}));
    room.submit(edit::RevealRound{id});
    return id;
}

} // namespace

TEST_CASE("Décider shows the reference vote and the index of its points, and lets it be chosen")
{
    Deciding room;
    auto& d = room.driver;
    CHECK(!d.enabled("decide.reference"));
    auto const first = vote(room, "Par quoi commencer ?", 17, 32);
    vote(room, "Et ensuite ?", 4, 1);
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 2");
    CHECK(d.label("decide.reference.said") == "Et ensuite ? · 1 bulletin · 4 points = 10");
    CHECK(d.label("decide.convention").find("vote 2") != std::string::npos);
    auto const before = room.entries();
    d.click("decide.reference");
    d.frame(2);
    d.click("decide.reference.1");
    d.settle();
    CHECK(room.entries() == before + 1);
    CHECK(model::get<model::Reference>(room.doc()).round == first);
    CHECK(d.label("decide.reference") == "Vote 1");
    CHECK(d.label("decide.reference.said") == "Par quoi commencer ? · 1 bulletin · 32 points = 10");
    d.click("decide.row.1");
    d.frame(2);
    d.click("decide.tab.0");
    d.frame(2);
    CHECK(d.label("decide.sheet.vote") == "Vote 1 : 17 points → 5,3");
    d.key(ImGuiKey_Escape);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undone as any other edit
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 2");
    d.click("decide.reference");
    d.frame(2);
    d.click("decide.reference.1");
    d.settle();
    vote(room, "Une troisième fois", 1, 1); // the reference vote chosen earlier stays
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 1");
    d.click("decide.reference");
    d.frame(2);
    d.click("decide.reference.last");
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 3");
    CHECK(model::table<model::Reference>(room.doc()).empty());
}

TEST_CASE("Décider says that a revote is newer than the vote that counts, and lets it count")
{
    Deciding room;
    auto& d = room.driver;
    auto const first = vote(room, "Par quoi commencer ?", 17, 32);
    d.settle();
    CHECK_FALSE(d.shows("decide.reference.newer"));
    auto const again = vote(room, "Par quoi commencer ?", 40, 2, first);
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 1");
    CHECK(d.label("decide.reference.newer") ==
          "Revote plus récent : le vote 2, sur 2 cas. Il ne compte que si on le choisit, et les "
          "cas qui n’y sont pas n’ont alors aucun point.");
    d.click("decide.reference.take");
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 2");
    CHECK(model::get<model::Reference>(room.doc()).round == again);
    CHECK_FALSE(d.shows("decide.reference.newer"));
    vote(room, "Et ensuite ?", 4, 1);
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 2"); // the one that was chosen
    CHECK(d.label("decide.reference.newer") ==
          "Plus récent : le vote 3. Il ne compte que si on le choisit.");
    d.click("decide.reference.take");
    d.settle();
    CHECK(d.label("decide.reference") == "Vote 3");
    CHECK(model::table<model::Reference>(room.doc()).empty()); // the last, whichever it is
}
