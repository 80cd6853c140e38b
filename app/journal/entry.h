#pragma once

#include "model/change.h"

#include <cstdint>
#include <string>

namespace journal {

// What an entry is to undo: an edit can be taken back by the person who made it, an act stands.
enum class Kind { edit, act, undo, redo };

// One committed step: the unit of persistence, undo, replay and comparison.
struct Entry {
    std::uint64_t n = 0; // 1, 2, 3… without holes
    std::uint64_t actor = 0;
    std::int64_t at_ms = 0; // Unix time, UTC: for people, never for order
    Kind kind = Kind::edit;
    std::uint64_t target = 0; // undo, redo: the entry undone or done again
    std::string label;        // the command's name
    model::Changes changes;
    friend bool operator==(Entry const&, Entry const&) = default;
};

} // namespace journal

namespace base {
template <>
struct Names<journal::Kind> {
    static constexpr std::array<std::string_view, 4> list{"edit", "act", "undo", "redo"};
};
} // namespace base
