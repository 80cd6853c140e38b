#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

// Files beside a session that may contain its texts: truncated tails, ballot boxes set aside,
// accepted or refused proposals.
namespace shell {

std::vector<std::filesystem::path> traces_beside(std::filesystem::path const& session);

// Unread proposals in its drop folder.
std::vector<std::filesystem::path> waiting_beside(std::filesystem::path const& session);

// Removes the traces. `io` "redact.traces" with the name of the first that cannot be removed.
base::Result<void> remove_traces(std::filesystem::path const& session);

} // namespace shell
