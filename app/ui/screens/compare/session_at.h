#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ui {

// An important moment of a session.
struct Milestone {
    enum class What { begun, after_step, after_sitting, last };
    What what = What::last;
    std::uint64_t entry = 0;                // the last entry included
    std::int64_t at_ms = 0;                 // Unix time of that entry
    model::Step step = model::Step::gather; // of the room
    friend bool operator==(Milestone const&, Milestone const&) = default;
};

// A session after one of its entries, read from its file.
struct SessionAt {
    model::Document document;
    std::string session; // the session's id; equal for copies
    std::uint64_t entry = 0, entries = 0;
    std::int64_t at_ms = 0;            // Unix time of that entry, 0: none
    std::vector<Milestone> milestones; // of the whole session, by entry; the last one is its end
};
using SessionRead = std::function<void(base::Result<SessionAt>)>;

} // namespace ui
