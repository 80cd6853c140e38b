#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "journal/file_log.h"

namespace session {

// Creates a session file with its first entry, or no file on failure. Errors of FileLog::create and
// of the command.
base::Result<journal::FileLog::Opened> begin(std::filesystem::path const& path,
                                             edit::Command const& start, edit::Actor const& who,
                                             base::Clock& clock, base::RandomSource& random);

} // namespace session
