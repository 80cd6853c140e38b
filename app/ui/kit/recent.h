#pragma once

#include "model/document.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace ui {

enum class Ended { cleanly, without_warning };

// A session opened lately, as the start screen shows it.
struct Recent {
    std::filesystem::path path;
    std::int64_t changed_ms = 0; // Unix time of its last entry
    std::uint64_t entries = 0;
    Ended ended = Ended::cleanly;
    model::Document document;
    std::size_t ballots_kept = 0; // in the ballot box of an open round
};

} // namespace ui
