#include "edit/permission.h"
#include "journal/file_log.h"
#include "session/judge.h"
#include "shell/files/file_host.h"
#include "shell/files/labels.h"
#include "shell/files/shelf.h"
#include "shell/machine/machine.h"
#include "support/folders.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

// Reads the sessions of this machine from its disk.
namespace {

namespace fs = std::filesystem;
using support::bytes_of;
using support::write_bytes;
using ui::Recent;

struct Bookcase {
    support::TemporaryFolder folder;
    shell::ShelfAsked asked{
        folder / "Sessions", folder / "cache/sessions.json", folder / "labels.json", {}, {}};

    Bookcase() { fs::create_directories(asked.sessions); }
    fs::path put(fs::path const& at) const
    {
        fs::create_directories(at.parent_path());
        fs::copy_file(support::sources_dir() / "sessions/exemple.cadran", at);
        return at;
    }
    [[nodiscard]] std::vector<Recent> listed() const
    {
        std::vector<Recent> out;
        int last = 0;
        shell::read_shelf(asked, [&](ui::ShelfPart part) {
            for (auto& one : part.sessions) out.push_back(std::move(one));
            if (part.last) ++last;
        });
        CHECK(last == 1);
        std::ranges::sort(out, {}, &Recent::path);
        return out;
    }
};

} // namespace

TEST_CASE("sessions are listed from the person's folder, its folders, its archives and elsewhere")
{
    Bookcase desk;
    auto const& own = desk.asked.sessions;
    desk.put(own / "a.cadran");
    desk.put(own / "Ateliers 2026/b.cadran");
    desk.put(own / "Archives/c.cadran");
    auto const away = desk.put(desk.folder / "clé usb/d.cadran");
    write_bytes(own / "notes.txt", "x");
    desk.asked.known = {{away, ui::Ended::cleanly},
                        {desk.folder / "gone.cadran", ui::Ended::cleanly}};
    auto const all = desk.listed();
    REQUIRE(all.size() == 4);
    auto of = [&](char const* name) {
        return *std::ranges::find_if(all,
                                     [&](auto const& one) { return one.path.filename() == name; });
    };
    CHECK(of("a.cadran").where == Recent::Where::own);
    CHECK(of("a.cadran").folder.empty());
    CHECK(of("b.cadran").folder == "Ateliers 2026");
    CHECK(of("c.cadran").where == Recent::Where::archived);
    CHECK(of("d.cadran").where == Recent::Where::elsewhere);
    CHECK(of("a.cadran").cases.size() > 20);
    CHECK(of("a.cadran").step == model::Step::decide);
    CHECK_FALSE(of("a.cadran").document.has_value()); // the document is read on demand
}

TEST_CASE("an unchanged file is not read again, a changed one is")
{
    Bookcase desk;
    auto const path = desk.put(desk.asked.sessions / "a.cadran");
    auto const first = desk.listed();
    // The cache is used while size and time of the file match.
    auto text = bytes_of(desk.asked.cache);
    auto const title = first[0].title;
    REQUIRE(text.find(title) != std::string::npos);
    text.replace(text.find(title), title.size(), "Vu dans le cache");
    write_bytes(desk.asked.cache, text);
    CHECK(desk.listed()[0].title == "Vu dans le cache");
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(2));
    CHECK(desk.listed()[0].title == title);
    // The cache holds no names, reasons or descriptions.
    for (auto const* personal : {"proposer", "owner", "reason", "description"})
        CHECK(bytes_of(desk.asked.cache).find(personal) == std::string::npos);
    fs::remove(path);
    CHECK(desk.listed().empty());
    // removed together with its file
    CHECK(bytes_of(desk.asked.cache).find(title) == std::string::npos);
}

TEST_CASE("a broken file, a locked file and a damaged cache do not shorten the list")
{
    Bookcase desk;
    auto const& own = desk.asked.sessions;
    desk.put(own / "bon.cadran");
    write_bytes(own / "vide.cadran", "");
    write_bytes(own / "texte.cadran", "ceci n’est pas une session\n");
    shell::SystemClock clock;
    shell::SystemRandomSource random;
    auto const held = desk.put(own / "tenu.cadran");
    auto const opened = session::open_file(held, journal::OpenMode::write, {}, clock, random);
    REQUIRE(opened);
    fs::create_directories(desk.asked.cache.parent_path());
    write_bytes(desk.asked.cache, "{\"version\":1,\"sessions\":[{\"path\":7}, 3]}");
    auto const all = desk.listed();
    REQUIRE(all.size() == 4);
    CHECK(all[0].path.filename() == "bon.cadran");
    CHECK_FALSE(all[0].unreadable.has_value());
    CHECK_FALSE(all[1].unreadable.has_value()); // "tenu": readable while another program writes it
    CHECK(all[2].title == "texte");
    CHECK(all[2].unreadable->where == "file.not_a_session");
    CHECK(all[3].unreadable->where == "file.empty");
}

TEST_CASE("place and tags are stored on this machine and follow a moved or copied session")
{
    Bookcase desk;
    auto const path = desk.put(desk.asked.sessions / "a.cadran");
    auto const one = desk.listed()[0];
    REQUIRE(shell::keep_label(desk.asked.labels, one.session, {"Isère", {"eau"}}));
    auto const bytes = bytes_of(path);
    fs::create_directories(desk.asked.sessions / "Comités");
    fs::rename(path, desk.asked.sessions / "Comités/b.cadran");
    auto const after = desk.listed();
    REQUIRE(after.size() == 1);
    CHECK(after[0].place == "Isère");
    CHECK(after[0].tags == std::vector<std::string>{"eau"});
    CHECK(bytes_of(desk.asked.sessions / "Comités/b.cadran") == bytes);
    REQUIRE(shell::keep_label(desk.asked.labels, one.session, {}));
    CHECK(desk.listed()[0].place.empty());
    write_bytes(desk.asked.labels, "[1, 2");
    CHECK(desk.listed().size() == 1);
}

TEST_CASE("a session moves to a folder with its ballot box, unless it is open")
{
    support::TemporaryFolder const folder;
    shell::FileHost host(folder / "config", folder / "Sessions", folder / "cache",
                         support::assets_dir(), folder / "state");
    auto opened = host.create({"simple", "Voirie"}, "fr");
    REQUIRE(opened);
    auto const path = opened->path;
    CHECK(host.name_folder({}, "Ateliers"));
    CHECK(host.name_folder({}, "Ateliers").error().where == "folder.exists");
    for (auto const* bad : {"", "..", "a/b", ".caché", "archives"}) {
        CAPTURE(bad);
        CHECK(host.name_folder({}, bad).error().where == "folder.name");
    }
    shell::FileHost other(folder / "config", folder / "Sessions", folder / "cache",
                          support::assets_dir(), folder / "state");
    CHECK(other.move_to_folder(path, "Ateliers").error().where == "file.busy");
    opened->session.reset();
    host.closed(path);
    auto box = path;
    box += ".urn";
    write_bytes(box, "urne");
    auto const moved = host.move_to_folder(path, "Ateliers");
    REQUIRE(moved);
    CHECK(moved->parent_path().filename() == "Ateliers");
    CHECK(bytes_of(moved->string() + ".urn") == "urne");
    CHECK_FALSE(fs::exists(path));
    REQUIRE(host.name_folder("Ateliers", "Ateliers 2026"));
    CHECK(fs::exists(folder / "Sessions/Ateliers 2026" / path.filename()));
}
