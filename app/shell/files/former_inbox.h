#pragma once

#include "platform/file.h"

#include <filesystem>
#include <optional>
#include <string>

// A drop folder belongs to a session, whatever the present name of its file: the file may be
// renamed while a board has it open, and people on other machines may know either name.
namespace shell {

// A session's id and the file that was opened.
struct Identity {
    std::string session; // from its header
    std::optional<platform::Identity> file;
};
Identity identity_of(std::filesystem::path const& file, std::string session);

// Writes the session's id into a drop folder, if it exists; errors are ignored.
void say_whose(std::filesystem::path const& inbox, std::string const& session);

// Moves to `inbox` the proposals dropped for the same session under other names beside it: former
// names, and other names (links) of the same file. Folders of copies of the session are left alone.
void bring_from_other_names(std::filesystem::path const& inbox, Identity const& whose);

} // namespace shell
