#include "platform/disk.h"
#include "platform/mapped.h"
#include "platform/process.h"
#include "support/environment.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

namespace {

namespace fs = std::filesystem;
using platform::Clobber;
using platform::Readers;
using platform::Refusal;
using platform::Use;
using support::bytes_of;
using support::write_bytes;

auto& disk = platform::real_disk();

} // namespace

TEST_CASE("a file appears complete under its name, and replaces another only on request")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "é.txt";
    REQUIRE(platform::write_whole(disk, path, "un", Clobber::no, Readers::owner));
    CHECK(platform::write_whole(disk, path, "deux", Clobber::no, Readers::owner).error() ==
          base::Error{base::Errc::conflict, "file.exists", path.string(), 0});
    CHECK(bytes_of(path) == "un");
    REQUIRE(platform::write_whole(disk, path, "deux", Clobber::yes, Readers::owner));
    CHECK(*platform::read_whole(path) == "deux");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    auto const nowhere =
        platform::write_whole(disk, folder / "none" / "x", "", Clobber::yes, Readers::everyone);
    CHECK(nowhere.error() == base::Error{base::Errc::io, "file.write", "why.gone", 0});
}

TEST_CASE("a line is appended at the end of the file, also after other writers, and a replaced "
          "file is durable")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "a";
    write_bytes(path, "0123456789");
    {
        auto const file = *disk.open(path, Use::append);
        REQUIRE(platform::write_all(disk, file, "ab"));
        REQUIRE(platform::cut(disk, file, 11));
        REQUIRE(platform::write_all(disk, file, "c"));
        REQUIRE(platform::flush(disk, file));
        CHECK(*platform::read_at(file, 8, 100) == "89ac");
    }
    auto const file = *disk.open(path, Use::update);
    REQUIRE(platform::write_all_at(disk, file, 3, "xyz"));
    CHECK(bytes_of(path) == "012xyz6789ac");
    REQUIRE(platform::flush_folder_of(disk, path));
}

TEST_CASE("a file has an identity independent of its name")
{
    support::TemporaryFolder const folder;
    write_bytes(folder / "a", "abc");
    fs::create_hard_link(folder / "a", folder / "b");
    fs::create_symlink(folder / "a", folder / "c");
    auto const a = *platform::facts(folder / "a");
    CHECK(a.size == 3);
    CHECK(a.names == 2);
    CHECK(platform::facts(folder / "b")->identity == a.identity);
    CHECK(platform::facts(folder / "c")->identity == a.identity);
    CHECK(platform::facts(folder / "c", platform::Links::stay)->kind ==
          platform::Facts::Kind::other);
    CHECK(!disk.open(folder / "c", Use::update)); // what is written in place is no link
    write_bytes(folder / "d", "abc");
    CHECK(platform::facts(folder / "d")->identity != a.identity);
    CHECK(platform::facts(folder / "none").error().why == Refusal::gone);
    CHECK(platform::facts(folder.path())->kind == platform::Facts::Kind::folder);
    CHECK(platform::read_whole(folder.path()).error().where == "file.folder");
    CHECK(disk.rename_new(folder / "a", folder / "d").error().why == Refusal::taken);
}

TEST_CASE("a mapped file has the bytes that are read, and may be removed; a folder is none")
{
    support::TemporaryFolder const folder;
    std::string const bytes(100'000, 'x');
    write_bytes(folder / "a", bytes);
    auto mapped = platform::map_file(folder / "a");
    REQUIRE(mapped);
    auto const moved = *std::move(mapped);
    CHECK(moved.bytes() == bytes);
    std::error_code failed;
    fs::remove(folder / "a", failed);
    CHECK(moved.bytes().back() == 'x');
    write_bytes(folder / "empty", "");
    CHECK_FALSE(platform::map_file(folder / "empty"));
    CHECK_FALSE(platform::map_file(folder.path()));
    CHECK(platform::map_file(folder / "none").error().why == Refusal::gone);
}

TEST_CASE("a file is locked by one program at a time, until it is closed")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "a";
    write_bytes(path, "");
    CHECK(!platform::is_locked(path));
    auto held = *disk.open(path, Use::append);
    REQUIRE(platform::try_lock(held));
    CHECK(platform::is_locked(path));
    auto const second = *disk.open(path, Use::append);
    CHECK(!platform::try_lock(second));
    held.close();
    CHECK(platform::try_lock(second));
}

TEST_CASE("a lock that a dying program still holds is waited for, as long as one is patient")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "a";
    write_bytes(path, "");
    auto held = *disk.open(path, Use::append);
    REQUIRE(platform::try_lock(held));
    auto const second = *disk.open(path, Use::append);
    // Gone after longer than `a_moment`, as a program that was killed is.
    std::thread dies([&] {
        std::this_thread::sleep_for(2 * platform::a_moment);
        held.close();
    });
    CHECK(platform::try_lock(second, std::chrono::seconds(60)));
    dies.join();
}

TEST_CASE("the output of a program is returned when it succeeds")
{
    support::TemporaryFolder const folder;
    auto const has = [&](char const* name, std::string const& script) {
        write_bytes(folder / name, "#!/bin/sh\n" + script + "\n");
        fs::permissions(folder / name, fs::perms::owner_all);
    };
    support::Variable const path("PATH", folder.path().string() + ":/usr/bin:/bin");
    std::chrono::milliseconds const patience(20'000);
    has("dit", "printf '%s|' \"$@\"; cat; echo fin");
    CHECK(*platform::ask("dit", {"un mot", "é"}, patience) == "un mot|é|fin\n");
    has("dit", "echo quelque chose; exit 3");
    CHECK(!platform::ask("dit", {}, patience));
    CHECK(!platform::ask("personne", {}, patience));
    has("dit", "exec sleep 600");
    CHECK(!platform::ask("dit", {}, std::chrono::milliseconds(50)));
    CHECK(platform::is_running(platform::own_process()));
    CHECK(!platform::is_running(0));
}

TEST_CASE("a file, a folder or an address is opened with the desktop's program")
{
    support::TemporaryFolder const folder;
    auto const bin = folder / "bin", opened = folder / "opened";
    fs::create_directories(bin);
    support::Variable const path("PATH", bin.string());
    CHECK(!platform::open_outside("https://example.org/"));
    auto const has = [&](char const* name) {
        write_bytes(bin / name, "#!/bin/sh\necho \"" + std::string(name) + " $*\" > '" +
                                    opened.string() + "'\n");
        fs::permissions(bin / name, fs::perms::owner_all);
    };
    auto const hears = [&](std::string const& said) {
        for (int i = 0; i < 6'000 && bytes_of(opened) != said; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return bytes_of(opened) == said;
    };
    has("gio");
    CHECK(platform::open_outside("/tmp/à côté"));
    CHECK(hears("gio open /tmp/à côté\n"));
    has("xdg-open");
    CHECK(platform::open_outside("https://example.org/"));
    CHECK(hears("xdg-open https://example.org/\n"));
}

TEST_CASE("a folder is removed with all that it holds; a link in it is removed, not followed")
{
    support::TemporaryFolder const folder;
    auto const gone = folder / "scratch", kept = folder / "kept";
    fs::create_directories(gone / "a" / "b");
    fs::create_directories(kept);
    write_bytes(gone / "a" / "b" / "é.txt", "un");
    write_bytes(gone / "x", "deux");
    write_bytes(kept / "y", "trois");
    std::error_code refused;
    fs::create_directory_symlink(kept, gone / "link", refused);
    CHECK(platform::remove_tree(gone));
    CHECK_FALSE(fs::exists(gone));
    CHECK(bytes_of(kept / "y") == "trois");
    CHECK(platform::remove_tree(gone)); // nothing there
    CHECK(platform::remove_tree(kept / "y"));
    CHECK(fs::is_empty(kept));
}

TEST_CASE("removing a folder in which a file is open comes to an end, and says what became of it")
{
    support::TemporaryFolder const folder;
    auto const scratch = folder / "scratch";
    fs::create_directories(scratch);
    write_bytes(scratch / "held", "un");
    std::ifstream const held(scratch / "held"); // not removable on Windows
    bool const gone = platform::remove_tree(scratch);
    CHECK(gone == !fs::exists(scratch));
}
