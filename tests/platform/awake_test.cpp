#include "platform/awake.h"
#include "support/environment.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

TEST_CASE("the desktop is asked to keep its screens on, and no longer than the room is open")
{
    support::TemporaryFolder const folder;
    auto const note = folder / "asked";
    // As the tool of a desktop: holds the request while it runs.
    auto const tool = folder / "systemd-inhibit";
    support::write_bytes(tool, "#!/bin/sh\necho \"$@\" > '" + note.string() + "'; trap 'rm -f \"" +
                                   note.string() +
                                   "\"; exit' TERM; while :; do sleep 0.02; done\n");
    std::filesystem::permissions(tool, std::filesystem::perms::owner_all);
    auto const path = folder.path().string() + ":/usr/bin:/bin";
    support::Variable const only_ours("PATH", path);
    auto const comes = [&](bool there) {
        for (int i = 0; i < 500 && std::filesystem::exists(note) != there; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return std::filesystem::exists(note) == there;
    };
    {
        platform::KeepsAwake const awake;
        REQUIRE(comes(true));
        for (int i = 0; i < 100 && support::bytes_of(note).empty(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        auto const asked = support::bytes_of(note);
        CHECK(asked.find("--what=idle") != std::string::npos);
        CHECK(asked.find("tail --pid=") !=
              std::string::npos); // ends with this program, however that ends
    }
    CHECK(comes(false));
}
