#include "support/ui/room.h"

#include <doctest/doctest.h>

// "À propos": which build this is, and what it is made of.
using support::Room;

TEST_CASE("the version and the libraries are shown from the start screen, a session and the finder")
{
    for (auto const* language : {"fr", "en"}) {
        CAPTURE(language);
        Room room(language);
        auto const shown = [&] {
            room.driver.settle();
            REQUIRE(room.driver.shows("about.version"));
            auto const said = room.driver.label("about.version");
            CHECK(said.find(room.host.build.version) != std::string::npos);
            CHECK(said.find(room.host.build.commit) != std::string::npos);
            CHECK(room.driver.label("about.component.Dear ImGui").find("MIT") != std::string::npos);
            room.driver.key(ImGuiKey_Escape);
            room.driver.settle();
            CHECK_FALSE(room.driver.shows("about.version"));
        };
        room.driver.click("rail.settings");
        room.driver.settle();
        room.driver.click("more.about");
        shown();
        room.driver.click("home.new.axes");
        room.driver.settle();
        room.driver.click("top.more");
        room.driver.settle();
        room.driver.click("more.about");
        shown();
        room.driver.key(ImGuiMod_Ctrl | ImGuiKey_K);
        room.driver.settle();
        room.driver.type("version");
        room.driver.settle();
        room.driver.key(ImGuiKey_Enter);
        shown();
    }
}
