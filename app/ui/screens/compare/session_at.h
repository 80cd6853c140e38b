#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ui {

// A moment of a session that people come back to.
struct Milestone {
    enum class What { begun, after_step, after_sitting, last };
    What what = What::last;
    std::uint64_t entry = 0;                // the last one that counts
    std::int64_t at_ms = 0;                 // Unix time of that entry
    model::Step step = model::Step::gather; // that the room was at
    friend bool operator==(Milestone const&, Milestone const&) = default;
};

// A session as it was after one of its entries, read from its file.
struct SessionAt {
    model::Document document;
    std::string session; // what its file says it is: two copies say the same
    std::uint64_t entry = 0, entries = 0;
    std::int64_t at_ms = 0;            // Unix time of that entry, 0: there is none
    std::vector<Milestone> milestones; // of the whole session, by entry; the last one is its end
};
using SessionRead = std::function<void(base::Result<SessionAt>)>;

} // namespace ui
