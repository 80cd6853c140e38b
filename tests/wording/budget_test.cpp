#include "wording/both.h"
#include "wording/budget.h"

#include <doctest/doctest.h>

using analysis::Affordable;
using analysis::Cost;
using analysis::Excluded;
using analysis::Offered;
using test::Both;
using test::both;

namespace {

model::Document two_cases()
{
    model::Document doc;
    for (int n : {1, 2}) {
        model::Case one;
        one.number = n;
        model::writable<model::Case>(doc).set({static_cast<std::uint64_t>(n)}, one);
    }
    return doc;
}

Offered offered(std::uint64_t on, std::int64_t cost)
{
    Offered out;
    out.on = {on};
    out.cost = cost;
    return out;
}

} // namespace

TEST_CASE("Money is euros, or points where costs are sizes")
{
    auto const said = [](Cost::Kind kind, std::int64_t hundredths) {
        return both([&](auto const& words) { return wording::money(words, kind, hundredths); });
    };
    CHECK(said(Cost::Kind::amount, 4'000'000) == Both{"40\u202F000\u00A0€", "40,000\u00A0€"});
    CHECK(said(Cost::Kind::amount, 1250) == Both{"12,50\u00A0€", "12.50\u00A0€"});
    CHECK(said(Cost::Kind::size, 100) == Both{"1 point", "1 point"});
    CHECK(said(Cost::Kind::size, 2000) == Both{"20 points", "20 points"});
}

TEST_CASE("The four rules of a budget have their names")
{
    using model::Rule;
    auto const said = [](Rule rule) {
        return both([&](auto const& words) { return wording::budget_rule(words, rule); });
    };
    CHECK(said(Rule::greedy) == Both{"Dans l’ordre", "Down the order"});
    CHECK(said(Rule::greedy_no_skip) == Both{"S’arrêter au premier", "Stop at the first"});
    CHECK(said(Rule::knapsack) == Both{"Sac à dos", "Knapsack"});
    CHECK(said(Rule::equal_shares) == Both{"Parts égales", "Equal shares"});
}

TEST_CASE("What is spent and left is said once there is a budget")
{
    Affordable fits;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::spent(words, fits); });
    };
    CHECK(said() == Both{"", ""});
    fits.all = 500'000;
    CHECK(said() == Both{"Tout coûterait 5\u202F000\u00A0€", "All would cost 5,000\u00A0€"});
    fits.budget.money = 400'000, fits.spent = 300'000, fits.left = 100'000;
    fits.cases = {offered(1, 300'000)};
    fits.cases[0].in = true;
    CHECK(said() == Both{"Dépensé\u00A0: 3\u202F000\u00A0€ · reste\u00A0: 1\u202F000\u00A0€ · "
                         "1 cas retenu",
                         "Spent: 3,000\u00A0€ · left: 1,000\u00A0€ · 1 case in"});
}

TEST_CASE("What a little more money would change says which cases come and go")
{
    auto const doc = two_cases();
    Affordable fits;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::more(words, doc, fits); }).english;
    };
    CHECK(said().starts_with("No case says what it costs"));
    fits.cases = {offered(1, 300'000), offered(2, 500'000)};
    fits.all = 800'000;
    CHECK(said() == "Say the budget: what fits will be ticked.");
    fits.budget.money = 100'000;
    CHECK(said() == "Nothing fits in this budget, and no more money would change that.");
    fits.cases[0].in = true;
    CHECK(said() == "All that can be taken is taken.");
    fits.more = analysis::BudgetLine::More{};
    fits.more->money = 200'000, fits.more->enter = {{2}};
    CHECK(said() == "From 2,000\u00A0€ more on: no. 2 in.");
    fits.more->leave = {{1}};
    fits.several = true;
    CHECK(said() == "From 2,000\u00A0€ more on: no. 2 in, no. 1 out. Other choices are worth as "
                    "much.");
}

TEST_CASE("A case is in, or says why it is not")
{
    auto doc = two_cases();
    model::Decision decision;
    decision.verdict = model::Verdict::later;
    model::writable<model::Decision>(doc).set({{1}, model::Body::workshop}, decision);
    Affordable fits;
    auto one = offered(1, 100);
    auto const said = [&](Excluded why) {
        one.excluded = why;
        return both([&](auto const& words) { return wording::place(words, doc, fits, one); });
    };
    CHECK(said(Excluded::no) == Both{"", ""}); // without a budget
    fits.budget.money = 1;
    CHECK(said(Excluded::no) == Both{"hors budget", "over budget"});
    CHECK(said(Excluded::unplaced) == Both{"non placé", "not placed"});
    CHECK(said(Excluded::veto) == Both{"à instruire", "to look into"});
    CHECK(said(Excluded::no_cost) == Both{"sans coût", "no cost"});
    CHECK(said(Excluded::decided) == Both{"Plus tard", "Later"});
    one.in = true;
    CHECK(said(Excluded::no) == Both{"retenu", "in"});
}
