#pragma once

#include "analysis/common/ratio.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>

// Amounts of money as a language writes them, without their currency.
namespace wording {

// "1 234" or "1 234,50".
std::string amount(i18n::Catalogue const& words, std::int64_t hundredths);

// What each person holds or pays, in hundredths: to the hundredth of a unit, and with four decimals
// below a tenth.
std::string share(i18n::Catalogue const& words, analysis::Ratio hundredths);

// "12000", "12 000 €", "12k" or "1,5 M€" as the language writes euros; anything else, another
// currency too, as it was typed.
std::string cost(i18n::Catalogue const& words, std::string_view typed);

} // namespace wording
