#include "analysis/ranking/ranking.h"
#include "exchange/results/json.h"
#include "support/parsed.h"
#include "support/tables.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using model::AxisId;
using model::CaseId;

namespace {

// Three cases from best to worst, of 3, 5 and 2 points.
model::Document with_costs()
{
    model::Document doc;
    model::Axis axis;
    axis.order = 1;
    model::writable<model::Axis>(doc).set(AxisId{50}, axis);
    int number = 0;
    for (char const* cost : {"M", "L", "S"}) {
        ++number;
        model::Case one;
        one.number = number;
        one.title = "Cas " + std::to_string(number);
        one.cost = cost;
        CaseId const id{static_cast<std::uint64_t>(number)};
        model::writable<model::Case>(doc).set(id, one);
        model::Placement placed;
        placed.opportunity = 1000 - 100 * number;
        placed.risk = 200;
        model::writable<model::Placement>(doc).set({AxisId{50}, id}, placed);
    }
    return doc;
}

nlohmann::json printed(model::Document const& doc)
{
    return support::parsed(exchange::rank_json(doc, analysis::rank_cases(doc, {.draws = 0})));
}

} // namespace

TEST_CASE("the order as JSON says what fits in the budget, and what more would add")
{
    auto doc = with_costs();
    CHECK(printed(doc)["budget"].is_null());
    model::writable<model::Budget>(doc).set({}, {600, model::Rule::greedy});
    auto const budget = printed(doc)["budget"];
    CHECK(budget["money"] == 6.0);
    CHECK(budget["rule"] == "greedy");
    CHECK(budget["in"] == nlohmann::json::array({1, 3}));
    CHECK(budget["spent"] == 5.0);
    CHECK(budget["left"] == 1.0);
    CHECK(budget["more"]["money"] == 2.0);
    CHECK(budget["more"]["enter"] == nlohmann::json::array({2}));
    CHECK(budget["more"]["leave"] == nlohmann::json::array({3}));
}

TEST_CASE("a budget that no ballots can share has a reason instead of an empty selection")
{
    auto doc = with_costs();
    model::writable<model::Budget>(doc).set({}, {600, model::Rule::equal_shares});
    auto const budget = printed(doc)["budget"];
    CHECK(budget["error"] == "budget.ballots");
    CHECK(!budget.contains("in"));
}

TEST_CASE("the order as JSON names the vote that counts and what makes its points an index")
{
    auto doc = with_costs();
    CHECK(printed(doc)["reference_vote"].is_null());
    auto vote = [&](std::uint64_t id, int number, std::vector<int> points) {
        model::Round round;
        round.number = number;
        round.question = "Vote " + std::to_string(number);
        for (std::uint64_t on = 1; on <= 3; ++on) round.cases.push_back({on});
        model::writable<model::Round>(doc).set({id}, round);
        support::edit<model::RoundStatus>(
            doc, {id}, [](auto& status) { status.state = model::RoundState::revealed; });
        model::Ballot ballot;
        for (std::uint64_t on = 1; on <= 3; ++on)
            ballot.marks.push_back({{on}, points[static_cast<std::size_t>(on - 1)]});
        model::writable<model::Ballot>(doc).set({{id}, 1}, ballot);
    };
    vote(20, 1, {17, 32, 0});
    vote(21, 2, {1, 1, 4});
    auto const latest = printed(doc);
    CHECK(latest["reference"] == 2);
    CHECK(latest["reference_vote"]["question"] == "Vote 2");
    CHECK(latest["reference_vote"]["chosen"] == false);
    model::writable<model::Reference>(doc).set({}, {{20}});
    auto const chosen = printed(doc);
    CHECK(chosen["reference"] == 1);
    auto const& named = chosen["reference_vote"];
    CHECK(named["round"] == 1);
    CHECK(named["question"] == "Vote 1");
    CHECK(named["method"] == "dots");
    CHECK(named["voters"] == 1);
    CHECK(named["chosen"] == true);
    CHECK(named["best_score"] == 32.0);
    for (auto const& one : chosen["results"])
        if (one["case"] == 1) {
            CHECK(one["score"] == 17.0);
            CHECK(one["vote"].get<double>() == doctest::Approx(10.0 * 17 / 32)); // 5.3
        }
}
