#pragma once

#include <filesystem>

namespace session {

// The file beside a session file with what this machine did and others do not have yet; see the
// module federation. While there is one, texts of the session are in it, too.
inline std::filesystem::path outbox_beside(std::filesystem::path const& session_file)
{
    auto out = session_file;
    return out += ".outbox";
}

} // namespace session
