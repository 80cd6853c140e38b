#pragma once

#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>

// Days and spans of time, beside what a catalogue says of them.
namespace wording {

// "2026-09-15" as 15 sept. 2026, "2026-09" as sept. 2026; what has another form as it was typed.
std::string day(i18n::Catalogue const& words, std::string_view typed);

// "à l’instant", "il y a 3 min", "il y a 2 h", then the date. Unix times in milliseconds.
std::string ago(i18n::Catalogue const& words, std::int64_t at_ms, std::int64_t now_ms);

// What is left of a countdown, begun seconds counting whole: "04:05".
std::string countdown(std::int64_t left_ms);

} // namespace wording
