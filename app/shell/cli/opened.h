#pragma once

#include "journal/file_log.h"
#include "session/session.h"
#include "shell/cli/commands.h"
#include "shell/machine/machine.h"

#include <memory>
#include <optional>
#include <string>

namespace shell {

// A session opened by a command, with its log and clock.
struct Opened {
    SystemClock clock;
    SystemRandomSource random;
    std::optional<session::Session> session;
    std::string id;                   // the session's id, from its file
    std::vector<base::Error> notices; // messages about the file
    int code = 0;                     // 1 when the file has a fault
};

// Opens it and prints its messages on `err`; from then on texts call its cases as it does.
base::Result<std::unique_ptr<Opened>>
open_session(Console const& console, std::filesystem::path const& file, journal::OpenMode mode);

// `conflict` "out.exists" with the path: there is a file, and it is not to be replaced.
base::Result<void> may_write(std::filesystem::path const& out, Replaces replaces);
// Writes a whole file for everyone to read. Errors as `may_write` and of the disk.
base::Result<void> write_out(std::filesystem::path const& out, std::string const& bytes,
                             Replaces replaces);

// The document as shown in its language; an old session gets its template's guard-rails.
base::Result<model::Document> as_shown(model::Document const& doc);

} // namespace shell
