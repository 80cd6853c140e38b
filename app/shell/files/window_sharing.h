#pragma once

#include "shell/sharing/shared_session.h"
#include "ui/app/host.h"

#include <functional>

namespace shell {

// What sharing takes from this machine.
struct SharingMeans {
    std::filesystem::path shared; // folder of all shared sessions; created if missing
    std::filesystem::path keys;   // of ballot boxes
    base::Clock* clock = nullptr;
    base::RandomSource* random = nullptr;
};

// Opens it as the machine that it was, without meeting the others. `opened.shared` is set. Errors
// of SharedSession::open.
base::Result<ui::OpenedSession> open_shared_window(SharingMeans const& means,
                                                   std::filesystem::path const& path);
// Opens it and meets the others. For `host` the server is started. Errors also of host_session and
// read_invitation; `conflict` "shared.other_session" for an invitation to another session.
base::Result<ui::OpenedSession>
share_window(SharingMeans const& means, std::filesystem::path const& path, ui::Share const& how);
} // namespace shell
