#pragma once

#include "platform/file.h"

#include <filesystem>
#include <optional>
#include <string>

// The drop folder belongs to a session, not to the name that its file has at the moment: somebody
// renames the file while a board holds it, and whoever proposes from another machine knows the new
// name, or the old one.
namespace shell {

// A session, and the file that was opened.
struct Identity {
    std::string session; // as its header says
    std::optional<platform::Identity> file;
};
Identity identity_of(std::filesystem::path const& file, std::string session);

// Notes in a drop folder whose it is, if the folder is there; what cannot be noted is not.
void say_whose(std::filesystem::path const& inbox, std::string const& session);

// Moves into `inbox` what was dropped for the same session under other names beside it: names that
// no file has any more, and names of the very file that was opened. A copy of the session keeps
// what was dropped for it.
void bring_from_other_names(std::filesystem::path const& inbox, Identity const& whose);

} // namespace shell
