#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace shell {

// A person's place and tags for a session, stored on this machine by the session's id, so that
// copies, renamed and moved files keep them.
struct Label {
    std::string place;
    std::vector<std::string> tags;
    friend bool operator==(Label const&, Label const&) = default;
};
using Labels = std::map<std::string, Label>;
Labels read_labels(std::filesystem::path const& file);
// An empty label is removed. `io` as platform::write_whole.
base::Result<void> keep_label(std::filesystem::path const& file, std::string const& session,
                              Label label);

} // namespace shell
