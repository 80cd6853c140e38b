#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace analysis {

// The cost of a case as entered: a size (XS and S, M, L, XL count 1, 2, 3, 5, 8 points) or an
// amount of money. Sizes and amounts cannot be added.
struct Cost {
    enum class Kind { size, amount };
    Kind kind = Kind::amount;
    std::int64_t hundredths = 0; // of a point for a size, of the currency for an amount
    bool foreign = false;        // the currency is named and is not the euro
    friend bool operator==(Cost const&, Cost const&) = default;
};

constexpr std::int64_t hundredths_per_unit = 100;

// Parses "M", "xl", "12 000 €", "2 millions d’euros", "12.000,50", "12,000.50 PLN", "€ 1,5 M", "12
// k€", "40000". Nothing for anything else, a negative amount, more than two decimals of a unit, or
// two costs at once.
std::optional<Cost> read_cost(std::string_view text);

// Formats as "1234" or "1234.50".
std::string amount_text(std::int64_t hundredths);

} // namespace analysis
