#pragma once

#include "model/change.h"

#include <cstdint>
#include <string>

namespace journal {

// How undo treats an entry: its author can undo an edit, nobody can undo an act.
enum class Kind { edit, act, undo, redo };

// One committed change of a session: the unit of storage, undo, replay and comparison.
struct Entry {
    std::uint64_t n = 0; // 1, 2, 3… without gaps
    std::uint64_t actor = 0;
    std::int64_t at_ms = 0; // Unix time, UTC; shown to people, never used for order
    Kind kind = Kind::edit;
    std::uint64_t target = 0; // undo, redo: the entry undone or redone
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
