#include "analysis/voting/one_voter.h"
#include "analysis/voting/transfers.h"
#include "shared_files.h"
#include "small_votes.h"
#include "support/parsed.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace analysis;
using namespace sample;
using nlohmann::json;

namespace {

using Numbers = std::vector<int>;

model::Document vote(int cases, int seats)
{
    model::Document doc;
    add_cases(doc, cases);
    auto round = round_by(Method::stv);
    round.seats = seats;
    add_round(doc, round);
    return doc;
}

Numbers numbers_of(Transfers const& transfers, std::vector<std::uint32_t> const& places)
{
    Numbers out;
    for (auto at : places) out.push_back(static_cast<int>(transfers.cases[at].value) - 100);
    return out;
}

Numbers elected(Tally const& result)
{
    return numbers_of(*result.transfers, result.transfers->count.elected);
}

std::set<int> set_of(Numbers const& list) { return {list.begin(), list.end()}; }

// A PrefLib file of complete orders, as a vote for so many seats.
std::optional<model::Document> preflib(std::string const& name, int cases, int seats)
{
    auto const lines = shared::lines("data/preflib/" + name);
    if (!lines) return std::nullopt;
    auto doc = vote(cases, seats);
    for (auto const& line : *lines) {
        if (line.empty() || line.front() == '#') continue;
        auto const sides = shared::split(line, ':');
        Numbers order;
        for (auto const& cell : shared::split(sides.at(1), ',')) order.push_back(std::stoi(cell));
        add_ballots(doc, {ranking(order)}, first_round, std::stoi(sides.at(0)));
    }
    return doc;
}

} // namespace

TEST_CASE("Forty elections are counted as a program of Scottish elections counts them")
{
    // Random ones, counted once by Droop 0.14 (Jonathan Lundell), rule "scotland": the quota, who
    // reached it in order and who filled the last seats, who was excluded in order, and the votes
    // that each had then, in hundred-thousandths. Fifteen break ties by an earlier stage.
    std::ifstream file(support::sources_dir() / "tests/fixtures/stv_counted_elsewhere.json");
    auto const elections = support::parsed(file);
    REQUIRE(elections.size() == 40);
    for (auto const& one : elections) {
        auto const cases = one["cases"].get<int>();
        auto doc = vote(cases, one["seats"].get<int>());
        for (auto const& ballot : one["ballots"]) {
            auto order = ballot.get<Numbers>();
            auto const people = order.front();
            order.erase(order.begin());
            add_ballots(doc, {ranking(order)}, first_round, people);
        }
        CAPTURE(one.dump());
        auto const result = counted(doc);
        auto const& count = result.transfers->count;
        CHECK(count.quota == one["quota"].get<std::int64_t>());
        CHECK(numbers_of(*result.transfers, count.excluded) == one["excluded"].get<Numbers>());
        auto const all = elected(result);
        auto const by_quota = one["elected"].get<Numbers>();
        REQUIRE(all.size() >= by_quota.size());
        auto const rest = all.begin() + static_cast<std::ptrdiff_t>(by_quota.size());
        CHECK(set_of({all.begin(), rest}) == set_of(by_quota));
        auto const had = [&](int number) {
            return one["fates"][static_cast<std::size_t>(number - 1)].get<std::int64_t>();
        };
        for (std::size_t i = 0; i < by_quota.size(); ++i) // level ones in either order
            CHECK(had(all[i]) == had(by_quota[i]));
        CHECK(set_of({rest, all.end()}) == set_of(one["filled"].get<Numbers>()));
        for (int number = 1; number <= cases; ++number) {
            auto const at = result.transfers->index_of(case_id(number));
            if (!one["fates"][static_cast<std::size_t>(number - 1)].is_null())
                CHECK(count.fates[at].votes == had(number));
        }
        CHECK(count.chosen_by_order.empty());
    }
}

TEST_CASE("Elections that others published are counted as that program counts them")
{
    struct Expected {
        char const* file;
        int cases, seats;
        std::int64_t quota;
        Numbers elected;
    };
    for (auto const& [file, cases, seats, quota, wanted] :
         {Expected{"00009/00009-00000001.soc", 9, 3, 37, {9, 3, 2}},
          Expected{"00009/00009-00000002.soc", 7, 3, 39, {7, 2, 3}},
          Expected{"00012/00012-00000001.soc", 11, 4, 7, {1, 10, 6, 2}}}) {
        auto const doc = preflib(file, cases, seats);
        if (!doc) CADRAN_SKIP("no shared PrefLib files");
        std::string const name = file; // clang 14 captures no structured binding
        CAPTURE(name);
        auto const result = counted(*doc);
        CHECK(result.transfers->count.quota == quota);
        CHECK(elected(result) == wanted);
        CHECK(numbers(*doc, result.winners) == wanted);
    }
}

TEST_CASE("Each group of the room has its share of the seats")
{
    auto doc = vote(6, 3); // six of ten want 1, 2, 3; four want 4, 5, 6
    add_ballots(doc, {ranking({1, 2, 3})}, first_round, 6);
    add_ballots(doc, {ranking({4, 5, 6})}, first_round, 4);
    auto const result = counted(doc);
    CHECK(result.transfers->count.quota == 3);
    CHECK(set_of(elected(result)) == std::set{1, 2, 4});
    CHECK(result.selects());
    for (auto const& line : result.cases) CHECK(line.selected == (line.rank <= 3));
}

TEST_CASE("With one seat, the winner is that of repeated elimination of the last")
{
    auto doc = vote(3, 1); // 1 leads with four of nine; those of 2 prefer 3
    add_ballots(doc, {ranking({1, 2})}, first_round, 4);
    add_ballots(doc, {ranking({3, 2})}, first_round, 3);
    add_ballots(doc, {ranking({2, 3})}, first_round, 2);
    auto const result = counted(doc);
    CHECK(order(doc, result) == Numbers{3, 1, 2});
    CHECK(result.winners == std::vector{case_id(3)});
    auto const& fates = result.transfers->count.fates;
    CHECK(fates[2].votes == 5 * parts_per_vote);
    CHECK(fates[2].stage == 2);
}

TEST_CASE("A place that two cases share on a ballot shares its vote, and a blank one has none")
{
    auto doc = vote(3, 1);
    add_ballots(doc, {{{1, 1}, {2, 1}, {3, 2}}}, first_round, 3);
    add_ballots(doc, {{{3, 1}}}, first_round, 2);
    add_ballots(doc, {{}});
    auto const result = counted(doc);
    auto const& count = result.transfers->count;
    CHECK(count.quota == 3); // of five ballots that rank
    CHECK(count.stages.front().votes ==
          std::vector<std::int64_t>{150'000, 150'000, 2 * parts_per_vote});
    // Level at every stage: the one read out last is taken out, and the other gets its halves.
    REQUIRE(count.chosen_by_order.size() == 1);
    CHECK(numbers_of(*result.transfers, count.chosen_by_order.front()) == Numbers{1, 2});
    CHECK(elected(result) == Numbers{1});
}

TEST_CASE("Cases without any rank share the last place, without an order among them")
{
    auto doc = vote(5, 1);
    add_ballots(doc, {ranking({2, 1}), ranking({2}), ranking({1})}, first_round, 3);
    auto const result = counted(doc);
    CHECK(elected(result) == Numbers{2});
    CHECK(ranks(result) == Numbers{1, 2, 3, 3, 3});
    CHECK(result.transfers->count.chosen_by_order.empty());
}

TEST_CASE("As many cases as seats are elected without a transfer, and more seats than cases too")
{
    for (int seats : {3, 7}) {
        auto doc = vote(3, seats);
        add_ballots(doc, {ranking({1, 2, 3}), ranking({2})});
        auto const result = counted(doc);
        CHECK(result.transfers->count.stages.size() == 1);
        CHECK(result.transfers->count.stages.front().fills);
        CHECK(set_of(elected(result)) == std::set{1, 2, 3});
    }
}

TEST_CASE("How often the room would elect a case is drawn, and one voter may decide")
{
    auto doc = vote(4, 2);
    add_ballots(doc, {ranking({1, 2})}, first_round, 12);
    add_ballots(doc, {ranking({3, 4})}, first_round, 6);
    add_ballots(doc, {ranking({4, 3})}, first_round, 6);
    auto const result = counted(doc);
    CHECK(result.rank_resamples > 0);
    CHECK(*result.find(case_id(1))->share_at_top > 0.9);
    CHECK(*result.find(case_id(2))->share_at_top < 0.9);
    for (auto const& line : result.cases) CHECK_FALSE(line.ranks);
    auto const one = without_one_voter(doc, first_round, 2).value();
    REQUIRE(one);
    CHECK(one->whole());
    CHECK(one->people == 6); // 3 is before 4 because it was read out first
    CHECK(one->entering == std::vector{case_id(4)});
    CHECK(one->leaving == std::vector{case_id(3)});
}

TEST_CASE("Only orders can be counted by transfers, for as many seats as are asked for")
{
    auto points = vote(2, 1);
    auto round = round_by(Method::dots);
    add_round(points, round);
    add_ballots(points, {{{1, 2}}});
    TallyOptions options;
    options.method = Method::stv;
    auto const refused = tally(points, first_round, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "tally.ballots");

    auto ranked = forty_five();
    options.seats = 2;
    CHECK(elected(counted(ranked, options)).size() == 2);
    options.seats = 1;
    CHECK(elected(counted(ranked, options)).size() == 1);
}
