#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace analysis {

// A whole number of any size, from 0. Just what exact shares of money need.
class Natural {
public:
    Natural() = default;
    Natural(std::uint64_t value) // NOLINT(google-explicit-constructor): a number is a number
    {
        if (value != 0) words_.push_back(value);
    }

    [[nodiscard]] bool is_zero() const { return words_.empty(); }

    Natural& operator+=(Natural const& other);
    Natural& operator-=(Natural const& other); // `other` is at most this
    Natural& operator*=(std::uint64_t by);
    // Adds other * by.
    Natural& add_product(Natural const& other, std::uint64_t by);

    friend bool operator==(Natural const&, Natural const&) = default;
    friend std::strong_ordering operator<=>(Natural const& a, Natural const& b);

    friend Natural operator*(Natural a, std::uint64_t by) { return std::move(a *= by); }
    friend Natural operator-(Natural a, Natural const& b) { return std::move(a -= b); }

    // Divides by a word that is not 0; returns the rest.
    std::uint64_t divide(std::uint64_t by);
    void halve();
    [[nodiscard]] bool is_even() const { return words_.empty() || (words_.front() & 1U) == 0; }

    [[nodiscard]] std::string text() const; // decimal digits
    [[nodiscard]] double value() const;     // the nearest double, or nearly

private:
    void trim();
    std::vector<std::uint64_t> words_; // lowest first, the last is not 0
};

// num / den in lowest terms, as "26" or "13/3"; den is not 0.
std::string fraction_text(Natural num, Natural den);

} // namespace analysis
