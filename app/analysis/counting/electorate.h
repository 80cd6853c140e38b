#pragma once

#include "analysis/common/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

// The voters of one estimating round, and the medians of what they said when each voter counts any
// number of times: resampled, or all but one. Every list of numbers shares the voters' counts, so a
// person is drawn whole.
class Electorate {
public:
    using Counts = std::vector<std::uint8_t>; // how often each voter counts

    explicit Electorate(int voters)
        : voters_(voters)
    {
    }

    struct Said {
        std::uint32_t voter = 0;
        double value = 0.0;
    };
    // Adds what some of the voters said of one thing, at least one; returns its number.
    std::size_t add(std::vector<Said> said);

    [[nodiscard]] int voters() const { return voters_; }
    [[nodiscard]] std::size_t lists() const { return lists_.size(); }

    // Everyone once.
    [[nodiscard]] Counts everyone() const;
    // As many voters as there are, drawn with replacement (Efron 1979).
    void draw(Random& random, Counts& counts) const;

    // The median of every list under `counts`, into `medians`; where nobody of a list counts, what
    // is there is left.
    void medians(Counts const& counts, std::span<double> medians) const;

private:
    struct List {
        std::size_t start = 0, size = 0; // in values_ and order_
        std::size_t mask = 0;            // in masks_: of the voters in the lower half
        std::size_t everyone = 0;        // in masks_: of those who said something; none: all did
    };

    using Word = std::uint64_t; // eight voters, a byte each
    [[nodiscard]] std::size_t words() const { return (static_cast<std::size_t>(voters_) + 7) / 8; }
    std::size_t add_mask(std::span<std::uint32_t const> voters);
    [[nodiscard]] std::uint32_t count(std::span<Word const> counts, std::size_t mask,
                                      std::size_t flush_after) const;

    int voters_;
    std::vector<List> lists_;
    std::vector<double> values_;       // list after list, sorted
    std::vector<std::uint32_t> order_; // the voter of each value
    std::vector<Word> masks_;
};

} // namespace analysis
