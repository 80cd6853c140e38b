#pragma once

#include "journal/file_log.h"
#include "session/session.h"
#include "shell/cli/commands.h"
#include "shell/machine/machine.h"
#include "shell/sharing/shared_session.h"

#include <memory>
#include <string>

namespace shell {

// A session opened by a command, with its log and clock.
struct Opened {
    SystemClock clock;
    SystemRandomSource random;
    std::unique_ptr<session::Session> session;
    std::unique_ptr<SharedSession> shared; // its outbox, of one that this machine shared and writes
    std::string id;                        // the session's id, from its file
    std::vector<base::Error> notices;      // messages about the file
    int code = 0;                          // 1 when the file has a fault
};

// Opens it. What is written to a session that this machine shared waits in its outbox, as in a room
// without a link. Errors of session::open_file, SharedSession::open.
base::Result<std::unique_ptr<Opened>> open_silently(std::filesystem::path const& file,
                                                    journal::OpenMode mode);
// Opens it and prints its messages on `err`; from then on texts call its cases as it does.
base::Result<std::unique_ptr<Opened>>
open_session(Console const& console, std::filesystem::path const& file, journal::OpenMode mode);

// The path of a session to write: with the extension ".cadran", which is added when it is missing.
// `invalid` "file.name" for a hidden or blank name; `io` "file.none" of a missing folder.
base::Result<std::filesystem::path> as_session(std::filesystem::path path);

// `conflict` "out.exists" with the path: there is a file, and it is not to be replaced; `io`
// "file.folder" of a folder, "file.none" of a missing one.
base::Result<void> may_write(std::filesystem::path const& out, Replaces replaces);
// Writes a whole file for everyone to read. Errors as `may_write` and of the disk.
base::Result<void> write_out(std::filesystem::path const& out, std::string const& bytes,
                             Replaces replaces);

// The document as shown in its language; an old session gets its template's guard-rails.
base::Result<model::Document> as_shown(model::Document const& doc);

} // namespace shell
