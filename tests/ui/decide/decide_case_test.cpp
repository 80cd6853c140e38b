#include "deciding.h"

#include <doctest/doctest.h>
#include <imgui.h>

using model::Body;
using model::Verdict;
using support::Deciding;

TEST_CASE("the sheet of a case has its place, its warnings and the second opinions")
{
    Deciding room;
    auto& d = room.driver;
    d.settle(30);
    d.click("decide.row.1");
    d.frame(2);
    d.click("decide.tab.0");
    d.frame(2);
    CHECK(d.label("decide.sheet.rank").find("Rang 1") != std::string::npos);
    CHECK(d.label("decide.sheet.topsis").find("TOPSIS 0,") != std::string::npos);
    CHECK(d.label("decide.sheet.promethee").find("PROMETHEE II +0,") != std::string::npos);
    CHECK(d.shows("decide.sheet.regret"));
    CHECK(d.label("decide.sheet.layer").find("Couche de Pareto") == 0);
    d.click("decide.sheet.close");
    d.frame(2);
    CHECK(d.shows("decide.weight.1"));
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(d.shows("decide.sheet.rank"));
    d.key(ImGuiKey_DownArrow);
    d.key(ImGuiKey_DownArrow);
    d.frame(2);
    CHECK(d.on("decide.row.4"));
    CHECK(!d.shows("decide.sheet.topsis")); // placed on one axis only: no second opinion
    d.key(ImGuiKey_Escape);
    d.frame(2);
    CHECK(!d.shows("decide.sheet.rank"));
}

TEST_CASE("a row has one sign of a high risk, with the risk and the decision")
{
    Deciding room;
    auto& d = room.driver;
    auto const data = room.ids<model::Axis>().back(); // protection of personal data
    auto const third = room.ids<model::Case>()[2];
    room.submit(edit::Place{{data, third}, Deciding::at(300, 900)});
    room.submit(edit::Decide{{third, Body::workshop}, {Verdict::safeguards, "Avec soin", "", ""}});
    d.settle(30);
    CHECK(d.label("decide.veto.3") ==
          "Risque à instruire (axes 3 et 8)\u202F; décidé malgré un risque "
          "élevé sur la protection des données");
    if (d.shows("decide.notices.3"))
        CHECK(d.label("decide.notices.3").find("protection des données") == std::string::npos);
    d.click("decide.veto.3"); // opens the case, as its row does
    d.frame(2);
    CHECK(d.on("decide.row.3"));
}

TEST_CASE("a decision is made in the sheet: verdict, reason, owner and review date")
{
    Deciding room("en");
    auto& d = room.driver;
    d.click("decide.row.2");
    d.frame(2);
    d.click("decide.set.safeguards");
    CHECK(room.decision(2).verdict == Verdict::safeguards);
    d.click("decide.reason");
    d.type("meters first");
    d.key(ImGuiKey_Enter);
    CHECK(room.decision(2).reason == "meters first");
    d.click("decide.sheet.owner");
    d.type("Water");
    d.click("decide.sheet.review");
    CHECK(room.decision(2).owner == "Water");
    d.type("2027-03");
    d.key(ImGuiKey_Enter);
    CHECK(room.decision(2).review == "2027-03");
    CHECK(room.decision(2).verdict == Verdict::safeguards);
    d.click("decide.set.safeguards"); // a second click removes it, the rest stays
    CHECK(room.decision(2).verdict == Verdict::none);
    CHECK(room.decision(2).reason == "meters first");
}

TEST_CASE("the committee's verdict is beside the workshop's and does not replace it")
{
    Deciding room;
    auto& d = room.driver;
    d.click("decide.row.1");
    room.launch();
    d.click("decide.body.1");
    d.frame();
    CHECK(!d.shows("decide.other.2"));
    CHECK(d.label("decide.other.1").find("Atelier") == 0);
    d.key(ImGuiKey_T); // the new verdict reverses the workshop's: a reason is requested first
    d.settle();
    CHECK(room.decision(1, Body::committee).verdict == Verdict::none);
    d.type("Budget 2027");
    d.frame();
    d.click("decide.note");
    d.settle();
    CHECK(room.decision(1).verdict == Verdict::launch);
    CHECK(room.decision(1, Body::committee).verdict == Verdict::later);
    CHECK(room.decision(1, Body::committee).reason == "Budget 2027");
    d.key(ImGuiKey_C);
    d.frame();
    CHECK(d.label("decide.verdict.1") == "Lancer");
    CHECK(d.label("decide.other.1").find("Plus tard") != std::string::npos);
}

TEST_CASE("the Pareto plot grows, and its cases are chosen by mouse and by keyboard")
{
    Deciding room;
    auto& d = room.driver;
    d.click("decide.pareto.large");
    d.frame(2);
    CHECK(!d.shows("decide.row.1"));
    d.click("pareto.chip.3");
    d.frame(2);
    CHECK(d.on("pareto.chip.3"));
    CHECK(d.shows("decide.set.launch"));
    d.key(ImGuiKey_X);
    CHECK(room.decision(3).verdict == Verdict::aside);
    d.key(ImGuiKey_UpArrow);
    d.frame();
    CHECK(d.on("pareto.chip.4"));
    d.key(ImGuiKey_1);
    d.frame(2);
    CHECK(d.on("decide.row.4"));
    d.key(ImGuiKey_2);
    d.frame(2);
    CHECK(d.label("pareto.chip.1").find("couche 1") != std::string::npos);
}

TEST_CASE("a budget shows what fits, what more money would add, and why others are out")
{
    Deciding room;
    auto& d = room.driver;
    d.key(ImGuiKey_3);
    d.frame(2);
    CHECK(d.label("decide.budget.spent").find("5 points") != std::string::npos); // M and S
    CHECK(d.value("decide.budget.row.1").empty()); // without a budget no case is excluded
    CHECK(d.value("decide.budget.row.3") == "à instruire");
    d.key(ImGuiKey_M);
    d.frame(2);
    d.type("4");
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(model::get<model::Budget>(room.doc()).money == 400);
    CHECK(d.value("decide.budget.money").find("4 points") != std::string::npos);
    CHECK(d.on("decide.budget.row.1"));  // M: 3
    CHECK(!d.on("decide.budget.row.2")); // S: 2
    CHECK(d.value("decide.budget.row.3") == "à instruire");
    CHECK(d.value("decide.budget.row.4") == "sans coût");
    CHECK(d.label("decide.budget.more").find("1 point de plus") != std::string::npos);
    CHECK(d.label("decide.budget.more").find("n°\u00A02 en plus") != std::string::npos);
    d.click("decide.budget.rule.2"); // rule: knapsack
    d.frame(2);
    CHECK(model::get<model::Budget>(room.doc()).rule == model::Rule::knapsack);
    CHECK(d.on("decide.budget.row.1"));
    d.click("decide.budget.rule.3"); // rule: equal shares; there is no vote
    d.frame(2);
    CHECK(d.label("decide.budget.why").find("vote") != std::string::npos);
    d.click("decide.budget.rule.0");
    d.frame(2);
    d.click("decide.budget.row.3");
    d.key(ImGuiKey_E); // investigated, with safeguards: eligible for the budget
    d.frame(2);
    CHECK(d.value("decide.budget.row.3") == "hors budget");
}

TEST_CASE("decisions against the order are counted, and shown on the case")
{
    Deciding room;
    auto& d = room.driver;
    room.submit(
        edit::Decide{{room.ids<model::Case>()[0], Body::workshop}, {Verdict::aside, "", "", ""}});
    room.submit(
        edit::Decide{{room.ids<model::Case>()[2], Body::workshop}, {Verdict::launch, "", "", ""}});
    d.frame();
    d.click("decide.row.3");
    d.frame(2);
    CHECK(d.shows("decide.gap.3"));
    CHECK(d.label("decide.gap.3").find("1 cas mieux classé") != std::string::npos);
    CHECK(!d.shows("decide.gap.2"));
}

TEST_CASE("a cost typed in its row changes the selection at once")
{
    Deciding room("en");
    auto& d = room.driver;
    room.submit(edit::SetBudget{{2000, model::Rule::greedy}});
    d.key(ImGuiKey_3);
    d.frame(2);
    CHECK(d.value("decide.budget.row.4") == "no cost");
    d.click("decide.cost.4");
    d.frame(2);
    d.type("S");
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(model::get<model::Case>(room.doc(), room.ids<model::Case>()[3]).cost == "S");
    CHECK(d.on("decide.budget.row.4"));
    d.click("decide.budget.row.4");
    d.key(ImGuiKey_K);
    d.frame(2);
    d.type("nothing");
    d.key(ImGuiKey_Escape);
    CHECK(model::get<model::Case>(room.doc(), room.ids<model::Case>()[3]).cost == "S");
    CHECK(!d.shows("decide.cost.4.edit"));
}
