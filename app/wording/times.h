#pragma once

#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>

// Dates and durations, in addition to those of the catalogue.
namespace wording {

// "2026-09-15" as 15 sept. 2026, "2026-09" as sept. 2026; other forms as typed.
std::string day(i18n::Catalogue const& words, std::string_view typed);

// "à l’instant", "il y a 3 min", "il y a 2 h", then the date. Unix times in milliseconds.
std::string ago(i18n::Catalogue const& words, std::int64_t at_ms, std::int64_t now_ms);

// The rest of a countdown, rounded up to seconds: "04:05".
std::string countdown(std::int64_t left_ms);

} // namespace wording
