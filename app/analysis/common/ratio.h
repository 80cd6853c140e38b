#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace analysis {

// An exact fraction in lowest terms; `den` is at least 1. A whole number has den 1.
struct Ratio {
    std::int64_t num = 0;
    std::int64_t den = 1;
    friend bool operator==(Ratio, Ratio) = default;
    friend std::strong_ordering operator<=>(Ratio a, Ratio b); // exact, cannot overflow
};

// num/den in lowest terms; den is at least 1.
Ratio ratio(std::int64_t num, std::int64_t den);

// For drawing and for the index; not for comparing scores.
double value(Ratio r);

// "26", or "13/3".
std::string text(Ratio r);

} // namespace analysis
