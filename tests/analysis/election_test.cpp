#include "analysis/voting/tally.h"
#include "pabulib.h"
#include "small_votes.h"
#include "support/folders.h"
#include "support/parsed.h"
#include "support/skip.h"
#include "support/tables.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

using namespace analysis;
using namespace sample;

namespace {

std::map<CaseId, int> ranks_by_case(Tally const& result)
{
    std::map<CaseId, int> by_case;
    for (auto const& line : result.cases) by_case[line.on] = line.rank;
    return by_case;
}

} // namespace

TEST_CASE("Published budgets counted again give the published points and supporters")
{
    for (auto const* name : {"France_Toulouse_2019.pb", "Switzerland_Zurich_D10.pb",
                             "Netherlands_Assen_2024.pb", "Poland_Swiecie_2023.pb"}) {
        CAPTURE(name);
        auto const election = pabulib::read(name);
        if (!election) {
            MESSAGE("skipped: no shared file " << name);
            continue;
        }
        auto const result = tally(election->doc, first_round).value();
        CHECK(result.voters == election->voters);
        int number = 0;
        for (auto const& project : election->projects) {
            auto const* line = result.find(case_id(++number));
            REQUIRE(line);
            CHECK(line->score == Ratio{project.score, 1});
            CHECK(line->supporters == project.votes);
            REQUIRE(line->interval);
            CHECK(line->interval->low <= static_cast<double>(project.score));
            CHECK(line->interval->high >= static_cast<double>(project.score));
        }
        for (std::size_t i = 1; i < result.cases.size(); ++i)
            CHECK(result.cases[i - 1].score >= result.cases[i].score);
    }
}

TEST_CASE("The points of published budgets agree with the sums computed apart")
{
    std::ifstream file(support::shared_dir() / "expected" / "pabulib.json");
    if (!file) {
        CADRAN_SKIP("no shared results");
    }
    auto const expected = support::parsed(file);
    for (auto const* name : {"France_Toulouse_2019.pb", "Switzerland_Zurich_D10.pb"}) {
        auto const election = pabulib::read(name).value();
        auto const result = tally(election.doc, first_round).value();
        int number = 0;
        for (auto const& project : election.projects) {
            auto const* line = result.find(case_id(++number));
            CHECK(line->score.num == expected[name]["score"][project.id].get<std::int64_t>());
            CHECK(line->supporters == expected[name]["supporters"][project.id].get<std::int64_t>());
        }
    }
}

TEST_CASE("The order in which people voted and in which cases were read out changes nothing")
{
    auto const election = pabulib::read("Switzerland_Zurich_D10.pb");
    if (!election) CADRAN_SKIP("no shared election");
    auto const before = tally(election->doc, first_round).value();
    auto doc = election->doc;
    std::vector<model::Ballot> ballots;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) ballots.push_back(ballot);
    std::ranges::reverse(ballots);
    std::rotate(ballots.begin(), ballots.begin() + 57, ballots.end());
    int number = 0;
    for (auto& ballot : ballots) {
        std::ranges::reverse(ballot.marks);
        model::writable<model::Ballot>(doc).set({first_round, ++number}, ballot);
    }
    support::edit<model::Round>(doc, first_round,
                                [](auto& round) { std::ranges::reverse(round.cases); });
    auto const after = tally(doc, first_round).value();
    CHECK(cases(after) == cases(before));
    CHECK(ranks_by_case(after) == ranks_by_case(before));
    for (std::size_t i = 0; i < before.cases.size(); ++i) {
        CHECK(after.cases[i].histogram == before.cases[i].histogram);
        CHECK(after.cases[i].interval == before.cases[i].interval);
    }
}

TEST_CASE("Everyone voting twice the same way keeps every rank and doubles every score")
{
    auto const once = pabulib::read("France_Toulouse_2019.pb");
    auto const twice = pabulib::read("France_Toulouse_2019.pb", 2);
    if (!once || !twice) CADRAN_SKIP("no shared election");
    auto const before = tally(once->doc, first_round).value();
    auto const after = tally(twice->doc, first_round).value();
    CHECK(ranks_by_case(after) == ranks_by_case(before));
    CHECK(after.voters == 2 * before.voters);
    for (auto const& line : before.cases)
        CHECK(after.find(line.on)->score == Ratio{2 * line.score.num, 1});
}

TEST_CASE("A case that nobody wants comes last and moves nobody else")
{
    auto const election = pabulib::read("Switzerland_Zurich_D10.pb");
    if (!election) CADRAN_SKIP("no shared election");
    auto const before = tally(election->doc, first_round).value();
    auto doc = election->doc;
    int const loser = static_cast<int>(election->projects.size()) + 1;
    model::Case record;
    record.number = loser;
    model::writable<model::Case>(doc).set(case_id(loser), record);
    support::edit<model::Round>(doc, first_round,
                                [&](auto& round) { round.cases.push_back(case_id(loser)); });
    auto const after = tally(doc, first_round).value();
    auto order = cases(after);
    CHECK(order.back() == case_id(loser));
    order.pop_back();
    CHECK(order == cases(before));
    for (auto const& line : before.cases) CHECK(after.find(line.on)->interval == line.interval);
}

TEST_CASE("Drawing people and drawing counts give the same interval, within what chance allows")
{
    auto const election = pabulib::read("France_Toulouse_2019.pb");
    if (!election) CADRAN_SKIP("no shared election");
    auto const people = tally(election->doc, first_round, {.method = {}, .blank = {}}).value();
    auto const many = pabulib::read("France_Toulouse_2019.pb", 20).value(); // 29,880 voters
    auto const counts = tally(many.doc, first_round).value();
    CHECK(counts.voters == 20 * people.voters);
    for (auto const& line : people.cases) {
        auto const& wide = *line.interval;
        auto const& narrow = *counts.find(line.on)->interval;
        // Twenty times the voters: half-widths grow by the square root of twenty.
        double const expected = (wide.high - wide.low) * std::sqrt(20.0);
        CHECK((narrow.high - narrow.low) / expected > 0.8);
        CHECK((narrow.high - narrow.low) / expected < 1.25);
    }
}
