#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

// What lies beside a session and may say what it said: ends that were cut off, ballot boxes that
// were put aside, proposals that were taken in or refused.
namespace shell {

std::vector<std::filesystem::path> traces_beside(std::filesystem::path const& session);

// Proposals that nobody has read yet, in its drop folder.
std::vector<std::filesystem::path> waiting_beside(std::filesystem::path const& session);

// Takes the traces out. `io` "redact.traces" with the name of the first that stays.
base::Result<void> remove_traces(std::filesystem::path const& session);

} // namespace shell
