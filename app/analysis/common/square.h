#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace analysis {

// A matrix with a number for each ordered pair of `size` cases: row i, column j for i against j.
struct Square {
    std::size_t size = 0;
    std::vector<std::int64_t> cells;

    Square() = default;
    explicit Square(std::size_t n)
        : size(n)
        , cells(n * n)
    {
    }
    [[nodiscard]] std::int64_t at(std::size_t i, std::size_t j) const
    {
        return cells[i * size + j];
    }
    std::int64_t& at(std::size_t i, std::size_t j) { return cells[i * size + j]; }
    friend bool operator==(Square const&, Square const&) = default;
};

} // namespace analysis
