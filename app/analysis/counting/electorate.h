#pragma once

#include "analysis/common/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

// The voters of one estimating round, and the medians of their answers when each voter counts any
// number of times (bootstrap, or leaving one out). All lists use the same counts, so a voter is
// drawn with all answers.
class Electorate {
public:
    using Counts = std::vector<std::uint8_t>; // multiplicity of each voter

    explicit Electorate(int voters)
        : voters_(voters)
    {
    }

    struct Said {
        std::uint32_t voter = 0;
        double value = 0.0;
    };
    // Adds a list of answers, at least one, by some of the voters; returns its index.
    std::size_t add(std::vector<Said> said);

    [[nodiscard]] int voters() const { return voters_; }
    [[nodiscard]] std::size_t lists() const { return lists_.size(); }

    // Every voter once.
    [[nodiscard]] Counts everyone() const;
    // As many voters as there are, drawn with replacement (Efron 1979).
    void draw(Random& random, Counts& counts) const;

    // Writes the weighted median of every list to `medians`; where no voter of a list counts, the
    // value is left unchanged.
    void medians(Counts const& counts, std::span<double> medians) const;

private:
    struct List {
        std::size_t start = 0, size = 0; // in values_ and order_
        std::size_t mask = 0;            // index in masks_: voters in the lower half
        std::size_t everyone = 0;        // index in masks_: voters with an answer; none: all
    };

    using Word = std::uint64_t; // eight voters, one byte each
    [[nodiscard]] std::size_t words() const { return (static_cast<std::size_t>(voters_) + 7) / 8; }
    std::size_t add_mask(std::span<std::uint32_t const> voters);
    [[nodiscard]] std::uint32_t count(std::span<Word const> counts, std::size_t mask,
                                      std::size_t flush_after) const;

    int voters_;
    std::vector<List> lists_;
    std::vector<double> values_;       // of all lists, each sorted
    std::vector<std::uint32_t> order_; // the voter of each value
    std::vector<Word> masks_;
};

} // namespace analysis
