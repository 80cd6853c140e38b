#include "platform/clipboard.h"
#include "platform/desktop.h"
#include "platform/disk.h"
#include "platform/mapped.h"
#include "platform/network.h"
#include "platform/places.h"
#include "platform/process.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <thread>

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

// What platform/windows does in its own way.
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using platform::Clobber;
using platform::Readers;
using platform::Refusal;
using platform::Use;
using support::bytes_of;
using support::write_bytes;

auto& disk = platform::real_disk();

// What a virus scanner or a program that synchronises folders does: holds a file, and shares it for
// nothing but reading.
class Holder {
public:
    explicit Holder(fs::path const& path)
        : handle_(::CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                0, nullptr))
    {
        REQUIRE(handle_ != INVALID_HANDLE_VALUE);
    }
    ~Holder() { ::CloseHandle(handle_); }
    Holder(Holder const&) = delete;
    Holder& operator=(Holder const&) = delete;

private:
    HANDLE handle_;
};

} // namespace

TEST_CASE("a file under an accented name of 300 characters is written, read, locked and renamed")
{
    support::TemporaryFolder const folder;
    auto deep = folder.path();
    for (int i = 0; i < 6; ++i) deep /= "Élus Œuvre ✓ - " + std::string(40, 'a');
    REQUIRE(deep.native().size() > 300);
    auto made = folder.path();
    for (auto const& part : deep.lexically_relative(folder.path())) {
        made /= part;
        REQUIRE(::CreateDirectoryW((LR"(\\?\)" + made.native()).c_str(), nullptr) != 0);
    }
    auto const path = deep / "séance.cadran";
    REQUIRE(platform::write_whole(disk, path, "un", Clobber::no, Readers::owner));
    REQUIRE(platform::write_whole(disk, path, "deux", Clobber::yes, Readers::owner));
    CHECK(*platform::read_whole(path) == "deux");
    CHECK(platform::facts(path)->size == 4);
    CHECK_FALSE(platform::is_locked(path));
    CHECK(platform::write_whole(disk, path, "trois", Clobber::no, Readers::owner).error().where ==
          "file.exists");
    REQUIRE(disk.remove(path));
    CHECK(platform::facts(path).error().why == Refusal::gone);
    auto const long_folder =
        LR"(\\?\)" + (folder / deep.lexically_relative(folder.path()).begin()->string()).native();
    std::error_code failed;
    fs::remove_all(long_folder, failed);
}

TEST_CASE("a file that another program holds for a moment is replaced; one held for good is left "
          "as it was")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "séance.cadran";
    write_bytes(path, "avant");
    {
        std::optional<Holder> holder(path);
        std::thread lets_go([&] {
            std::this_thread::sleep_for(500ms);
            holder.reset();
        });
        auto const written =
            platform::write_whole(disk, path, "après", Clobber::yes, Readers::owner);
        lets_go.join();
        CHECK(written);
    }
    CHECK(bytes_of(path) == "après");
    Holder const stays(path);
    auto const refused = platform::write_whole(disk, path, "jamais", Clobber::yes, Readers::owner);
    REQUIRE_FALSE(refused);
    CHECK((refused.error().detail == "why.denied" || refused.error().detail == "why.busy"));
    CHECK(bytes_of(path) == "après");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that this program has open is replaced, as on other systems")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "a";
    write_bytes(path, "avant");
    if (!disk.replaces_open_files(folder.path())) {
        auto const open = *disk.open(path, Use::append);
        CHECK_FALSE(platform::write_whole(disk, path, "jamais", Clobber::yes, Readers::everyone));
        CHECK(bytes_of(path) == "avant");
        CADRAN_SKIP("this file system does not rename over an open file, and says so");
    }
    auto const open = *disk.open(path, Use::append);
    REQUIRE(platform::write_whole(disk, path, "après", Clobber::yes, Readers::everyone));
    CHECK(bytes_of(path) == "après");
    CHECK(*platform::read_at(open, 0, 100) == "avant");
}

TEST_CASE("lines are appended at the end of the file whatever was written or read elsewhere in it")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "a";
    write_bytes(path, "0123456789");
    auto const file = *disk.open(path, Use::append);
    REQUIRE(platform::write_all(disk, file, "ab"));
    REQUIRE(platform::cut(disk, file, 11));
    CHECK(*platform::read_at(file, 2, 3) == "234");
    REQUIRE(platform::write_all_at(disk, file, 0, "z"));
    REQUIRE(platform::write_all(disk, file, "c\n"));
    REQUIRE(platform::flush(disk, file));
    REQUIRE(platform::flush_folder_of(disk, path));
    CHECK(bytes_of(path) == "z123456789ac\n");
    CHECK(disk.open(path, Use::fresh).error().why == Refusal::taken);
    CHECK(platform::read_whole(folder.path()).error().where == "file.folder");
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

TEST_CASE("a locked session can be copied whole by other programs, and opened for writing by none "
          "of ours")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "séance.cadran";
    write_bytes(path, "tout");
    auto held = *disk.open(path, Use::append);
    REQUIRE(platform::try_lock(held));
    CHECK(platform::is_locked(path));
    CHECK(platform::being_written(path));
    CHECK(bytes_of(path) == "tout");
    CHECK(::CopyFileW(path.c_str(), (folder / "copie").c_str(), TRUE) != 0);
    auto const second = *disk.open(path, Use::append);
    CHECK_FALSE(platform::try_lock(second));
    held.close();
    CHECK(platform::try_lock(second));
}

TEST_CASE("two names of one file are one file")
{
    support::TemporaryFolder const folder;
    write_bytes(folder / "a", "abc");
    write_bytes(folder / "c", "abc");
    fs::create_hard_link(folder / "a", folder / "b");
    auto const a = *platform::facts(folder / "a");
    CHECK(a.names == 2);
    CHECK(platform::facts(folder / "b")->identity == a.identity);
    CHECK(platform::facts(folder / "c")->identity != a.identity);
    CHECK(disk.rename_new(folder / "a", folder / "c").error().why == Refusal::taken);
}

TEST_CASE("what is copied is taken back in each form, with lines as they were")
{
    auto const clipboard = platform::open_clipboard();
    REQUIRE(clipboard);
    std::string const text = "Été ; déjà\t1\n« deux »\n",
                      html = "<table><tr><td>Été</td></tr></table>", png("\x89PNG\0\1", 6);
    clipboard->give({{"text/html", html}, {"text/plain", text}, {"image/png", png}});
    CHECK(clipboard->take("text/plain") == text);
    CHECK(clipboard->take("text/html") == html);
    CHECK(clipboard->take("image/png").value_or("").substr(0, png.size()) == png);
    clipboard->give({{"text/plain", "à nous"}});
    CHECK(clipboard->take("text/plain") == "à nous");
    CHECK_FALSE(clipboard->take("text/html"));
}

TEST_CASE("another program is run with spaces in its arguments, and is not waited for "
          "too long")
{
    CHECK(platform::ask("cmd", {"/c", "echo", "un mot"}, 20s).value_or("").find("un mot") !=
          std::string::npos);
    CHECK_FALSE(platform::ask("cmd", {"/c", "exit", "3"}, 20s));
    CHECK_FALSE(platform::ask("personne", {}, 1s));
    CHECK(platform::is_running(platform::own_process()));
    CHECK_FALSE(platform::is_running(0));
    CHECK(fs::exists(platform::own_program()));
}

TEST_CASE("folders, settings and addresses are those of this person and machine")
{
    for (auto const which :
         {platform::Known::documents, platform::Known::downloads, platform::Known::desktop})
        CHECK(platform::known_folder(which).is_absolute());
    CHECK(platform::settings_home().is_absolute());
    CHECK(platform::state_home().is_absolute());
    ::SetEnvironmentVariableW(L"XDG_STATE_HOME", L"C:\\Élodie");
    CHECK(platform::state_home() == fs::path(L"C:\\Élodie"));
    CHECK(platform::environment("XDG_STATE_HOME") == "C:\\Élodie");
    ::SetEnvironmentVariableW(L"XDG_STATE_HOME", nullptr);
    CHECK_FALSE(platform::environment("XDG_STATE_HOME"));
    ::SetEnvironmentVariableW(L"CADRAN_REDUCED_MOTION", L"1");
    CHECK(platform::desktop_wishes().less_motion);
    auto const all = platform::interfaces();
    CHECK(std::ranges::is_sorted(all, {}, &platform::Interface::kind));
    CHECK(std::ranges::any_of(all, [](auto const& one) { return one.address == "127.0.0.1"; }));
    CHECK_FALSE(platform::host_name().empty());
}

TEST_CASE("local times are those of the machine's zone, whatever the variable TZ says")
{
    ::_putenv_s("TZ", "America/New_York"); // as programs ported from Unix set it
    ::_tzset();
    platform::use_zone_of_system();
    CHECK_FALSE(platform::environment("TZ"));
    for (std::int64_t const at : {1'768'478'400, 1'782'000'000}) { // in winter and in summer
        auto const time = static_cast<std::time_t>(at);
        auto const ticks = static_cast<std::uint64_t>(at + 11'644'473'600) * 10'000'000;
        FILETIME const since_1601{static_cast<DWORD>(ticks), static_cast<DWORD>(ticks >> 32U)};
        SYSTEMTIME there{}, here{};
        REQUIRE(::FileTimeToSystemTime(&since_1601, &there) != 0);
        REQUIRE(::SystemTimeToTzSpecificLocalTime(nullptr, &there, &here) != 0);
        auto const* said = std::localtime(&time);
        CHECK(said->tm_mday == here.wDay);
        CHECK(said->tm_hour == here.wHour);
        CHECK(said->tm_min == here.wMinute);
    }
}

TEST_CASE("a path made of text is what the text says, and the other way round")
{
    for (auto const& [narrow, wide] : {std::pair{"C:\\Élodie", L"C:\\Élodie"},
                                       {"œuvre €", L"œuvre €"},
                                       {"Ωμέγα", L"Ωμέγα"},
                                       {"🎉 fête", L"🎉 fête"},
                                       {"\xEF\xBF\xBD", L"\xFFFD"}}) {
        CHECK(fs::path(narrow).native() == wide);
        CHECK(fs::path(wide).string() == narrow);
    }
    for (auto const* bad : {"\xC3", "\xFF", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80"})
        CHECK_THROWS(fs::path(bad));
    support::TemporaryFolder const folder;
    write_bytes(folder / "œuvre €.txt", "a");
    CHECK(fs::exists(folder.path() / L"œuvre €.txt"));
}

TEST_CASE("a file goes to the recycle bin, all of them or none")
{
    support::TemporaryFolder const folder;
    auto const kept = folder / "été.cadran", gone = folder / "ancien.cadran";
    write_bytes(kept, "a");
    CHECK(platform::move_to_trash({kept, folder / "aucun"}).error().where == "file.trash");
    CHECK(fs::exists(kept));
    write_bytes(gone, "b");
    CHECK(platform::move_to_trash({gone}));
    CHECK_FALSE(fs::exists(gone));
}
