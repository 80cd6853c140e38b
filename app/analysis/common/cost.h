#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace analysis {

// What a case costs, as the room says it: a size (XS and S, M, L, XL weigh 1, 2, 3, 5, 8) or an
// amount of money. Sizes and amounts do not add up.
struct Cost {
    enum class Kind { size, amount };
    Kind kind = Kind::amount;
    std::int64_t hundredths = 0; // of a point for a size, of the currency's unit for an amount
    bool foreign = false;        // in a currency said to be another than the euro
    friend bool operator==(Cost const&, Cost const&) = default;
};

constexpr std::int64_t hundredths_per_unit = 100;

// Reads "M", "xl", "12 000 €", "2 millions d’euros", "12.000,50", "12,000.50 PLN", "€ 1,5 M", "12
// k€", "40000". Nothing when it says no cost, a negative one, more than two decimals of a unit, or
// two things at once.
std::optional<Cost> read_cost(std::string_view text);

// "1234" or "1234.50".
std::string amount_text(std::int64_t hundredths);

} // namespace analysis
