#pragma once

#include "analysis/common/ratio.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>

// Formats amounts of money, without currency unless stated.
namespace wording {

// "1 234" or "1 234,50".
std::string amount(i18n::Catalogue const& words, std::int64_t hundredths);

// The amount per person, in hundredths: two decimals, or four below a tenth of a unit.
std::string share(i18n::Catalogue const& words, analysis::Ratio hundredths);

// Formats "12000", "12 000 €", "12k" or "1,5 M€" as euros in the language; anything else, including
// other currencies, is returned as typed.
std::string cost(i18n::Catalogue const& words, std::string_view typed);

} // namespace wording
