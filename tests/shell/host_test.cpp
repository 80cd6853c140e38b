#include "shell/files/file_host.h"
#include "shell/files/folders.h"
#include "shell/files/preferences.h"
#include "support/environment.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <string>
#include <thread>

// The services of the machine: folders, copies, trash, settings, reduced motion.
namespace {

namespace fs = std::filesystem;
using support::bytes_of;
using support::write_bytes;

// Changes HOME and related variables until the test ends.
struct Home {
    support::TemporaryFolder folder;
    fs::path const path = folder.path();

    support::Variable const own{"HOME", path.string()},
        data{"XDG_DATA_HOME", (path / "data").string()},
        config{"XDG_CONFIG_HOME", (path / "config").string()}, motion{"CADRAN_REDUCED_MOTION", ""};

    Home()
    {
        fs::create_directories(path / "config");
        fs::create_directories(path / "data");
    }
    [[nodiscard]] shell::FileHost host() const
    {
        return {path / "config" / "cadran", path / "Sessions", path / "cache",
                support::assets_dir(), path / "state"};
    }
};

std::vector<std::string> names(ui::Folder const& folder)
{
    std::vector<std::string> out;
    for (auto const& entry : folder.entries) out.push_back(entry.name);
    std::ranges::sort(out);
    return out;
}

// The sessions that the start screen lists, archived ones excluded.
std::vector<ui::Recent> listed(shell::FileHost& host)
{
    std::promise<void> last;
    std::vector<ui::Recent> out;
    host.list_sessions([&](ui::ShelfPart part) {
        for (auto& one : part.sessions)
            if (one.where != ui::Recent::Where::archived) out.push_back(std::move(one));
        if (part.last) last.set_value();
    });
    last.get_future().wait();
    return out;
}

fs::path new_session(shell::FileHost& host, std::string const& title)
{
    auto opened = host.create({"simple", title}, "fr");
    REQUIRE(opened);
    auto path = opened->path;
    opened->session.reset();
    host.closed(path);
    return path;
}

} // namespace

TEST_CASE("a folder shows its files and folders, sized and dated, without the hidden ones")
{
    Home const home;
    fs::create_directories(home.path / "Été" / "dedans");
    write_bytes(home.path / "Été" / "liste.csv", "titre\nun\n");
    write_bytes(home.path / "Été" / ".caché", "x");
    auto const folder = shell::list_folder(home.path / "Été/");
    REQUIRE(folder);
    CHECK(folder->path == home.path / "Été");
    CHECK(names(*folder) == std::vector<std::string>{"dedans", "liste.csv"});
    for (auto const& entry : folder->entries) {
        CHECK(entry.changed_ms > 1'600'000'000'000);
        bool const is_list = entry.name == "liste.csv";
        CHECK((entry.kind == ui::FileEntry::Kind::file) == is_list);
        if (is_list) CHECK(entry.bytes == 9);
    }
#if !defined(_WIN32) // the folder of the person is not what HOME says there
    REQUIRE(shell::list_folder("~/Été"));
    CHECK(shell::list_folder("~")->path == home.path);
#endif
    CHECK(shell::list_folder(home.path / "rien").error().where == "folder.read");
    CHECK(!shell::list_folder(home.path / "Été" / "liste.csv"));
}

TEST_CASE("the places offered are those that exist, under the names the desktop gives them")
{
#if defined(_WIN32)
    CADRAN_SKIP("Windows names its folders itself, not in a file of the desktop");
#endif
    Home const home;
    fs::create_directories(home.path / "Mes documents");
    fs::create_directories(home.path / "Downloads");
    write_bytes(home.path / "config" / "user-dirs.dirs",
                "# fait par xdg-user-dirs\nXDG_DOCUMENTS_DIR=\"$HOME/Mes documents\"\n"
                "XDG_DESKTOP_DIR=\"$HOME/Absent\"\n");
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    fs::create_directories(home.path / "listes");
    host.chose_in(home.path / "listes");
    std::vector<fs::path> places;
    for (auto const& place : host.places()) places.push_back(place.path);
    CHECK(places == std::vector<fs::path>{home.path / "Sessions", home.path,
                                          home.path / "Mes documents", home.path / "Downloads",
                                          home.path / "listes"});
    CHECK(home.host().places().back().path == home.path / "listes"); // still offered on another day
}

TEST_CASE("a session is duplicated under a new name, and both are listed")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    auto const copy = host.duplicate(path);
    REQUIRE(copy);
    CHECK(bytes_of(*copy) == bytes_of(path));
    auto const again = host.duplicate(path);
    REQUIRE(again);
    CHECK(*again != *copy);
    CHECK(listed(host).size() == 3);
}

TEST_CASE("a copy has the content of the screen, whatever another program did to the file")
{
    Home const home;
    auto host = home.host();
    auto opened = host.create({"simple", "Voirie"}, "fr");
    REQUIRE(opened);
    auto const document = opened->session->document();
    fs::resize_file(opened->path, 0); // as a synchronising program may leave it
    auto const copy = home.path / "copie.cadran";
    REQUIRE(host.save_copy(*opened->session, copy));
    auto again = host.open(copy, ui::Access::read);
    REQUIRE(again);
    CHECK(again->session->document() == document);
    CHECK(host.save_copy(*opened->session, copy).error() ==
          base::Error{base::Errc::conflict, "file.exists", "copie.cadran", 0});
    CHECK(host.save_copy(*opened->session, home.path / "none" / "c.cadran").error().where ==
          "file.copy");
    CHECK(!fs::exists(home.path / "none"));
}

TEST_CASE("a damaged session is not duplicated as if it were whole")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    fs::resize_file(path, fs::file_size(path) - 7);
    CHECK(host.duplicate(path).error().where == "file.damaged");
    CHECK(std::distance(fs::directory_iterator(path.parent_path()), {}) == 1);
}

TEST_CASE("a new session can be written at once, whatever else the program starts meanwhile")
{
    for (int i = 0; i < 150; ++i) {
        Home const home;
        auto host = home.host();
        auto const opened = host.create({"simple", "Voirie"}, "fr");
        REQUIRE(opened);
        REQUIRE(opened->access == ui::Access::edit);
    }
}

TEST_CASE("the key of a ballot box lies in the state folder, and goes with the vote; archiving "
          "keeps both")
{
    Home const home;
    auto host = home.host();
    auto opened = host.create({"simple", "Voirie"}, "fr");
    REQUIRE(opened);
    auto& session = *opened->session;
    model::Case text;
    text.title = "Un cas";
    auto const on = session.mint<model::CaseId>();
    auto const round = session.mint<model::RoundId>();
    REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{on, text, {}}}}));
    model::Round rules;
    rules.cases = {on};
    REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
    REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
    REQUIRE(session.cast(round, "anne", {{{on, 1}}, 1}));
    auto const keys = home.path / "state" / "keys";
    CHECK(std::distance(fs::directory_iterator(keys), {}) == 1);
    auto const box = opened->path.string() + ".urn";
    CHECK(bytes_of(box).size() - bytes_of(box).find('\n') - 1 == 1UL << 20);
    CHECK(bytes_of(box).find("anne") == std::string::npos);
    auto const path = opened->path;
    opened->session.reset();
    CHECK(listed(host).front().ballots_kept == 1);
    auto const moved = host.archive(path);
    REQUIRE(moved);
    auto again = host.open(*moved, ui::Access::edit);
    REQUIRE(again);
    CHECK(again->session->ballots_in_box(round) == 1);
    REQUIRE(again->session->close_round(edit::facilitator, round));
    CHECK(fs::is_empty(keys));
    CHECK(!fs::exists(moved->string() + ".urn"));
}

TEST_CASE("lost ballots without a key are reported once, in one sentence, and the session opens")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    model::RoundId round;
    {
        auto opened = host.open(path, ui::Access::edit);
        auto& session = *opened->session;
        model::Case text;
        text.title = "Un cas";
        auto const on = session.mint<model::CaseId>();
        round = session.mint<model::RoundId>();
        REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{on, text, {}}}}));
        model::Round rules;
        rules.cases = {on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
        REQUIRE(session.cast(round, "anne", {{{on, 1}}, 1}));
    }
    fs::remove_all(home.path / "state");
    auto opened = host.open(path, ui::Access::edit);
    REQUIRE(opened);
    CHECK(opened->access == ui::Access::edit);
    REQUIRE(opened->notices.size() == 1);
    CHECK(opened->notices.front() ==
          base::Error{base::Errc::not_found, "box.key_lost", path.filename().string() + ".urn", 0});
}

TEST_CASE("an archived session moves to its folder with its ballot box, and opens from there")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    auto box = path;
    box += ".urn";
    write_bytes(box, "urne");
    auto const moved = host.archive(path);
    REQUIRE(moved);
    CHECK(!fs::exists(path));
    CHECK(moved->parent_path().filename() == "Archives");
    CHECK(fs::exists(moved->string() + ".urn"));
    CHECK(listed(host).empty());
    CHECK(host.open(*moved, ui::Access::read));
}

TEST_CASE("a session in the trash can be restored with the desktop's tools")
{
#if defined(_WIN32)
    CADRAN_SKIP("the recycle bin is of Windows: test_windows");
#endif
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Éco quartier");
    auto const bytes = bytes_of(path);
    REQUIRE(host.trash(path));
    CHECK(!fs::exists(path));
    CHECK(listed(host).empty());
    auto const trash = home.path / "data" / "Trash";
    CHECK(bytes_of(trash / "files" / path.filename()) == bytes);
    auto const note = bytes_of(trash / "info" / (path.filename().string() + ".trashinfo"));
    CHECK(note.starts_with("[Trash Info]\nPath=" + home.path.string()));
    CHECK(note.find("\nDeletionDate=20") != std::string::npos);
    // A second session of the same name does not replace it in the trash.
    auto const second = new_session(host, "Éco quartier");
    CHECK(second == path);
    REQUIRE(host.trash(second));
    CHECK(bytes_of(trash / "files" / path.filename()) == bytes);
    CHECK(std::distance(fs::directory_iterator(trash / "files"), {}) == 2);
}

TEST_CASE("a session in use is neither archived nor moved to the trash")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    auto opened = host.open(path, ui::Access::edit);
    REQUIRE(opened);
    auto other = home.host();
    CHECK(other.archive(path).error().where == "file.busy");
    CHECK(other.trash(path).error().where == "file.busy");
    CHECK(fs::exists(path));
    opened->session.reset();
    CHECK(other.trash(path));
}

TEST_CASE("a session whose killed program still holds it for a second is opened for writing")
{
    Home const home;
    auto host = home.host();
    auto const path = new_session(host, "Voirie");
    auto dying = host.open(path, ui::Access::edit);
    REQUIRE(dying);
    auto other = home.host();
    auto const gone = std::async(std::launch::async, [&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(1300));
        dying->session.reset();
    });
    auto const opened = other.open(path, ui::Access::edit);
    REQUIRE(opened);
    CHECK(opened->access == ui::Access::edit);
    CHECK(opened->notices.empty());
}

TEST_CASE("a session that did not end normally is offered again, from its last entry on disk")
{
    Home const home;
    {
        auto host = home.host();
        auto opened = host.create({"simple", "Voirie"}, "fr");
        REQUIRE(opened);
        REQUIRE(opened->session->submit(edit::facilitator, edit::SetTitle{"Voirie bis"}));
    } // ends without recording that it was left
    auto host = home.host();
    auto const recent = listed(host);
    REQUIRE(recent.size() == 1);
    CHECK(recent[0].ended == ui::Ended::without_warning);
    CHECK(model::get<model::Profile>(*recent[0].document).title == "Voirie bis");
}

TEST_CASE("settings are stored, and a damaged settings file does not stop the program")
{
    support::TemporaryFolder const folder;
    auto const file = folder / "preferences.json";
    {
        shell::Preferences kept(file);
        kept.keep({"en", ui::Appearance::night, 130, ui::Chime::on, ui::Motion::reduced});
        kept.used("/tmp/a");
        for (int i = 0; i < 9; ++i) kept.used("/tmp/" + std::to_string(i));
    }
    shell::Preferences const again(file);
    CHECK(again.settings() ==
          ui::Settings{"en", ui::Appearance::night, 130, ui::Chime::on, ui::Motion::reduced});
    CHECK(again.folders().size() == 5);
    CHECK(again.folders().front() == "/tmp/8");
    // the format of an older version
    write_bytes(file, R"({"language":"en","scale_percent":115,"sessions":[]})");
    shell::Preferences const older(file);
    CHECK(older.settings().scale_percent == 115);
    CHECK(!older.settings().motion);
    for (auto const* broken :
         {"", "{", "[]", R"({"folders":3})", R"({"motion":5})", R"({"sessions":[{"path":7}]})"}) {
        write_bytes(file, broken);
        CHECK(shell::Preferences(file).settings() == ui::Settings{});
    }
}

TEST_CASE(
    "what was said of columns is kept by a digest of their names, and damage loses nothing else")
{
    support::TemporaryFolder const folder;
    auto const file = folder / "preferences.json";
    ui::KeptColumns const one{std::string(64, 'a'),
                              1'700'000'000'000,
                              {{0, exchange::Field::title}, {3, exchange::Field::none}}};
    {
        shell::Preferences kept(file);
        kept.keep({"en", ui::Appearance::night, 130, ui::Chime::on, ui::Motion::reduced});
        kept.keep_columns({one});
    }
    CHECK(shell::Preferences(file).columns() == std::vector{one});
    CHECK(shell::Preferences(file).settings().scale_percent == 130);
    write_bytes(file,
                R"({"columns":[{"names":"a","said":{"x":"title","2":"nowhere","3":"need"}}]})");
    auto const read = shell::Preferences(file).columns();
    REQUIRE(read.size() == 1);
    CHECK(read[0].said == std::map<std::size_t, exchange::Field>{{2, exchange::Field::need}});
    for (auto const* broken : {R"({"columns":5})", R"({"columns":[{"names":3}]})"}) {
        write_bytes(file, broken);
        CHECK(shell::Preferences(file).columns().empty());
    }
}

TEST_CASE("a session is read for its cases without being opened, and a table to fill is a copy")
{
    Home const home;
    auto host = home.host();
    auto opened = host.create({"huit-axes", "Autre"}, "fr");
    REQUIRE(opened);
    auto const path = opened->path;
    host.closed(path);
    opened->session.reset();
    auto const other = host.document_in(path);
    REQUIRE(other);
    CHECK(model::get<model::Profile>(*other).title == "Autre");
    CHECK_FALSE(host.document_in(path.parent_path() / "rien.cadran"));
    support::Variable const programs("PATH", home.path.string()); // none that opens files is found
    auto const first = host.open_document("modele-cas.xlsx", ui::Host::Use::fill_in);
    auto const second = host.open_document("modele-cas.xlsx", ui::Host::Use::fill_in);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first != *second);
    CHECK(first->parent_path() == path.parent_path());
    CHECK(fs::file_size(*first) > 1000);
    for (auto const* name : {"guide.fr.html", "guide.en.html", "import.html"}) {
        CAPTURE(name);
        auto const page = host.open_document(name, ui::Host::Use::read);
        REQUIRE(page);
        auto const text = platform::read_whole(*page).value_or("");
        CHECK(text.starts_with("<!doctype html>"));
        CHECK(text.find("<h2>") != std::string::npos);
    }
}

TEST_CASE("the first start follows the desktop's dark mode; later the person's choice counts")
{
#if defined(_WIN32)
    CADRAN_SKIP("Windows says it in the registry, not in a file of GTK");
#endif
    Home const home;
    auto const gtk = home.path / "config" / "gtk-3.0";
    fs::create_directories(gtk);
    CHECK(home.host().settings().appearance == ui::Appearance::day);
    write_bytes(gtk / "settings.ini", "[Settings]\ngtk-application-prefer-dark-theme=1\n"
                                      "gtk-enable-animations=0\n");
    auto host = home.host();
    CHECK(host.system_motion() == ui::Motion::reduced);
    auto settings = host.settings();
    CHECK(settings.appearance == ui::Appearance::night);
    settings.appearance = ui::Appearance::day;
    settings.scale_percent = 115;
    host.keep(settings);
    CHECK(home.host().settings() == settings);
}
