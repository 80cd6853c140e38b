#include "support/ui/room.h"

#include <imgui.h>

// Choosing a file, in the program's own window.
using support::Room;
using Kind = ui::FileEntry::Kind;

namespace {

struct Choosing : Room {
    Choosing()
        : Room("fr")
    {
        host.known_places = {{ui::FolderPlace::Kind::sessions, "/sessions"},
                             {ui::FolderPlace::Kind::lately, "/listes"}};
        host.folders["/sessions"] = {};
        host.folders["/listes"] = {{"/listes/avril", "avril", Kind::folder},
                                   {"/listes/cas.csv", "cas.csv", Kind::file},
                                   {"/listes/photo.png", "photo.png", Kind::file}};
        host.folders["/listes/avril"] = {{"/listes/avril/idées.tsv", "idées.tsv", Kind::file}};
        host.file = "titre\nTri du courrier\n";
        driver.click("home.new.axes");
        driver.settle();
        driver.click("gather.import");
        driver.settle();
    }
};

} // namespace

TEST_CASE("a list is chosen among those that can be imported, and previewed before it is added")
{
    Choosing c;
    REQUIRE(c.driver.shows("file.row.1"));
    CHECK(c.driver.label("file.row.0") == "avril");
    CHECK(c.driver.label("file.row.1") == "cas.csv");
    CHECK_FALSE(c.driver.shows("file.row.2")); // a picture holds no cases
    c.driver.double_click("file.row.1");
    c.driver.settle();
    CHECK_FALSE(c.driver.shows("file.list"));
    REQUIRE(c.driver.shows("import.add"));
    CHECK(model::table<model::Case>(c.doc()).empty());
    c.driver.click("import.add");
    c.driver.settle();
    CHECK(model::table<model::Case>(c.doc()).size() == 1);
}

TEST_CASE("a file is chosen by the keys alone, through a folder")
{
    Choosing c;
    c.driver.type("av"); // goes to the first name that begins so
    c.driver.key(ImGuiKey_Enter);
    c.driver.settle();
    CHECK(c.driver.label("file.row.0") == "idées.tsv");
    c.driver.key(ImGuiKey_Enter);
    c.driver.settle();
    CHECK(c.driver.shows("import.add"));
    CHECK(c.host.chosen_in == std::vector<std::filesystem::path>{"/listes/avril"});
}

TEST_CASE("a path that leads nowhere is said, and Escape changes nothing")
{
    Choosing c;
    c.driver.click("file.path");
    c.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    c.driver.type("/listes/rien.csv");
    c.driver.key(ImGuiKey_Enter);
    c.driver.settle();
    CHECK(c.driver.label("file.failed").find("rien.csv") != std::string::npos);
    c.driver.click("file.cancel");
    c.driver.settle();
    CHECK_FALSE(c.driver.shows("file.list"));
    CHECK_FALSE(c.driver.shows("import.add"));
}
