#include "analysis/common/in_use.h"
#include "analysis/common/merged.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "live.h"
#include "session/replay.h"
#include "support/closing.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

// Merging changes no case, and can always be undone.
namespace {

using model::CaseId;

struct Merging : Live {
    edit::Actor anne{{1}, edit::Role::facilitator}, bruno{{2}, edit::Role::facilitator};
    std::vector<CaseId> ids; // of cases 1, 2, 3…
    model::RoundId round;
    model::AxisId axis;

    void add(int count)
    {
        edit::AddCases add;
        for (int i = 0; i < count; ++i) {
            model::Case text;
            text.title = "Cas " + std::to_string(ids.size() + 1);
            text.need = "Besoin " + std::to_string(ids.size() + 1);
            ids.push_back(session.mint<CaseId>());
            add.cases.push_back({ids.back(), text, base::Vec2{static_cast<float>(i) * 300, 0}});
        }
        REQUIRE(session.submit(anne, add));
    }
    // Everybody votes for the cases they are given, one dot each.
    void vote(std::vector<std::vector<int>> const& ballots)
    {
        round = session.mint<model::RoundId>();
        model::Round rules;
        rules.cases = ids;
        REQUIRE(session.submit(anne, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(anne, edit::OpenRound{round, 1}));
        std::vector<model::Ballot> cast;
        for (auto const& chosen : ballots) {
            model::Ballot ballot;
            for (int n : chosen) ballot.marks.push_back({id(n), 1});
            cast.push_back(ballot);
        }
        REQUIRE(support::close_round(session, anne, round, cast));
        REQUIRE(session.submit(anne, edit::RevealRound{round}));
    }
    void place(int n, model::Level opportunity)
    {
        if (!axis) {
            axis = session.mint<model::AxisId>();
            model::Axis text;
            text.title = "Axe";
            REQUIRE(session.submit(anne, edit::SetAxis{axis, text}));
        }
        model::Placement at;
        at.opportunity = opportunity;
        REQUIRE(session.submit(anne, edit::Place{{axis, id(n)}, at}));
    }
    [[nodiscard]] CaseId id(int n) const { return ids[static_cast<std::size_t>(n) - 1]; }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] CaseId into(int n) const { return model::get<model::Merge>(doc(), id(n)).into; }
    [[nodiscard]] analysis::Tally tally() const
    {
        return *analysis::tally(doc(), round, {{}, {}, 0});
    }
};

// Scores by case, as a tally says them.
std::vector<std::pair<CaseId, double>> scores(analysis::Tally const& tally)
{
    std::vector<std::pair<CaseId, double>> out;
    for (auto const& one : tally.cases) out.emplace_back(one.on, analysis::value(one.score));
    return out;
}

} // namespace

TEST_CASE("merging a merged case includes all its parts; each can be split off unchanged")
{
    Merging r;
    r.add(5);
    auto const before = r.doc();
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(2), {r.id(3), r.id(4)}}));
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2), r.id(5)}}));
    for (int n : {2, 3, 4, 5}) CHECK(r.into(n) == r.id(1));
    REQUIRE(r.session.submit(r.anne, edit::SplitCases{{r.id(3)}}));
    CHECK(r.into(4) == r.id(1));
    CHECK(analysis::visible_cases(r.doc()) == std::vector<CaseId>{r.id(1), r.id(3)});
    REQUIRE(r.session.submit(r.anne, edit::SplitCases{{r.id(2), r.id(4), r.id(5)}}));
    CHECK(r.doc() == before);
}

TEST_CASE("a case and those merged into it can be merged into a third in one entry")
{
    Merging r;
    r.add(3);
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(2), {r.id(3)}}));
    auto const before = r.doc();
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2), r.id(3)}}));
    CHECK(r.into(3) == r.id(1));
    REQUIRE(r.session.undo(r.anne));
    CHECK(r.doc() == before);
}

TEST_CASE("no case is merged into a merged case or into itself")
{
    Merging r;
    r.add(3);
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));
    auto const refused = r.session.submit(r.anne, edit::MergeCases{r.id(2), {r.id(1)}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "merge.absorbed");
    CHECK_FALSE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(1)}}));
}

TEST_CASE("undoing a split after another person's merge makes no cycle and hides no case")
{
    Merging r;
    r.add(2);
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));
    REQUIRE(r.session.submit(r.anne, edit::SplitCases{{r.id(2)}}));
    REQUIRE(r.session.submit(r.bruno, edit::MergeCases{r.id(2), {r.id(1)}}));
    CHECK_FALSE(r.session.undo(r.anne)); // would merge 2 into 1 again
    CHECK(analysis::visible_cases(r.doc()) == std::vector<CaseId>{r.id(2)});
    CHECK(r.into(1) == r.id(2));
}

TEST_CASE("a case split off keeps edits made while it was merged")
{
    Merging r;
    r.add(2);
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));
    auto text = model::get<model::Case>(r.doc(), r.id(2));
    text.notes = "Vu avec le service";
    REQUIRE(r.session.submit(r.bruno, edit::EditCase{r.id(2), text}));
    REQUIRE(r.session.submit(r.anne, edit::MoveCards{{{r.id(1), {900, 900}}}}));
    REQUIRE(r.session.submit(r.anne, edit::SplitCases{{r.id(2)}, {{r.id(2), {640, 20}}}}));
    CHECK(model::get<model::Case>(r.doc(), r.id(2)) == text);
    CHECK(model::get<model::CardPlace>(r.doc(), r.id(2)).at == base::Vec2{640, 20});
    REQUIRE(r.session.undo(r.anne)); // merged again, its place as it was
    CHECK(r.into(2) == r.id(1));
    CHECK(model::get<model::CardPlace>(r.doc(), r.id(2)).at == base::Vec2{300, 0});
}

TEST_CASE("cases merged into a removed case are free again, at given places")
{
    Merging r;
    r.add(3);
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));
    CHECK_FALSE(r.session.submit(r.anne, edit::RemoveCases{{r.id(3)}, {}, {{r.id(3), {0, 0}}}}));
    REQUIRE(r.session.submit(r.anne, edit::RemoveCases{{r.id(1)}, {}, {{r.id(2), {40, 0}}}}));
    CHECK(analysis::visible_cases(r.doc()) == std::vector<CaseId>{r.id(2), r.id(3)});
    CHECK(model::get<model::CardPlace>(r.doc(), r.id(2)).at == base::Vec2{40, 0});
}

TEST_CASE("votes belong to the case voted on: a merge adds nothing, and a split changes nothing")
{
    Merging r;
    r.add(3);
    r.vote({{1, 2}, {1, 2}, {2}, {3}});
    r.place(1, 500);
    r.place(2, 500);
    auto const before = r.tally();
    auto const ranked = analysis::rank_cases(r.doc());
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));

    CHECK(scores(r.tally()) == scores(before));
    auto const merged = analysis::rank_cases(r.doc());
    CHECK(merged.find(r.id(2)) == nullptr);
    CHECK(*merged.find(r.id(1))->score == *ranked.find(r.id(1))->score);

    REQUIRE(r.session.submit(r.anne, edit::SplitCases{{r.id(2)}}));
    CHECK(scores(r.tally()) == scores(before));
    auto const again = analysis::rank_cases(r.doc());
    CHECK(*again.find(r.id(2))->index == *ranked.find(r.id(2))->index);
    CHECK(again.cases.size() == ranked.cases.size());
}

TEST_CASE("the result of a vote lists cases merged since, and how many voters chose both")
{
    Merging r;
    r.add(4);
    r.vote({{1, 2}, {1, 2}, {2}, {3}, {3}});
    CHECK(analysis::merged_since(r.doc(), r.round).empty());
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2), r.id(4)}}));
    auto const said = analysis::merged_since(r.doc(), r.round);
    REQUIRE(said.size() == 2);
    CHECK(said[0].absorbed == r.id(2));
    CHECK(said[0].into == r.id(1));
    CHECK(said[0].supporters == 3);
    CHECK(said[0].both == 2);
    CHECK(said[1].absorbed == r.id(4));
    CHECK(said[1].supporters == 0);
    CHECK(said[1].both == 0);
    REQUIRE(r.session.undo(r.anne));
    CHECK(analysis::merged_since(r.doc(), r.round).empty());
}

TEST_CASE("of a vote by fewer than five, a merge does not tell how many supported a case")
{
    Merging r;
    r.add(3);
    r.vote({{1, 2}, {1, 2}, {2}, {3}});
    REQUIRE(r.session.submit(r.anne, edit::MergeCases{r.id(1), {r.id(2)}}));
    auto const said = analysis::merged_since(r.doc(), r.round);
    REQUIRE(said.size() == 1);
    CHECK_FALSE(said[0].supporters);
    CHECK_FALSE(said[0].both);
}

TEST_CASE("the result of a vote lists cases set aside")
{
    Merging r;
    r.add(3);
    r.vote({{1, 2}, {2}, {3}});
    CHECK(analysis::aside_now(r.doc(), r.round).empty());
    model::Decision aside;
    aside.verdict = model::Verdict::aside;
    REQUIRE(r.session.submit(r.anne, edit::Decide{{r.id(2), model::Body::committee}, aside}));
    REQUIRE(r.session.submit(r.anne, edit::Decide{{r.id(1), model::Body::workshop}, aside}));
    CHECK(analysis::aside_now(r.doc(), r.round) == std::vector{r.id(1), r.id(2)});
    REQUIRE(r.session.undo(r.anne));
    CHECK(analysis::aside_now(r.doc(), r.round) == std::vector{r.id(2)});
}

TEST_CASE("whatever is merged, split, undone and redone by three people, every case stays whole")
{
    int merges = 0, splits = 0;
    for (unsigned seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        Merging r;
        r.add(8);
        r.vote({{1, 2, 3}, {4, 5}, {1, 8}, {7}});
        auto const votes = scores(r.tally());
        auto const texts = model::table<model::Case>(r.doc());
        auto const memberships = model::table<model::Membership>(r.doc());
        support::SeededRandomSource random{seed + 1};
        auto const below = [&](std::uint64_t n) { return random.draw() % n; };
        for (int i = 0; i < 120; ++i) {
            edit::Actor const who{{1 + below(3)}, edit::Role::facilitator};
            switch (below(6)) {
            case 0: (void)r.session.undo(who); break;
            case 1: (void)r.session.redo(who); break;
            case 2: {
                std::vector<CaseId> absorbed;
                for (auto const& [id, merge] : model::table<model::Merge>(r.doc()))
                    if (below(2) == 0) absorbed.push_back(id);
                splits += r.session.submit(who, edit::SplitCases{absorbed}).has_value() ? 1 : 0;
                break;
            }
            default: {
                std::set<CaseId> from;
                for (std::uint64_t k = 0; k <= below(3); ++k) from.insert(r.ids[below(8)]);
                edit::MergeCases const merge{r.ids[below(8)], {from.begin(), from.end()}};
                merges += r.session.submit(who, merge).has_value() ? 1 : 0;
            }
            }
            auto const& now = model::table<model::Merge>(r.doc());
            for (auto const& [id, merge] : now) { // one level: no chain, so no circle
                REQUIRE(id != merge.into);
                REQUIRE_FALSE(now.contains(merge.into));
            }
            REQUIRE(analysis::visible_cases(r.doc()).size() + now.size() == 8);
            REQUIRE(model::table<model::Case>(r.doc()) == texts);
            REQUIRE(model::table<model::Membership>(r.doc()) == memberships);
            REQUIRE(scores(r.tally()) == votes);
        }
        auto const reread = session::Replay(*r.log).at(r.log->size());
        REQUIRE(reread);
        REQUIRE(*reread == r.doc());
        std::vector<CaseId> all;
        for (auto const& [id, merge] : model::table<model::Merge>(r.doc())) all.push_back(id);
        REQUIRE(r.session.submit(r.anne, edit::SplitCases{all}));
        CHECK(analysis::visible_cases(r.doc()) == r.ids);
    }
    CHECK(merges > 2000); // the property was exercised
    CHECK(splits > 1000);
}
