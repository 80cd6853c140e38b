#pragma once

#include "journal/file_log.h"
#include "session/session.h"
#include "shell/cli/commands.h"
#include "shell/files/machine.h"

#include <memory>
#include <optional>
#include <string>

namespace shell {

// A session opened by a command, with what it stands on.
struct Opened {
    SystemClock clock;
    SystemChance chance;
    std::optional<session::Session> session;
    std::string id;                   // of the session, as its file says it
    std::vector<base::Error> notices; // what is to be said of the file
    int code = 0;                     // 1 when the file says more than could be believed
};

// Opens it, and says on `err` what is to be said of the file.
base::Result<std::unique_ptr<Opened>>
open_session(Console const& console, std::filesystem::path const& file, journal::OpenMode mode);

// What the session says in its own language; an old one with the guard-rails of its template.
base::Result<model::Document> as_shown(model::Document const& doc);

} // namespace shell
