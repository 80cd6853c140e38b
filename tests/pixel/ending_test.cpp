#include "on_screen.h"
#include "shell/window/screen.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

// The program in a window is asked by the system to end while nothing moves and no hand touches it.
namespace {

constexpr int ended_when_asked = 124; // of `timeout`; 137 when it had to be killed

// Starts the program, asks it to end after 5 s, kills it 20 s later.
int asked_to_end(std::string const& home, std::string const& file)
{
    std::string command = "cd '" + home + "' && env HOME='" + home + "'";
    for (auto const* place : {"CONFIG", "STATE", "DATA", "CACHE"})
        command += std::string(" XDG_") + place + "_HOME='" + home + "'";
    command += " timeout -k 20 5 '" + support::binary() + "' " + file + " >out 2>err";
    auto const status = std::system(command.c_str());
    return WEXITSTATUS(status);
}

} // namespace

TEST_CASE("asked to end at rest, the start screen and a session end without another event")
{
    if (std::system("command -v timeout >/dev/null 2>&1") != 0) CADRAN_SKIP("no timeout");
    support::TemporaryFolder folder;
    auto const home = folder.path().string();
    CHECK(asked_to_end(home, "") == ended_when_asked);
    std::filesystem::copy_file(support::sources_dir() / "sessions/exemple.cadran",
                               folder / "exemple.cadran");
    CHECK(asked_to_end(home, "exemple.cadran") == ended_when_asked);
}

TEST_CASE("a request to close is an event, which a window at rest does not sleep through")
{
    auto const screen =
        std::move(*shell::Screen::open("Cadran, closed", 640, 360, shell::Visibility::shown));
    while (screen->wait(0.3)) {
    } // until nothing moves
    if (!ask_to_close("Cadran, closed")) CADRAN_SKIP("no X server to ask by");
    bool event = false;
    for (int i = 0; i < 100 && !screen->closing(); ++i) event |= screen->wait(0.1);
    CHECK(screen->closing());
    CHECK(event);
}
