#include "platform/desktop.h"
#include "support/environment.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
using support::Variable;
using support::write_bytes;

// A user's settings and the tools of the desktop; none at first.
struct Desktop {
    support::TemporaryFolder folder;
    Variable home{"HOME", folder.path().string()}, config{"XDG_CONFIG_HOME", ""},
        path{"PATH", (folder / "bin").string()}, wish{"CADRAN_REDUCED_MOTION", ""},
        bus{"DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"};

    Desktop() { fs::create_directories(folder / "bin"); }
    void has(std::string const& tool, std::string const& script) const
    {
        write_bytes(folder / ("bin/" + tool), "#!/bin/sh\n" + script + "\n");
        fs::permissions(folder / ("bin/" + tool), fs::perms::owner_all);
    }
    void says(std::string const& file, std::string const& text) const
    {
        auto const at = folder / (".config/" + file);
        fs::create_directories(at.parent_path());
        write_bytes(at, text);
    }
};

bool still() { return platform::desktop_wishes().less_motion; }
bool dark() { return platform::desktop_wishes().dark; }

} // namespace

TEST_CASE("the desktop's setting for reduced motion is read from every source")
{
    Desktop const desktop;
    CHECK(!still());
    desktop.says("gtk-3.0/settings.ini",
                 "[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations = 0\n");
    CHECK(still());
    {
        Variable wish("CADRAN_REDUCED_MOTION", "0"); // the last word
        CHECK(!still());
        desktop.says("gtk-3.0/settings.ini", "");
        wish.set("1");
        CHECK(still());
    }
    CHECK(!still());
    desktop.says("kdeglobals", "[General]\nAnimationDurationFactor=0\n");
    CHECK(!still()); // not its section
    desktop.says("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n");
    CHECK(still());
}

TEST_CASE("the available desktop tool is queried in its own format")
{
    for (auto const* key : {"enable-animations", "color-scheme"}) {
        bool const motion = key[0] == 'e';
        auto const answer = [&] { return motion ? still() : dark(); };
        auto const only = [&](std::string const& said) {
            return "case \"$*\" in *org.gnome.desktop.interface*" + std::string(key) +
                   "*) echo \"" + said + "\";; *) echo 0;; esac";
        };
        std::string const yes = motion ? "false" : "'prefer-dark'",
                          no = motion ? "true" : "'default'";
        {
            Desktop const desktop;
            desktop.has("gsettings", only(yes));
            desktop.has("gdbus", only("(<<" + no + ">>,)")); // not asked then
            CHECK(answer());
            desktop.has("gsettings", only(no));
            CHECK(!answer());
            desktop.has("gsettings", "echo 'No such schema' >&2; exit 1");
            CHECK(!answer());
            desktop.has("gdbus", only("(<<" + yes + ">>,)"));
            CHECK(answer());
        }
        Desktop const desktop;
        desktop.has("busctl", only("v v s " + yes));
        CHECK(answer());
        desktop.has("busctl", "exit 1");
        CHECK(!answer());
    }
}

TEST_CASE("querying a desktop that does not answer times out")
{
    Desktop const desktop;
    Variable const path("PATH", (desktop.folder / "bin").string() + ":/usr/bin:/bin");
    auto const said = desktop.folder / "said", silence = desktop.folder / "silence";
    // Nothing is ever written to these pipes: reading from them blocks.
    for (auto const* tool : {"gsettings", "gdbus", "busctl"})
        desktop.has(tool, "echo asked >> " + said.string() + "; mkfifo " + silence.string() +
                              " 2> /dev/null; read line < " + silence.string() +
                              "; echo answered >> " + said.string());
    CHECK(!still());
    auto const log = support::bytes_of(said);
    CHECK(log.find("asked") != std::string::npos);
    CHECK(log.find("answered") == std::string::npos);
}

TEST_CASE("the language is the first one of the system's list")
{
    Variable const all("LC_ALL", ""), messages("LC_MESSAGES", "en_GB.UTF-8"), lang("LANG", "fr_FR");
    CHECK(platform::desktop_language() == "en_GB.UTF-8");
    Variable const none("LC_MESSAGES", "");
    CHECK(platform::desktop_language() == "fr_FR");
}
