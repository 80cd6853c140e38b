#include "support/ui/room.h"

// The file dialog, from the start screen and elsewhere: mouse, keyboard, typed path.
using support::Room;

namespace {

namespace fs = std::filesystem;
using Kind = ui::FileEntry::Kind;
using Place = ui::FolderPlace::Kind;

ui::FileEntry entry(fs::path const& path, Kind kind = Kind::file, std::int64_t changed_ms = 0)
{
    return {path, path.filename().string(), kind, 1234, changed_ms};
}

// A machine with two folders that hold sessions and lists.
struct Desk : Room {
    Desk()
        : Room("fr")
    {
        host.folders["/a"] = {
            entry("/a/Été", Kind::folder), entry("/a/voirie.cadran", Kind::file, 2),
            entry("/a/écoles.cadran", Kind::file, 9), entry("/a/cas.csv"), entry("/a/notes.pdf")};
        host.folders["/a/Été"] = {entry("/a/Été/plages.cadran"), entry("/a/Été/plages.tsv")};
        host.folders["/"] = {entry("/a", Kind::folder)};
        host.known_places = {{Place::sessions, "/a"}, {Place::lately, "/a/Été"}};
        driver.frame(2);
    }
    [[nodiscard]] std::vector<std::string> shown()
    {
        std::vector<std::string> names;
        for (int i = 0; driver.shows("file.row." + std::to_string(i)); ++i)
            names.push_back(driver.label("file.row." + std::to_string(i)));
        return names;
    }
    [[nodiscard]] std::string at()
    {
        for (int i = 0; driver.shows("file.row." + std::to_string(i)); ++i)
            if (driver.on("file.row." + std::to_string(i)))
                return driver.label("file.row." + std::to_string(i));
        return {};
    }
};

} // namespace

TEST_CASE("the open dialog lists folders and sessions of the usual place, sorted")
{
    Desk desk;
    auto& d = desk.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_O);
    d.frame(3);
    CHECK(desk.shown() == std::vector<std::string>{"Été", "écoles.cadran", "voirie.cadran"});
    CHECK(desk.at() == "écoles.cadran"); // a file, not a folder
    CHECK(d.on("file.place.0"));
    d.key(ImGuiKey_DownArrow);
    d.key(ImGuiKey_Enter);
    d.frame(2);
    REQUIRE(!desk.host.opened_files.empty());
    CHECK(desk.host.opened_files.back() == "/a/voirie.cadran");
    CHECK(desk.host.chosen_in.back() == "/a");
    CHECK(!d.shows("file.list"));
}

TEST_CASE("the import dialog lists tables; keys enter and leave folders, letters find a name")
{
    Desk desk;
    auto& d = desk.driver;
    desk.host.file = "titre\nUn cas\n";
    desk.host.known_places = {{Place::sessions, "/a"}};
    d.click("rail.import");
    d.frame(3);
    CHECK(desk.shown() ==
          std::vector<std::string>{"Été", "cas.csv", "écoles.cadran", "voirie.cadran"});
    CHECK(desk.at() == "cas.csv"); // a table, not a session
    d.type("ete");                 // the search ignores accents
    d.frame();
    CHECK(desk.at() == "Été");
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(desk.shown() == std::vector<std::string>{"plages.cadran", "plages.tsv"});
    CHECK(desk.at() == "plages.tsv");
    d.key(ImGuiKey_Backspace);
    d.frame(2);
    CHECK(desk.at() == "Été"); // the folder that was left
    d.key(ImGuiKey_DownArrow);
    d.key(ImGuiKey_Enter);
    d.frame(3);
    CHECK(desk.host.read_files.back() == "/a/cas.csv");
    CHECK(d.shows("import.add"));
}

TEST_CASE("every file can be shown, and the newest first")
{
    Desk desk;
    auto& d = desk.driver;
    d.click("rail.open");
    d.frame(3);
    d.click("file.all");
    d.frame(2);
    CHECK(desk.shown().size() == 5);
    d.click("file.all");
    d.click("file.sort.newest");
    d.frame(2);
    CHECK(desk.shown() == std::vector<std::string>{"Été", "écoles.cadran", "voirie.cadran"});
    d.click("file.sort.name");
    d.frame(2);
    CHECK(desk.shown()[1] == "écoles.cadran");
}

TEST_CASE("a path can be typed or pasted: a folder, a file, or a missing one")
{
    Desk desk;
    auto& d = desk.driver;
    d.click("home.all");
    d.frame(3);
    auto type_path = [&](std::string const& path) {
        d.click("file.path");
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.paste(path);
        d.key(ImGuiMod_Ctrl | ImGuiKey_V);
        d.key(ImGuiKey_Enter);
        d.frame(3);
    };
    type_path("/a/Été");
    CHECK(desk.shown() == std::vector<std::string>{"plages.cadran"});
    type_path("/nulle/part.cadran");
    CHECK(d.label("file.failed").find("/nulle/part.cadran") != std::string::npos);
    CHECK(desk.shown().size() == 1); // the folder is unchanged
    type_path("plages.cadran");      // relative to the folder on the screen
    CHECK(desk.host.opened_files.back() == "/a/Été/plages.cadran");
}

TEST_CASE("a click selects, a double-click opens; the button and the places work by mouse")
{
    Desk desk;
    auto& d = desk.driver;
    d.click("rail.open");
    d.frame(3);
    d.click("file.row.2");
    CHECK(desk.at() == "voirie.cadran");
    CHECK(desk.host.opened_files.empty());
    d.click("file.place.1");
    d.frame(2);
    CHECK(desk.shown() == std::vector<std::string>{"plages.cadran"});
    d.click("file.up");
    d.frame(2);
    d.double_click("file.row.1");
    d.frame(2);
    CHECK(desk.host.opened_files.back() == "/a/écoles.cadran");
}

TEST_CASE("Escape and Cancel choose nothing; an unreadable folder gives a message")
{
    Desk desk;
    auto& d = desk.driver;
    d.click("rail.open");
    d.frame(3);
    d.key(ImGuiKey_Escape);
    d.frame(2);
    CHECK(!d.shows("file.list"));
    d.click("rail.open");
    d.frame(3);
    desk.host.folders.erase("/a/Été");
    d.double_click("file.row.0");
    d.frame(2);
    CHECK(d.shows("file.failed"));
    d.click("file.cancel");
    d.frame(2);
    CHECK(!d.shows("file.list"));
    CHECK(desk.host.opened_files.empty());
}

TEST_CASE("a slow folder does not block, and shows that it is being read")
{
    Desk desk;
    auto& d = desk.driver;
    desk.host.slow_folders = true;
    d.click("rail.open");
    d.frame(3);
    REQUIRE(d.shows("file.list"));
    CHECK(desk.shown().empty());
    REQUIRE(desk.host.unanswered.size() == 1);
    // A second request: the answer to the first is ignored.
    d.click("file.place.1");
    d.frame(2);
    REQUIRE(desk.host.unanswered.size() == 2);
    desk.host.unanswered[1]();
    d.frame(2);
    CHECK(desk.shown() == std::vector<std::string>{"plages.cadran"});
    desk.host.unanswered[0]();
    d.frame(2);
    CHECK(desk.shown() == std::vector<std::string>{"plages.cadran"});
    // An answer after the dialog was closed is ignored, too.
    d.click("file.up");
    d.click("file.cancel");
    desk.host.unanswered[2]();
    d.frame(2);
    CHECK_FALSE(d.shows("file.list"));
    CHECK(desk.host.opened_files.empty());
}

TEST_CASE("no folder is read while a frame is drawn")
{
    Desk desk;
    auto& d = desk.driver;
    d.click("rail.open");
    d.frame(3);
    auto const asked = desk.host.listings.size();
    CHECK(asked == 1);
    d.frame(60);
    CHECK(desk.host.listings.size() == asked);
}

TEST_CASE("the actions on a recent session are in its menu, and the trash asks first")
{
    Room room("fr");
    auto& d = room.driver;
    ui::Recent one;
    one.path = "voirie.cadran";
    one.document.emplace();
    room.host.recents = {one};
    room.app.grant(ui::GoHome{});
    d.click("home.new.axes");
    room.app.grant(ui::GoHome{});
    d.frame(2);
    auto choose = [&](std::string const& id) {
        d.click("home.recent.0.menu");
        d.frame(2);
        d.click(id);
        d.frame(2);
    };
    choose("recent.copy");
    CHECK(room.host.duplicated == std::vector<fs::path>{"voirie.cadran"});
    choose("recent.archive");
    CHECK(room.host.archived == std::vector<fs::path>{"voirie.cadran"});
    choose("recent.trash");
    d.click("home.trash.no");
    CHECK(room.host.trashed.empty());
    choose("recent.trash");
    d.click("home.trash.yes");
    CHECK(room.host.trashed == std::vector<fs::path>{"voirie.cadran"});
}

TEST_CASE("the arrows move on the start screen, and Enter runs the main action")
{
    Room room("fr");
    auto& d = room.driver;
    ui::Recent one;
    one.path = "voirie.cadran";
    room.host.recents = {one, one, one, one, one};
    d.frame(2);
    room.app.grant(ui::ForgetSession{"x"}); // rebuilds the list
    d.frame(2);
    d.key(ImGuiKey_RightArrow);
    d.frame(2);
    CHECK(ui::focused_id(d.ui()) == "home.new.axes");
    d.key(ImGuiKey_RightArrow);
    d.frame(2);
    CHECK(ui::focused_id(d.ui()) == "home.new.simple");
    d.key(ImGuiKey_RightArrow);
    d.frame(2);
    CHECK(ui::focused_id(d.ui()).starts_with("home."));
    d.key(ImGuiKey_LeftArrow);
    d.key(ImGuiKey_LeftArrow);
    d.frame(2);
    for (int i = 0; i < 8 && !ui::focused_id(d.ui()).starts_with("home.recent."); ++i) {
        d.key(ImGuiKey_DownArrow); // past the filters
        d.frame(2);
    }
    CHECK(ui::focused_id(d.ui()).starts_with("home.recent."));
    d.key(ImGuiKey_Escape);
    d.click_at({1500, 20}); // removes the keyboard focus
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(room.app.session()); // a new session of the suggested template
}

TEST_CASE(
    "a copy is written where the person chooses, under a free name, and never replaces a file")
{
    Desk desk;
    auto& d = desk.driver;
    desk.start("titre\nUn cas\n", "gather");
    desk.host.folders["/a"].push_back(entry("/a/atelier-copie.cadran"));
    d.key(ImGuiMod_Ctrl | ImGuiKey_S);
    d.frame(3);
    CHECK(desk.host.copies.empty());
    REQUIRE(d.shows("file.copy.name"));
    d.key(ImGuiKey_End);
    d.type("-soir"); // appended to the suggested name, since atelier-copie exists
    d.key(ImGuiKey_Enter);
    d.frame(3);
    REQUIRE(desk.host.copies.size() == 1);
    CHECK(desk.host.copies.back() == "/a/atelier-copie-2-soir.cadran");
    CHECK(!d.shows("file.list"));
    REQUIRE(d.shows("notice.0"));
    CHECK_FALSE(d.box("notice.0").overlaps(d.box("minimap")));
    CHECK(desk.host.chosen_in.back() == "/a");
}

TEST_CASE("a copy that fails gives the reason in its dialog")
{
    Desk desk;
    auto& d = desk.driver;
    desk.start("titre\nUn cas\n", "gather");
    d.key(ImGuiMod_Ctrl | ImGuiKey_S);
    d.frame(3);
    desk.host.refuses = base::Error{base::Errc::io, "file.disk_full", {}, 0};
    d.click("file.go");
    d.frame(3);
    CHECK(d.shows("file.failed"));
    CHECK(d.shows("file.copy.name"));
    CHECK(desk.host.copies.empty());
    // An existing file of that name: nothing is written, and the disk is not asked.
    desk.host.refuses.reset();
    for (int i = 0; d.shows("file.row." + std::to_string(i)); ++i)
        if (d.label("file.row." + std::to_string(i)) == "voirie.cadran")
            d.double_click("file.row." + std::to_string(i));
    d.frame(2);
    d.click("file.go");
    d.frame(3);
    CHECK(d.label("file.failed").find("voirie.cadran") != std::string::npos);
    CHECK(desk.host.copies.empty());
}

TEST_CASE("the name of a copy may be a path, a wrong one is told, and Escape closes the dialog")
{
    Desk desk;
    auto& d = desk.driver;
    desk.start("titre\nUn cas\n", "gather");
    d.key(ImGuiMod_Ctrl | ImGuiKey_S);
    d.frame(3);
    auto const typed = [&](char const* name) {
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.type(name);
    };
    typed(".cache");
    d.click("file.go");
    d.frame(3);
    CHECK(d.shows("file.failed"));
    CHECK(desk.host.copies.empty());
    d.click("file.copy.name");
    d.key(ImGuiKey_Escape);
    d.frame(3);
    CHECK_FALSE(d.shows("file.copy.name"));

    d.key(ImGuiMod_Ctrl | ImGuiKey_S);
    d.frame(3);
    typed("/mnt/cle/ce soir");
    d.key(ImGuiKey_Enter);
    d.frame(3);
    REQUIRE(desk.host.copies.size() == 1);
    CHECK(desk.host.copies.back() == "/mnt/cle/ce soir.cadran");
}
