#include "platform/places.h"

#include "platform/posix/xdg.h"

#include <cstdlib>
#include <fstream>
#include <pwd.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace platform {
namespace {

namespace fs = std::filesystem;

char const* from_environment(char const* variable)
{
    auto const* value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): never set
    return value && *value ? value : nullptr;
}

// The folder that user-dirs.dirs names; empty when it does not name it.
fs::path said_of(std::string const& name)
{
    std::ifstream in(settings_home() / "user-dirs.dirs");
    auto const head = name + "=\"";
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(head)) continue;
        auto const value = line.substr(head.size(), line.rfind('"') - head.size());
        if (value.starts_with("$HOME")) return home() / fs::path(value.substr(5)).relative_path();
        return value;
    }
    return {};
}

} // namespace

fs::path home()
{
    if (auto const* said = from_environment("HOME")) return said;
    auto const* person = ::getpwuid(::getuid()); // NOLINT(concurrency-mt-unsafe): at the start
    return person && person->pw_dir && *person->pw_dir ? person->pw_dir : "/tmp";
}

fs::path posix::base_folder(char const* variable, char const* below_home)
{
    auto const* said = from_environment(variable);
    return said ? fs::path(said) : home() / below_home;
}

fs::path cache_home() { return posix::base_folder("XDG_CACHE_HOME", ".cache"); }
fs::path state_home() { return posix::base_folder("XDG_STATE_HOME", ".local/state"); }
fs::path settings_home() { return posix::base_folder("XDG_CONFIG_HOME", ".config"); }
fs::path data_home() { return posix::base_folder("XDG_DATA_HOME", ".local/share"); }

fs::path known_folder(Known which)
{
    struct Name {
        char const *variable, *usual;
    };
    auto const name = which == Known::documents   ? Name{"XDG_DOCUMENTS_DIR", "Documents"}
                      : which == Known::downloads ? Name{"XDG_DOWNLOAD_DIR", "Downloads"}
                                                  : Name{"XDG_DESKTOP_DIR", "Desktop"};
    if (auto const* said = from_environment(name.variable)) return said;
    auto const said = said_of(name.variable);
    return said.empty() ? home() / name.usual : said;
}

} // namespace platform
