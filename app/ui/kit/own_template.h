#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace ui {

// A template of the user, in the list of those a session can start from.
struct OwnTemplate {
    std::filesystem::path path;
    std::string name;  // of its file, without the extension: what NewSession takes
    std::string title; // the name when it is unreadable
    std::size_t axes = 0, votes = 0;
    std::optional<base::Error> unreadable; // why
};

} // namespace ui
