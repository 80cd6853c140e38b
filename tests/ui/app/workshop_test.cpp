#include "analysis/voting/tally.h"
#include "support/ui/room.h"

using support::Room;

namespace {

constexpr char const* csv = "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
                            "Repas de cantine;Écoles\nPermis;Urbanisme\n";

} // namespace

TEST_CASE(
    "a whole workshop through the interface: import, vote, place, decide, close, reopen, compare")
{
    for (std::string const language : {"fr", "en"}) {
        CAPTURE(language);
        Room room(language);
        auto& d = room.driver;

        d.click("home.new.axes");
        REQUIRE(room.app.session());
        CHECK(model::table<model::Axis>(room.doc()).size() == 8);

        room.host.file = csv;
        room.app.dropped({"cas.csv"});
        d.frame();
        // nothing is added before the person confirms
        CHECK(model::table<model::Case>(room.doc()).empty());
        d.click("import.add");
        REQUIRE(model::table<model::Case>(room.doc()).size() == 4);

        d.click("step.vote");
        for (int i = 0; i < 3; ++i) d.click("vote.headcount.plus");
        d.click("vote.open");
        for (int i = 0; i < 4; ++i) d.frame();
        REQUIRE(room.round_state() == model::RoundState::open);
        for (int voter = 0; voter < 3; ++voter) {
            d.key(ImGuiKey_B);
            for (int i = 0; i <= voter; ++i) d.click("ballot.more.1");
            d.click("ballot.more.2");
            d.click("ballot.cast");
            CHECK(!d.shows("ballot.row.1")); // the ballot leaves the screen
            d.click("receipt.end");
        }
        CHECK(model::table<model::Ballot>(room.doc()).empty());
        d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        for (int i = 0; i < 4; ++i) d.frame();
        REQUIRE(room.round_state() == model::RoundState::revealed);
        auto const result = analysis::tally(room.doc(), *analysis::latest_result(room.doc()));
        REQUIRE(result);
        CHECK(result->voters == 3);
        CHECK(result->cases.front().score == analysis::ratio(6, 1));

        d.click("vote.to_place");
        d.frame();
        d.drag("place.tray.1", {500, 500});
        REQUIRE(model::table<model::Placement>(room.doc()).size() == 1);
        auto const placed = model::table<model::Placement>(room.doc()).begin()->second;
        CHECK(placed.opportunity > 500);
        CHECK(placed.risk < 500);
        d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(model::table<model::Placement>(room.doc()).empty());
        d.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(model::table<model::Placement>(room.doc()).begin()->second == placed);

        d.click("step.decide");
        d.frame();
        d.click("decide.row.1");
        d.key(ImGuiKey_L);
        d.settle();
        // open questions: a reason is requested, and the decision is recorded without one
        d.click("decide.note");
        auto const& decisions = model::table<model::Decision>(room.doc());
        REQUIRE(decisions.size() == 1);
        CHECK(decisions.begin()->second.verdict == model::Verdict::launch);

        auto const before = room.doc();
        room.host.remember();
        room.app.grant(ui::GoHome{});
        d.frame();
        CHECK(d.shows("home.new.axes"));
        room.app.open("atelier.cadran", ui::Access::edit);
        d.frame();
        CHECK(room.doc() == before);
        CHECK(d.shows("decide.row.1")); // the step before
    }
}

TEST_CASE("a reader sees every step and changes nothing")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.file = csv;
    room.app.dropped({"cas.csv"});
    d.frame();
    d.click("import.add");
    room.host.remember();
    room.app.grant(ui::GoHome{});
    room.app.open("atelier.cadran", ui::Access::read);
    d.settle();
    auto const entries = room.app.session()->log().size();
    for (auto const* step :
         {"step.group", "step.vote", "step.place", "step.decide", "step.gather"}) {
        d.click(step);
        d.frame();
    }
    d.click("step.place");
    d.frame();
    d.key(ImGuiKey_Tab);
    d.key(ImGuiKey_Enter);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(room.app.session()->log().size() == entries);
}
