#include "journal/file_log.h"
#include "journal/memory_log.h"
#include "session/replay.h"
#include "support/closing.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <iterator>

namespace {

using model::AxisId;
using model::CaseId;
using model::RoundId;
using support::bytes_of;

struct Estimating {
    support::TickingClock clock;
    support::SeededRandomSource random{5};
    session::Session session;
    std::vector<CaseId> cases;
    std::vector<AxisId> axes;

    explicit Estimating(journal::Stores stores = std::make_unique<journal::MemoryLog>())
        : session(*session::Session::open(std::move(stores), clock, random))
    {
    }
    void fill(int case_count, int axis_count)
    {
        edit::AddCases add;
        for (int i = 0; i < case_count; ++i) {
            model::Case text;
            text.title = "Cas";
            cases.push_back(session.mint<CaseId>());
            add.cases.push_back({cases.back(), text, {}});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        for (int i = 0; i < axis_count; ++i) {
            model::Axis axis;
            axis.title = "Axe";
            axes.push_back(session.mint<AxisId>());
            REQUIRE(session.submit(edit::facilitator, edit::SetAxis{axes.back(), axis}));
        }
    }
    RoundId open_estimate()
    {
        model::Round round;
        round.method = model::Method::estimate;
        round.cases = cases;
        auto const id = session.mint<RoundId>();
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{id, round}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{id, 1}));
        return id;
    }
    [[nodiscard]] model::Table<model::Estimate> const& estimates() const
    {
        return model::table<model::Estimate>(session.document());
    }
};

model::Ballot everything_at(Estimating const& room, model::Level opportunity, model::Level risk)
{
    model::Ballot out;
    for (auto axis : room.axes)
        for (auto on : room.cases) out.estimates.push_back({axis, on, {opportunity, risk}});
    return out;
}

} // namespace

TEST_CASE("estimates are in the ballot box until the round closes, and can be changed until then")
{
    Estimating room;
    room.fill(2, 2);
    auto const round = room.open_estimate();
    auto const entries = room.session.log().size();
    auto const token = room.session.mint_token();
    REQUIRE(room.session.cast(round, token, everything_at(room, 100, 100)));
    REQUIRE(room.session.cast(round, token, everything_at(room, 900, 200)));
    REQUIRE(room.session.cast(round, room.session.mint_token(), {}));
    CHECK(room.session.log().size() == entries);
    CHECK(room.estimates().empty());
    CHECK(room.session.ballots_in_box(round) == 2);
    model::Ballot off;
    off.estimates = {{room.axes[0], room.cases[0], {1200, 0}}};
    CHECK(room.session.cast(round, "t", off).error().where == "ballot.level");

    REQUIRE(room.session.close_round(edit::facilitator, round));
    CHECK(room.session.log().size() == entries + 1);
    CHECK(room.estimates().size() == 4);
    for (auto const& [key, at] : room.estimates()) CHECK(at == model::Estimate{900, 200});
    CHECK(room.session.ballots_in_box(round) == 0);
    while (room.session.can_undo(edit::facilitator)) // what was estimated stands
        (void)room.session.undo(edit::facilitator);
    CHECK(room.estimates().size() == 4);
    CHECK(model::first_dangling(room.session.document()).empty());
}

TEST_CASE(
    "a person's estimates stay together under a number that the order of casting does not give")
{
    int in_order = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        Estimating room;
        room.random.engine.seed(seed);
        room.fill(2, 1);
        auto const round = room.open_estimate();
        for (int voter = 1; voter <= 6; ++voter)
            REQUIRE(room.session.cast(round, room.session.mint_token(),
                                      everything_at(room, voter * 100, voter)));
        REQUIRE(room.session.close_round(edit::facilitator, round));
        bool same_order = true;
        for (auto const& [key, at] : room.estimates()) {
            CHECK(at.opportunity == at.risk * 100);
            CHECK(at == room.estimates().at({round, key.voter, room.axes[0], room.cases[0]}));
            same_order = same_order && key.voter * 100 == at.opportunity;
        }
        in_order += same_order ? 1 : 0;
    }
    CHECK(in_order < 20);
}

TEST_CASE(
    "a crash in the middle of an estimate loses nothing, and the file holds none of it before")
{
    support::TemporaryFolder folder;
    auto const path = folder / "a.cadran";
    RoundId round;
    std::vector<CaseId> cases;
    std::vector<AxisId> axes;
    journal::FileLog::Options const options{nullptr, folder / "keys"};
    {
        Estimating room(*journal::FileLog::create(path, 1, options));
        room.fill(2, 3);
        round = room.open_estimate();
        cases = room.cases, axes = room.axes;
        REQUIRE(room.session.cast(round, room.session.mint_token(), everything_at(room, 700, 300)));
        REQUIRE(room.session.cast(round, room.session.mint_token(), everything_at(room, 400, 0)));
        CHECK(bytes_of(path).find("\"opportunity\": 700") == std::string::npos);
    }
    Estimating again(*journal::FileLog::open(path, journal::OpenMode::write, options));
    CHECK(again.session.ballots_in_box(round) == 2);
    REQUIRE(again.session.close_round(edit::facilitator, round));
    CHECK(again.estimates().size() == 12);
    auto const live = again.session.document();
    CHECK(*session::Replay(again.session.log()).at(again.session.log().size()) == live);
}

TEST_CASE("a hundred people estimating sixty cases on eight axes are closed in one entry")
{
    support::TemporaryFolder folder;
    auto const path = folder / "a.cadran";
    journal::FileLog::Options const options{nullptr, folder / "keys"};
    Estimating room(*journal::FileLog::create(path, 1, options));
    room.fill(60, 8);
    auto const round = room.open_estimate();
    std::vector<model::Ballot> ballots;
    for (int voter = 0; voter < 100; ++voter)
        ballots.push_back(everything_at(room, voter, 1000 - voter));
    REQUIRE(support::close_round(room.session, edit::facilitator, round, ballots));
    CHECK(room.estimates().size() == std::size_t{100} * 60 * 8);
    CHECK(*session::Replay(room.session.log()).at(room.session.log().size()) ==
          room.session.document());
}
