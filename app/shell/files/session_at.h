#pragma once

#include "journal/file_log.h"
#include "ui/screens/compare/session_at.h"

#include <filesystem>
#include <optional>

namespace shell {

// A pause of this length separates two sittings.
constexpr std::int64_t between_sittings_ms = 6LL * 60 * 60 * 1000;

// The session in a file after entry `n`, or at its end. The file is not changed and may be open
// elsewhere. Errors as journal::FileLog::open and session::Replay.
base::Result<ui::SessionAt> read_session_at(std::filesystem::path const& path,
                                            std::optional<std::uint64_t> n,
                                            journal::FileLog::Options const& options);

// Its start, each change of step, the end of each sitting, its end.
std::vector<ui::Milestone> milestones_of(journal::Log const& log);

} // namespace shell
