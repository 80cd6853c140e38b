#include "platform/desktop.h"

#include "base/text.h"
#include "platform/disk.h"
#include "platform/places.h"
#include "platform/process.h"

#include <optional>
#include <string_view>

namespace platform {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds patience{1000}; // timeout; the desktop may be starting

std::string text_of(fs::path const& path) { return read_whole(path).value_or(std::string{}); }

// The value of `key` under `[section]` of an ini file, trimmed.
std::string ini_value(std::string_view text, std::string_view section, std::string_view key)
{
    bool here = false;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('[')) {
            here = line.size() > 2 && line.substr(1, line.size() - 2) == section;
            continue;
        }
        auto const equals = line.find('=');
        if (here && equals != std::string_view::npos &&
            base::trimmed(line.substr(0, equals)) == key)
            return std::string(base::trimmed(line.substr(equals + 1)));
    }
    return {};
}

// A setting of GNOME and its derivatives, as the first of their tools found prints it: "false",
// "(<<false>>,)", "v v b false". Empty when no tool is installed or it does not answer.
std::string gnome_setting(std::string const& key)
{
    std::string const schema = "org.gnome.desktop.interface", portal = "org.freedesktop.portal";
    if (auto said = ask("gsettings", {"get", schema, key}, patience)) return *said;
    if (!environment("DBUS_SESSION_BUS_ADDRESS") && !environment("XDG_RUNTIME_DIR")) return {};
    std::string const object = "/org/freedesktop/portal/desktop";
    if (auto said =
            ask("gdbus",
                {"call", "--session", "--timeout", "1", "--dest", portal + ".Desktop",
                 "--object-path", object, "--method", portal + ".Settings.Read", schema, key},
                patience))
        return *said;
    return ask("busctl",
               {"--user", "--timeout=1", "call", portal + ".Desktop", object, portal + ".Settings",
                "Read", "ss", schema, key},
               patience)
        .value_or(std::string{});
}

bool says(std::string const& answer, std::string_view word)
{
    return answer.find(word) != std::string::npos;
}

bool gtk_says(fs::path const& config, std::string_view key, auto const& wanted)
{
    for (auto const* version : {"gtk-4.0", "gtk-3.0"})
        if (wanted(ini_value(text_of(config / version / "settings.ini"), "Settings", key)))
            return true;
    return false;
}

// CADRAN_REDUCED_MOTION overrides; otherwise true if any desktop setting asks for it.
bool less_motion(fs::path const& config)
{
    if (auto const said = environment("CADRAN_REDUCED_MOTION")) return *said != "0";
    auto const off = [](std::string const& said) {
        return said == "0" || said == "false" || said == "FALSE";
    };
    if (gtk_says(config, "gtk-enable-animations", off)) return true;
    auto const kde = ini_value(text_of(config / "kdeglobals"), "KDE", "AnimationDurationFactor");
    if (kde == "0" || kde == "0.0") return true;
    return says(gnome_setting("enable-animations"), "false");
}

bool dark(fs::path const& config)
{
    auto const on = [](std::string const& said) {
        return said == "1" || said == "true" || said == "TRUE";
    };
    if (gtk_says(config, "gtk-application-prefer-dark-theme", on)) return true;
    if (says(ini_value(text_of(config / "kdeglobals"), "General", "ColorScheme"), "Dark"))
        return true;
    return says(gnome_setting("color-scheme"), "prefer-dark");
}

} // namespace

DesktopWishes desktop_wishes()
{
    auto const config = settings_home();
    return {less_motion(config), dark(config)};
}

std::string desktop_language()
{
    for (auto const* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (auto const said = environment(variable)) return *said;
    return {};
}

} // namespace platform
