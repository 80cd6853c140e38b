#include "platform/disk.h"
#include "shell/files/preferences.h"
#include "shell/files/step_notes.h"
#include "shell/window/room_place.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <vector>

// What the machine remembers of two screens, and where the room's window goes.
namespace {

namespace fs = std::filesystem;

base::Rect monitor(float x, float y, float width, float height)
{
    return {{x, y}, {x + width, y + height}};
}

ui::SessionNotes some_notes()
{
    ui::SessionNotes notes;
    notes[model::Step::vote] = {"Dix points, trois au plus par cas.",
                                {{"Lire « 21 » à voix haute", ui::Note::State::done},
                                 {"Proposer une pause", ui::Note::State::open}}};
    notes[model::Step::place] = {"", {{"Commencer par l’axe 6", ui::Note::State::open}}};
    return notes;
}

} // namespace

TEST_CASE("the notes of each session are kept apart, in a file that only its owner reads")
{
    support::TemporaryFolder const folder;
    auto const file = folder.path() / "config" / "notes.json";
    CHECK(shell::read_notes(file, "a").empty());
    REQUIRE(shell::keep_notes(file, "a", some_notes()));
    REQUIRE(shell::keep_notes(file, "b", {{model::Step::gather, {"Bonjour", {}}}}));
    CHECK(shell::read_notes(file, "a") == some_notes());
    CHECK(shell::read_notes(file, "b").at(model::Step::gather).say == "Bonjour");
    CHECK(shell::read_notes(file, "c").empty());
#if !defined(_WIN32) // there the folder of the person keeps others out
    auto const rights = fs::status(file).permissions();
    CHECK((rights & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
#endif
    REQUIRE(shell::keep_notes(file, "b", {{model::Step::gather, {}}})); // emptied
    CHECK(shell::read_notes(file, "b").empty());
    CHECK(platform::read_whole(file)->find("\"b\"") == std::string::npos);
    CHECK(shell::read_notes(file, "a") == some_notes());
}

TEST_CASE("a damaged file of notes is read as far as it goes, and replaced by the next change")
{
    support::TemporaryFolder const folder;
    auto const file = folder.path() / "notes.json";
    for (auto const* bytes :
         {"", "[1, 2", "{\"a\": 3}", "{\"a\": {\"vote\": {\"notes\": [{\"text\": 1}]}}}",
          "{\"a\": {\"lunch\": {\"say\": \"x\"}}}"}) {
        CAPTURE(bytes);
        std::ofstream(file) << bytes;
        CHECK(shell::read_notes(file, "a").empty());
        REQUIRE(shell::keep_notes(file, "a", some_notes()));
        CHECK(shell::read_notes(file, "a") == some_notes());
    }
}

TEST_CASE("whether the room had a window is remembered with the settings")
{
    support::TemporaryFolder const folder;
    auto const file = folder.path() / "settings.json";
    {
        shell::Preferences preferences(file);
        auto settings = preferences.settings();
        CHECK(settings.room_window == ui::RoomWindow::closed);
        settings.room_window = ui::RoomWindow::open;
        preferences.keep(settings);
    }
    shell::Preferences const again(file);
    CHECK(again.settings().room_window == ui::RoomWindow::open);
}

TEST_CASE("the room's window goes to the largest monitor that is not the facilitator's")
{
    using shell::monitor_for_room;
    auto const laptop = monitor(0, 0, 1366, 768), projector = monitor(1366, 0, 1920, 1080),
               side = monitor(-1280, 0, 1280, 720);
    std::vector const three{laptop, projector, side};
    CHECK(monitor_for_room(three, monitor(20, 20, 1200, 700)) == 1);
    CHECK(monitor_for_room(three, monitor(1400, 0, 1900, 1000)) == 0); // on the projector itself
    CHECK(monitor_for_room(three, monitor(1000, 0, 1366, 768)) == 0);  // most of it there
    std::vector const two{laptop, projector};
    CHECK(monitor_for_room(two, monitor(5000, 5000, 10, 10)) == 1); // nowhere: the first is its own
}

TEST_CASE("without another monitor, or with a mirrored one, the room has an ordinary window")
{
    using shell::monitor_for_room;
    auto const one = monitor(0, 0, 1920, 1080);
    CHECK_FALSE(monitor_for_room(std::vector{one}, one));
    CHECK_FALSE(monitor_for_room(std::vector{one, one}, one));
    CHECK_FALSE(monitor_for_room(std::vector<base::Rect>{}, one));
}
