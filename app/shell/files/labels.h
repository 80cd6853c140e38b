#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace shell {

// What a person says of a session to find it, by what its file says it is: a copy, a new name and
// another folder keep it. Not in the session: it is of this machine.
struct Label {
    std::string place;
    std::vector<std::string> tags;
    friend bool operator==(Label const&, Label const&) = default;
};
using Labels = std::map<std::string, Label>;
Labels read_labels(std::filesystem::path const& file);
// With nothing in it: taken back. `io` as platform::write_whole.
base::Result<void> keep_label(std::filesystem::path const& file, std::string const& session,
                              Label label);

} // namespace shell
