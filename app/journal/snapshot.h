#pragma once

#include "journal/log.h"

#include <filesystem>

// Snapshots: a cache, outside the session file, that any hand may delete. One is believed only when
// its frame holds and the chain of the log has its hash at its number.
namespace journal {

std::optional<Snapshot> newest_snapshot(std::filesystem::path const& folder,
                                        std::string const& session, Log const& log);

// Keeps the two newest of each session. What cannot be written is not kept: a cache owes nothing.
void keep_snapshot(std::filesystem::path const& folder, std::string const& session,
                   std::string const& hash, Snapshot const& snapshot);

} // namespace journal
