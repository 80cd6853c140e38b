#include "support/tables.h"
#include "support/ui/room.h"
#include "ui/screens/home/library.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <thread>

// The start screen's list of sessions: search, filters, folders.
using support::Room;
using ui::Folders;
using ui::Library;
using ui::LibraryFilter;
using ui::Recent;

namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t now = 1'780'000'000'000;

Recent listed(std::string const& title, std::int64_t days_ago,
              std::vector<std::string> const& cases, std::string const& place = {})
{
    Recent one;
    one.path = "/s/" + title + ".cadran";
    one.session = title;
    one.title = title;
    one.place = place;
    one.changed_ms = now - days_ago * day_ms;
    one.where = Recent::Where::own;
    int number = 0;
    for (auto const& text : cases) one.cases.push_back({++number, text, model::Verdict::none});
    return one;
}

std::vector<std::string> titles_found(Library& library, LibraryFilter const& filter)
{
    std::vector<std::string> out;
    for (auto i : library.shown(filter, now)) out.push_back(library.sessions()[i].title);
    return out;
}

// Rebuilds the list.
void list_again(Room& room)
{
    room.app.grant(ui::ForgetSession{"x"});
    room.driver.frame(3);
}

Library three()
{
    Library library;
    library.begin();
    auto water = listed("Eau potable", 10, {"Détection de fuites d’eau", "Télérelève"}, "Isère");
    auto roads = listed("Voirie", 100, {"Nids-de-poule"}, "Armance");
    roads.folder = "Ateliers";
    roads.step = model::Step::decide;
    roads.tags = {"routes"};
    auto old = listed("Énergie", 500, {"Fuites de chaleur"});
    old.where = Recent::Where::archived;
    library.take({{water, roads, old}, {"Ateliers"}, true});
    return library;
}

} // namespace

TEST_CASE(
    "a search finds sessions by title, place, tag and the titles of their cases, whatever accents")
{
    auto library = three();
    LibraryFilter filter;
    auto found = [&](char const* query) {
        filter.query = query;
        return titles_found(library, filter);
    };
    using List = std::vector<std::string>;
    CHECK(found("") == List{"Eau potable", "Voirie"}); // archived sessions are listed separately
    CHECK(found("detection EAU") == List{"Eau potable"});
    CHECK(library.found_in(0) == std::vector<std::size_t>{0});
    CHECK(found("isere") == List{"Eau potable"});
    CHECK(found("routes") == List{"Voirie"});
    CHECK(found("fuites poule") == List{}); // both words must be in one session
    filter.folder = {Folders::Which::archived, {}};
    CHECK(found("energie") == List{"Énergie"});
}

TEST_CASE("filters by date, step, place and tag combine, and folders count their matches")
{
    auto library = three();
    using List = std::vector<std::string>;
    LibraryFilter filter;
    filter.since = LibraryFilter::Since::month;
    CHECK(titles_found(library, filter) == List{"Eau potable"});
    filter.since = LibraryFilter::Since::year;
    CHECK(titles_found(library, filter) == List{"Eau potable", "Voirie"});
    filter.step = model::Step::decide;
    CHECK(titles_found(library, filter) == List{"Voirie"});
    CHECK(library.count_in({Folders::Which::one, "Ateliers"}) == 1);
    CHECK(library.count_in({Folders::Which::all, {}}) == 1);
    CHECK(library.count_in({Folders::Which::archived, {}}) == 0); // 500 days ago
    filter.place = "Isère";
    CHECK(titles_found(library, filter) == List{});
    filter = {};
    filter.folder = {Folders::Which::one, "Ateliers"};
    filter.tag = "routes";
    CHECK(titles_found(library, filter) == List{"Voirie"});
}

TEST_CASE("the former list stays on the screen while it is read again, then is replaced")
{
    auto library = three();
    library.begin();
    CHECK(library.reading());
    library.take({{listed("Neuf", 1, {})}, {}, false});
    CHECK(library.sessions().size() == 3);
    library.take({{listed("Autre", 2, {})}, {}, true});
    CHECK_FALSE(library.reading());
    CHECK(titles_found(library, {}) == std::vector<std::string>{"Neuf", "Autre"});
}

TEST_CASE("a list of ten thousand sessions draws the visible ones only")
{
    Room room("fr");
    for (int n = 0; n < 10'000; ++n)
        room.host.recents.push_back(listed("Session " + std::to_string(n), n, {"Un cas"}));
    auto& d = room.driver;
    list_again(room);
    auto const& widgets = d.ui().probe.widgets;
    auto const cards = std::ranges::count_if(widgets, [](auto const& one) {
        return one.first.starts_with("home.recent.") && one.first.ends_with(".menu");
    });
    CHECK(cards >= 4);
    CHECK(cards < 40);
    CHECK(d.label("home.counted") == "10\u202F000");
    d.click("home.search");
    d.type("session 9999");
    d.settle();
    CHECK(d.label("home.recent.0") == "Session 9999");
    CHECK(d.label("home.counted").starts_with("1 sur 10"));
}

TEST_CASE("a found case has its number of sessions, with their decisions")
{
    Room room("fr");
    auto isere =
        listed("Atelier de l’Isère", 10, {"Détection prédictive de fuites d’eau"}, "Isère");
    auto armance = listed("Armance", 20, {"Détection prédictive des fuites d'eau"}, "Armance");
    armance.cases[0].verdict = model::Verdict::launch;
    auto other = listed("Autre", 30, {"Fuites de gaz en ville"});
    room.host.recents = {isere, armance, other};
    auto& d = room.driver;
    list_again(room);
    d.click("home.search");
    d.type("fuites");
    for (int i = 0; i < 200 && !d.shows("home.found.0"); ++i) {
        d.frame();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    REQUIRE(d.shows("home.found.0"));
    CHECK(d.label("home.found.0").ends_with("vu dans 2 lieux"));
    CHECK(d.label("home.found.0.1") == "Armance · Lancer");
    CHECK(d.label("home.found.1") == "Fuites de gaz en ville"); // only one match: no count
    d.click("home.found.0.1");
    d.frame(2);
    CHECK(room.host.opened_files.back() == armance.path);
}

TEST_CASE("an unreadable session gives the reason on its card")
{
    Room room("en");
    auto broken = listed("broken", 1, {});
    broken.unreadable = base::Error{base::Errc::corrupt, "file.not_a_session", "broken.cadran", 0};
    room.host.recents = {broken, listed("Roads", 2, {})};
    auto& d = room.driver;
    list_again(room);
    CHECK(d.label("home.recent.0") == "broken");
    CHECK(d.shows("home.recent.1"));
    d.click("home.recent.1");
    d.frame(2);
    CHECK(room.app.session());
}

TEST_CASE("two selected sessions are compared, the older first; one is moved to a new folder")
{
    Room room("fr");
    room.host.recents = {listed("Comité", 1, {}), listed("Atelier", 30, {})};
    room.host.own_folders = {"Ateliers"};
    auto& d = room.driver;
    list_again(room);
    d.click("home.recent.1.choose");
    CHECK_FALSE(d.enabled("home.compare"));
    d.click("home.put_away");
    d.frame(2);
    d.click("home.into.Ateliers");
    d.frame(3);
    CHECK(room.host.moves.back() ==
          std::pair<std::filesystem::path, std::string>{"/s/Atelier.cadran", "Ateliers"});
    CHECK(d.value("home.folder.own.Ateliers") == "1");
    d.click("home.recent.0.choose");
    d.click("home.recent.1.choose");
    REQUIRE(d.enabled("home.compare"));
    d.click("home.compare");
    d.frame(3);
    REQUIRE(room.host.session_readings.size() >= 2);
    auto const count = room.host.session_readings.size();
    CHECK(room.host.session_readings[count - 2].first == "/s/Atelier.cadran");
    CHECK(room.host.session_readings[count - 1].first == "/s/Comité.cadran");
}

TEST_CASE("a folder is created and renamed, and a session gets a place")
{
    Room room("fr");
    room.host.recents = {listed("Comité", 1, {})};
    room.host.recents[0].document.emplace(); // the file is readable now
    auto& d = room.driver;
    list_again(room);
    d.click("home.folder.new");
    d.frame(2);
    d.type("Comités");
    d.key(ImGuiKey_Enter);
    d.frame(3);
    CHECK(room.host.own_folders == std::vector<std::string>{"Comités"});
    REQUIRE(d.shows("home.folder.own.Comités"));
    d.double_click("home.folder.own.Comités");
    d.frame(2);
    d.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.type("Élus");
    d.click("home.naming.yes");
    d.frame(3);
    CHECK(room.host.own_folders == std::vector<std::string>{"Élus"});
    d.click("home.folder.all"); // the first of the two clicks reached the folder
    d.frame(2);
    d.click("home.recent.0.menu");
    d.frame(2);
    d.click("recent.label");
    d.frame(2);
    d.type("Isère");
    d.click("home.labelling.tags");
    d.type("eau,  énergie , ");
    d.click("home.labelling.yes");
    d.frame(3);
    CHECK(room.host.recents[0].place == "Isère");
    CHECK(room.host.recents[0].tags == std::vector<std::string>{"eau", "énergie"});
    d.click("home.filter.place");
    d.frame(2);
    d.click("home.choose.Isère");
    d.frame(2);
    CHECK(d.label("home.filter.place") == "Lieu\u00A0: Isère");
}
