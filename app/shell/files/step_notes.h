#pragma once

#include "base/result.h"
#include "ui/screens/facilitator/notes.h"

#include <filesystem>
#include <string>

namespace shell {

// The facilitator's notes on this machine, in one file, by session. `session`: the hash of its
// header (see session::View), which copies and renamed files share. A damaged file counts as empty.
ui::SessionNotes read_notes(std::filesystem::path const& file, std::string const& session);
// Notes without texts are removed. `io` as platform::write_whole.
base::Result<void> keep_notes(std::filesystem::path const& file, std::string const& session,
                              ui::SessionNotes const& notes);

} // namespace shell
