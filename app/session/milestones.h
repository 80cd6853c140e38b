#pragma once

#include "model/document.h"

#include <cstdint>
#include <vector>

namespace session {

// Documents as they were after some of the entries, evenly apart: from one of them any other moment
// is a few entries away. They share what did not change in between, and there are never more than
// `most` of them: when there would be, every other one goes.
class Milestones {
public:
    static constexpr std::size_t most = 128;

    // The document after entry `n`. Called for each entry in turn; keeps those that it has use for.
    void pass(std::uint64_t n, model::Document const& doc)
    {
        if (n % apart_ != 0 || (!kept_.empty() && n <= kept_.back().n)) return;
        kept_.push_back({n, doc});
        if (kept_.size() < most) return;
        apart_ *= 2;
        std::erase_if(kept_, [&](Milestone const& one) { return one.n % apart_ != 0; });
    }

    struct Milestone {
        std::uint64_t n = 0;
        model::Document document;
    };
    // In the order of the entries.
    [[nodiscard]] std::vector<Milestone> const& all() const { return kept_; }

private:
    std::vector<Milestone> kept_;
    std::uint64_t apart_ = 16; // entries
};

} // namespace session
