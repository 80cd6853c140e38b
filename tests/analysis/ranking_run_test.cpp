#include "analysis/ranking/ranking.h"
#include "estimating.h"
#include "ranked.h"
#include "shared.h"
#include "support/skip.h"
#include "support/tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace analysis;
using namespace sample;

namespace {

std::shared_ptr<Evidence const> evidence_of(model::Document const& doc)
{
    return std::make_shared<Evidence const>(read_evidence(doc));
}

// A session with a vote and estimates: some cells placed at the median, some by hand, some not,
// some missing.
model::Document mixed_room(int cases, int axes, int voters, unsigned seed)
{
    std::mt19937 random(seed);
    auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    model::Document doc;
    add_cases(doc, cases);
    add_axes(doc, axes);
    support::edit_all<model::Axis>(
        doc, [&](auto, auto& axis) { axis.weight_milli = 500 + below(2000); });
    add_round(doc, {});
    for (int voter = 1; voter <= voters + 2; ++voter) {
        std::vector<Line> lines;
        for (int on = 1; on <= cases; ++on)
            if (below(3) == 0) lines.emplace_back(on, 1 + below(3));
        add_ballots(doc, {lines});
    }
    add_estimating(doc, voters);
    for (int axis = 1; axis <= axes; ++axis)
        for (int on = 1; on <= cases; ++on) {
            int const o = below(11), r = below(11);
            for (int voter = 1; voter <= voters; ++voter) {
                if (below(12) == 0) continue;
                if (below(12) == 0) {
                    estimate(doc, voter, axis, on, {});
                    continue;
                }
                estimate(doc, voter, axis, on,
                         Said{{std::clamp(o + below(7) - 3, 0, 10) * 100,
                               std::clamp(r + below(7) - 3, 0, 10) * 100}});
            }
            if (below(6) == 0) place(doc, axis, on, below(1001), below(1001));
        }
    auto const table = *read_estimates(doc, estimating_round);
    for (int on = 1; on <= cases; on += 2) {
        auto const settled = at_the_median(cloud(table, axis_id(1), case_id(on), {}));
        if (settled)
            model::writable<model::Placement>(doc).set({axis_id(1), case_id(on)}, *settled);
    }
    return doc;
}

// Moves placements at the median to the present median.
void settle_again(model::Document& doc)
{
    auto const table = *read_estimates(doc, estimating_round);
    support::edit_all<model::Placement>(doc, [&](auto const& key, auto& placed) {
        if (placed.by == model::PlacedBy::median)
            if (auto to = at_the_median(cloud(table, key.axis, key.on, {}))) placed = *to;
    });
}

std::vector<model::CaseId> first_cases(Ranking const& ranking)
{
    std::vector<model::CaseId> out;
    for (auto const& one : ranking.cases)
        if (one.placed() && one.rank <= ranking.first) out.push_back(one.on);
    std::ranges::sort(out);
    return out;
}

bool same(RankedCase const& a, RankedCase const& b)
{
    return a.on == b.on && a.rank == b.rank && a.rank_low == b.rank_low &&
           a.rank_high == b.rank_high && a.index == b.index && a.rank_draws == b.rank_draws &&
           a.first_share == b.first_share && a.central_weights == b.central_weights &&
           a.hangs_on == b.hangs_on;
}

bool same(Ranking const& a, Ranking const& b)
{
    if (a.cases.size() != b.cases.size() || a.stability != b.stability || a.draws != b.draws ||
        a.swaps != b.swaps || a.voices != b.voices || a.decisive != b.decisive)
        return false;
    for (std::size_t i = 0; i < a.cases.size(); ++i)
        if (!same(a.cases[i], b.cases[i])) return false;
    return true;
}

} // namespace

TEST_CASE("The median of the estimates counts unless a position is agreed")
{
    model::Document doc;
    add_cases(doc, 3);
    add_axes(doc, 1);
    add_estimating(doc, 7);
    estimate_all(
        doc, 1, 1,
        {Said{{700, 100}}, Said{{800, 200}}, Said{{900, 300}}, Said{{600, 900}}, Said{{820, 210}}});
    estimate_all(doc, 1, 2, std::vector<Said>(6, Said{{300, 300}}));
    estimate_all(doc, 1, 3, std::vector<Said>(4, Said{{900, 100}}));
    auto ranking = rank_cases(doc, {.draws = 0});
    CHECK(line(ranking, 1).opportunity == 8.0);
    CHECK(line(ranking, 1).risk == 2.1);
    CHECK(line(ranking, 1).values[0].basis == Basis::estimates);
    CHECK(line(ranking, 1).values[0].estimates == 5);
    CHECK_FALSE(line(ranking, 3).placed()); // four placements show nothing, so they weigh nothing

    place(doc, 1, 1, 500, 400);
    place(doc, 1, 3, 510, 410);
    ranking = rank_cases(doc, {.draws = 0});
    CHECK(line(ranking, 1).opportunity == 5.0);
    CHECK(line(ranking, 1).values[0].basis == Basis::hand);
    CHECK(line(ranking, 3).opportunity == 5.1);
}

TEST_CASE("A placement at the median follows the room for as long as it is where the median is")
{
    model::Document doc;
    add_cases(doc, 1);
    add_axes(doc, 1);
    add_estimating(doc, 6);
    estimate_all(doc, 1, 1,
                 {Said{{700, 100}}, Said{{801, 200}}, Said{{900, 300}}, Said{{600, 100}},
                  Said{{500, 100}}, Said{{950, 250}}});
    auto basis = [&] { return line(rank_cases(doc, {.draws = 0}), 1).values[0].basis; };
    auto const settled =
        *at_the_median(cloud(*read_estimates(doc, estimating_round), axis_id(1), case_id(1), {}));
    CHECK(settled.opportunity == 751); // 750.5, rounded
    model::writable<model::Placement>(doc).set({axis_id(1), case_id(1)}, settled);
    CHECK(basis() == Basis::median);
    CHECK(line(rank_cases(doc, {.draws = 0}), 1).opportunity == 7.51);
    estimate(doc, 1, 1, 1, Said{{990, 900}}); // the room is elsewhere by now
    CHECK(basis() == Basis::hand);
}

TEST_CASE("A high risk estimated by a third of the voters is a veto, whatever the median or the "
          "agreed position")
{
    model::Document doc;
    add_cases(doc, 1);
    add_axes(doc, 2);
    add_estimating(doc, 6);
    std::vector<Said> said(6, Said{{800, 200}});
    estimate_all(doc, 1, 1, said);
    said[0] = said[1] = Said{{800, 750}};
    estimate_all(doc, 2, 1, said);
    auto found = line(rank_cases(doc, {.draws = 0}), 1);
    CHECK(found.veto == Veto::risk);
    CHECK(found.values[0].veto == Veto::none);
    CHECK(found.values[1].veto == Veto::risk);
    place(doc, 2, 1, 900, 100);
    CHECK(line(rank_cases(doc, {.draws = 0}), 1).veto == Veto::risk);
    estimate(doc, 1, 2, 1, Said{{800, 749}});
    CHECK(line(rank_cases(doc, {.draws = 0}), 1).veto == Veto::none);
}

TEST_CASE("A case contested on an axis is contested in the order")
{
    model::Document doc;
    add_cases(doc, 2);
    add_axes(doc, 1);
    add_estimating(doc, 10);
    for (int voter = 1; voter <= 10; ++voter) {
        estimate(doc, voter, 1, 1, Said{{voter <= 5 ? 100 : 900, 300}});
        estimate(doc, voter, 1, 2, Said{{700, 300}});
    }
    auto const ranking = rank_cases(doc, {.draws = 0});
    CHECK(line(ranking, 1).contested);
    CHECK_FALSE(line(ranking, 1).contested_vote);
    CHECK(line(ranking, 1).values[0].agreement == Agreement::contested);
    CHECK_FALSE(line(ranking, 2).contested);
}

TEST_CASE("A run in any number of slices gives identical bits")
{
    auto const evidence = evidence_of(mixed_room(14, 4, 15, 3));
    RankingOptions const options{.draws = 400};
    RankingRun whole(evidence, options);
    whole.advance(1'000'000);
    REQUIRE(whole.done());
    for (int slice : {1, 7, 250, 400, 401}) {
        RankingRun sliced(evidence, options);
        while (!sliced.done()) {
            sliced.advance(slice);
            (void)sliced.ranking(); // reading changes nothing
        }
        CHECK(same(whole.ranking(), sliced.ranking()));
    }
    // An interrupted run has made the first of the same draws.
    RankingRun half(evidence, options);
    half.advance(100);
    RankingRun other(std::move(half));
    CHECK(other.progress() == Progress{100, whole.progress().total});
    CHECK(other.ranking().draws == 100);
    RankingRun hundred(evidence, {.draws = 100});
    hundred.advance(100);
    CHECK(other.ranking().stability == hundred.ranking().stability);
    CHECK(other.ranking().cases[0].rank_draws == hundred.ranking().cases[0].rank_draws);
}

TEST_CASE("Before the first draw a run already says the order")
{
    auto const evidence = evidence_of(mixed_room(9, 3, 8, 5));
    RankingRun run(evidence);
    auto const at_once = run.ranking();
    CHECK_FALSE(at_once.stability);
    CHECK(at_once.draws == 0);
    CHECK(at_once.cases.front().rank == 1);
    CHECK(at_once.cases.front().index);
    run.advance(50);
    auto const later = run.ranking();
    for (std::size_t i = 0; i < later.cases.size(); ++i) {
        CHECK(later.cases[i].on == at_once.cases[i].on);
        CHECK(later.cases[i].index == at_once.cases[i].index);
    }
    CHECK(later.stability);
}

TEST_CASE("Weights that are tried give the same order as stored ones")
{
    auto doc = mixed_room(10, 3, 9, 8);
    auto const tried = [&] {
        RankingOptions options{.draws = 200};
        options.weights = {{axis_id(1), 0}, {axis_id(3), 1900}};
        options.convention = model::Convention{800, 100};
        return rank_cases(doc, options);
    }();
    support::edit<model::Axis>(doc, axis_id(1), [](auto& axis) { axis.weight_milli = 0; });
    support::edit<model::Axis>(doc, axis_id(3), [](auto& axis) { axis.weight_milli = 1900; });
    model::writable<model::Convention>(doc).set({}, {800, 100});
    CHECK(same(tried, rank_cases(doc, {.draws = 200})));
    CHECK(tried.weights[0] == 0.0);
}

TEST_CASE(
    "The seed is the session's; another seed gives other draws, and the result states the seed")
{
    auto doc = mixed_room(10, 3, 9, 8);
    CHECK(rank_cases(doc, {.draws = 100}).seed == 1);
    support::edit<model::Convention>(doc, {}, [](auto& convention) { convention.seed = 77; });
    auto const kept = rank_cases(doc, {.draws = 300});
    CHECK(kept.seed == 77);
    CHECK(same(kept, rank_cases(doc, {.draws = 300, .seed = 77})));
    CHECK_FALSE(same(kept, rank_cases(doc, {.draws = 300, .seed = 78})));
}

TEST_CASE("Central weights are the mean weights with which a case comes first")
{
    auto const vector = shared::textbook("smaa_exact_two_criteria");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    model::Document doc;
    add_cases(doc, 3);
    add_axes(doc, 2);
    for (int c = 1; c <= 3; ++c)
        for (int a = 1; a <= 2; ++a)
            place(doc, a, c,
                  static_cast<int>(std::lround(1000 * vector["matrix"][static_cast<std::size_t>(
                                                          c - 1)][static_cast<std::size_t>(a - 1)]
                                                          .get<double>())),
                  0);
    model::writable<model::Convention>(doc).set({}, {0, 0});
    auto const ranking = rank_cases(doc);
    // A is first for w in 0.6..1, C for 0.4..0.6, B for 0..0.4.
    double const middles[] = {0.8, 0.2, 0.5};
    for (int c = 1; c <= 3; ++c) {
        auto const& central = line(ranking, c).central_weights;
        REQUIRE(central.size() == 2);
        CHECK(std::abs(central[0] - middles[c - 1]) < 0.01);
        CHECK(central[0] + central[1] == doctest::Approx(1.0));
    }
    CHECK(std::abs(*line(ranking, 1).first_share - 0.5) < 0.02); // k is 2: first or second
}

TEST_CASE("A fragile order names the cases that change places across its cut")
{
    model::Document
        doc; // A scores w, B a quarter, C nothing: B is ahead of A a quarter of the time
    add_cases(doc, 3);
    add_axes(doc, 2);
    place(doc, 1, 1, 1000, 0);
    place(doc, 2, 1, 0, 0);
    for (int axis : {1, 2}) place(doc, axis, 2, 250, 0), place(doc, axis, 3, 0, 0);
    model::writable<model::Convention>(doc).set({}, {0, 0});
    auto const ranking = rank_cases(doc, {.first = 1});
    REQUIRE(ranking.swaps.size() == 1);
    CHECK(ranking.swaps[0].out == case_id(1));
    CHECK(ranking.swaps[0].in == case_id(2));
    CHECK(std::abs(ranking.swaps[0].share - 0.25) < 0.02);
    CHECK(ranking.swaps[0].share == doctest::Approx(1.0 - *ranking.stability));
    CHECK(*line(ranking, 1).first_share == doctest::Approx(*ranking.stability));
    CHECK(rank_cases(doc, {.first = 2}).swaps.empty());
}

TEST_CASE("What is settled by hand does not move when voters are drawn again")
{
    model::Document doc;
    add_cases(doc, 2);
    add_axes(doc, 1);
    add_estimating(doc, 10);
    for (int voter = 1; voter <= 10; ++voter) {
        estimate(doc, voter, 1, 1, Said{{voter * 100, 300}});
        estimate(doc, voter, 1, 2, Said{{540, 300}});
    }
    RankingOptions const voters{.doubt = Doubt::voters};
    CHECK(*rank_cases(doc, voters).stability < 0.8); // 550 against 540: a coin's toss
    CHECK(*rank_cases(doc, {.doubt = Doubt::weights}).stability == 1.0);
    place(doc, 1, 1, 550, 300);
    CHECK(*rank_cases(doc, voters).stability == 1.0);
}

TEST_CASE("Redrawn voters give the same as expanding the list of voters")
{
    auto const doc = mixed_room(6, 2, 11, 21);
    auto const ranking = rank_cases(doc, {.first = 2, .doubt = Doubt::voters});
    // The same directly: draws ballots and voters, builds a document, ranks it.
    std::mt19937 random(99);
    std::map<model::CaseId, int> among_first;
    int held = 0;
    int const draws = 1500;
    auto const stated = first_cases(rank_cases(doc, {.draws = 0, .first = 2}));
    std::vector<model::Ballot> votes;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
        if (key.round == first_round) votes.push_back(ballot);
    for (int d = 0; d < draws; ++d) {
        auto drawn = doc;
        auto& rows = model::writable<model::Ballot>(drawn);
        for (std::size_t i = 0; i < votes.size(); ++i)
            rows.set({first_round, static_cast<int>(i) + 1}, votes[random() % votes.size()]);
        model::Table<model::Estimate> estimates;
        for (int voter = 1; voter <= 11; ++voter) {
            int const picked = 1 + static_cast<int>(random() % 11);
            for (auto const& [key, at] : model::table<model::Estimate>(doc))
                if (key.voter == picked) estimates.set({key.round, voter, key.axis, key.on}, at);
        }
        model::writable<model::Estimate>(drawn) = estimates;
        settle_again(drawn);
        auto const first = first_cases(rank_cases(drawn, {.draws = 0, .first = 2}));
        for (auto id : first) ++among_first[id];
        held += first == stated ? 1 : 0;
    }
    CHECK(std::abs(static_cast<double>(held) / draws - *ranking.stability) < 0.06);
    for (auto const& one : ranking.cases) {
        CAPTURE(one.on.value);
        if (one.placed())
            CHECK(std::abs(static_cast<double>(among_first[one.on]) / draws - *one.first_share) <
                  0.06);
    }
}

TEST_CASE("Leaving out one voter at a time finds those on whom the first places depend")
{
    int decisive_somewhere = 0;
    for (unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
        CAPTURE(seed);
        auto const doc = mixed_room(8, 2, 14, seed);
        auto const ranking = rank_cases(doc, {.draws = 1, .first = 3});
        auto const stated = first_cases(rank_cases(doc, {.draws = 0, .first = 3}));
        int decisive = 0;
        std::map<model::CaseId, int> hangs;
        auto without = [&](model::Document const& rest) {
            auto const first = first_cases(rank_cases(rest, {.draws = 0, .first = 3}));
            decisive += first == stated ? 0 : 1;
            std::vector<model::CaseId> moved;
            std::ranges::set_symmetric_difference(first, stated, std::back_inserter(moved));
            for (auto id : moved) ++hangs[id];
        };
        int people = 0;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) {
            ++people;
            auto rest = doc;
            model::writable<model::Ballot>(rest).erase(key);
            if (key.round == estimating_round) {
                for (auto const& [of, at] : model::table<model::Estimate>(doc))
                    if (of.voter == key.number) model::writable<model::Estimate>(rest).erase(of);
                settle_again(rest);
            }
            without(rest);
        }
        CHECK(ranking.voices == people);
        CHECK(ranking.decisive == decisive);
        decisive_somewhere += decisive;
        for (auto const& one : ranking.cases) CHECK(one.hangs_on == hangs[one.on]);
    }
    CHECK(decisive_somewhere > 0);
}

TEST_CASE("Changing one voter's estimate changes that cell and that case, and nothing else")
{
    std::mt19937 random(4);
    for (int round = 0; round < 40; ++round) {
        auto const before = mixed_room(7, 3, 10, 50 + static_cast<unsigned>(round));
        auto after = before;
        auto& rows = model::writable<model::Estimate>(after);
        auto const changed =
            std::next(rows.begin(), static_cast<std::ptrdiff_t>(random() % rows.size()))->first;
        rows.set(changed, {static_cast<int>(random() % 1001), static_cast<int>(random() % 1001)});
        for (int axis = 1; axis <= 3; ++axis) {
            auto const was = clouds(before, axis_id(axis));
            auto const is = clouds(after, axis_id(axis));
            REQUIRE(was.size() == is.size());
            for (std::size_t i = 0; i < was.size(); ++i)
                if (was[i].axis != changed.axis || was[i].on != changed.on) CHECK(was[i] == is[i]);
        }
        auto const was = read_evidence(before);
        auto const is = read_evidence(after);
        auto const old_order = rank_cases(before, {.draws = 0});
        auto const new_order = rank_cases(after, {.draws = 0});
        for (std::size_t i = 0; i < was.cases.size(); ++i) {
            auto const* old_line = old_order.find(was.cases[i]);
            auto const* new_line = new_order.find(is.cases[i]);
            CHECK(old_line->vote == new_line->vote);
            for (auto const& value : old_line->values)
                for (auto const& other : new_line->values)
                    if (value.axis == other.axis &&
                        (value.axis != changed.axis || was.cases[i] != changed.on)) {
                        CHECK(value.opportunity == other.opportunity);
                        CHECK(value.risk == other.risk);
                        CHECK(value.basis == other.basis);
                        CHECK(value.veto == other.veto);
                    }
            if (was.cases[i] == changed.on) continue;
            CHECK(old_line->index == new_line->index);
            CHECK(old_line->opportunity == new_line->opportunity);
            CHECK(old_line->risk == new_line->risk);
        }
        // A placement by hand on that axis does not move.
        auto const* placed = model::find<model::Placement>(before, {changed.axis, changed.on});
        if (placed && placed->by == model::PlacedBy::hand)
            CHECK(old_order.find(changed.on)->index == new_order.find(changed.on)->index);
    }
}

TEST_CASE("Second opinions cover the cases that are placed on every axis that counts")
{
    model::Document doc;
    add_cases(doc, 4);
    add_axes(doc, 3);
    for (int axis : {1, 2}) {
        place(doc, axis, 1, 900, 100);
        place(doc, axis, 2, 500, 500);
        place(doc, axis, 3, 100, 900);
    }
    place(doc, 1, 4, 1000, 0); // missing on axis 2
    support::edit<model::Axis>(doc, axis_id(3), [](auto& axis) { axis.weight_milli = 0; });
    auto const ranking = rank_cases(doc, {.draws = 0});
    for (int on : {1, 2, 3}) {
        auto const& second = line(ranking, on).second;
        REQUIRE(second);
        CHECK(second->layer == on);
        CHECK(second->closeness_rank == on);
        CHECK(second->flow_rank == on);
        CHECK(second->regret_rank == on);
    }
    CHECK(line(ranking, 1).second->closeness == 1.0);
    CHECK(line(ranking, 1).second->regret == 0.0);
    CHECK(line(ranking, 3).second->regret == doctest::Approx(8.5 - (1 - 4.5)));
    CHECK(line(ranking, 1).second->flow == doctest::Approx(1.0));
    CHECK_FALSE(line(ranking, 4).second);
    CHECK(line(ranking, 4).rank == 1);
}
