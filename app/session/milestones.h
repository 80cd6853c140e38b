#pragma once

#include "model/document.h"

#include <cstdint>
#include <vector>

namespace session {

// Documents kept at evenly spaced entries, from which any other moment is a few entries away. They
// share unchanged data. There are at most `most`: when full, every other one is dropped and the
// spacing doubles.
class Milestones {
public:
    static constexpr std::size_t most = 128;

    // The document after entry `n`. Call for each entry in order; stores those at the spacing.
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
    // In journal order.
    [[nodiscard]] std::vector<Milestone> const& all() const { return kept_; }

private:
    std::vector<Milestone> kept_;
    std::uint64_t apart_ = 16; // entries between two of them
};

} // namespace session
