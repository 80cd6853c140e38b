#include "support/folders.h"
#include "support/ui/room.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <filesystem>

// "À propos": the version and the libraries of the program.
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

TEST_CASE("the guide for facilitators opens from the list of keys, in the language of the screen")
{
    for (std::string const language : {"fr", "en"}) {
        CAPTURE(language);
        Room room(language);
        room.driver.key(ImGuiKey_F1);
        room.driver.settle();
        room.driver.click("keys.guide");
        room.driver.click("keys.guide"); // as a double click
        room.driver.settle();
        REQUIRE(room.host.documents.size() == 1);
        CHECK(room.host.documents[0] == "guide." + language + ".html");
        CHECK(std::filesystem::exists(support::assets_dir() / "docs" / room.host.documents[0]));
    }
}
