#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "journal/file_log.h"

namespace session {

// A new session file that holds its start, or none at all: what failed leaves nothing that would
// be in the way of the next attempt. Errors of FileLog::create and of the command.
base::Result<journal::FileLog::Opened> begin(std::filesystem::path const& path,
                                             edit::Command const& start,
                                             edit::Actor const& who, base::Clock& clock,
                                             base::Chance& chance);

} // namespace session
