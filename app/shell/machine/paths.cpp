#include "shell/machine/paths.h"

#include "platform/places.h"
#include "platform/process.h"

#include <optional>

namespace shell {
namespace {

namespace fs = std::filesystem;

// The folder named by an environment variable, if set.
std::optional<fs::path> said(char const* variable)
{
    if (auto const value = platform::environment(variable)) return fs::path(*value);
    return std::nullopt;
}

} // namespace

fs::path assets_dir()
{
    if (auto const there = said("CADRAN_ASSETS")) return *there;
    std::error_code failed;
    auto const folder = platform::own_program().parent_path();
    if (auto beside = folder / "assets"; fs::exists(beside, failed)) return beside;
    return folder.parent_path() / "share" / "cadran";
}

fs::path cache_dir() { return platform::cache_home() / "cadran"; }
fs::path state_dir() { return platform::state_home() / "cadran"; }
fs::path settings_dir() { return platform::settings_home() / "cadran"; }
fs::path templates_dir() { return platform::data_home() / "cadran" / "templates"; }

fs::path sessions_dir()
{
    auto const documents = platform::known_folder(platform::Known::documents);
    std::error_code failed;
    if (fs::is_directory(documents, failed)) return documents / "Cadran";
    return said("CADRAN_SESSIONS").value_or(platform::home() / "Cadran");
}

} // namespace shell
