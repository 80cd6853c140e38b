#include "shell/paths.h"

#include <cstdlib>

namespace shell {
namespace {

namespace fs = std::filesystem;

// The directory that a variable names, else `fallback` under the person's home.
fs::path from_environment(char const* variable, char const* fallback)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read at start, never set
    if (auto const* value = std::getenv(variable); value && *value) return value;
    auto const* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    return fs::path(home && *home ? home : "/tmp") / fallback;
}

} // namespace

fs::path assets_dir()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): as above
    if (auto const* value = std::getenv("CADRAN_ASSETS"); value && *value) return value;
    std::error_code failed;
    auto const program = fs::read_symlink("/proc/self/exe", failed);
    if (auto beside = program.parent_path() / "assets"; fs::exists(beside, failed)) return beside;
    return program.parent_path().parent_path() / "share" / "cadran";
}

fs::path cache_dir() { return from_environment("XDG_CACHE_HOME", ".cache") / "cadran"; }
fs::path state_dir() { return from_environment("XDG_STATE_HOME", ".local/state") / "cadran"; }
fs::path settings_dir() { return from_environment("XDG_CONFIG_HOME", ".config") / "cadran"; }

fs::path sessions_dir()
{
    auto const documents = from_environment("XDG_DOCUMENTS_DIR", "Documents");
    std::error_code failed;
    return fs::is_directory(documents, failed) ? documents / "Cadran"
                                               : from_environment("CADRAN_SESSIONS", "Cadran");
}

} // namespace shell
