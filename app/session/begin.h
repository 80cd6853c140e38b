#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "journal/file_log.h"

#include <vector>

namespace session {

// Creates a session file with its first entry, or no file on failure. The entry also has the
// changes of the commands `then`. Errors of FileLog::create and of the commands.
base::Result<journal::FileLog::Opened> begin(std::filesystem::path const& path,
                                             edit::Command const& start, edit::Actor const& who,
                                             base::Clock& clock, base::RandomSource& random,
                                             std::vector<edit::Command> const& then = {});

} // namespace session
