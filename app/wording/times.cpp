#include "wording/times.h"

#include <fmt/format.h>

#include <algorithm>

namespace wording {
namespace {

constexpr std::int64_t second_ms = 1000, minute_ms = 60 * second_ms, hour_ms = 60 * minute_ms,
                       day_ms = 24 * hour_ms;

} // namespace

std::string day(i18n::Catalogue const& words, std::string_view typed)
{
    auto month = words.month(typed);
    constexpr std::size_t with_day = 10; // "2026-09-15"
    if (typed.size() != with_day || month == typed) return month;
    return std::string(typed.substr(typed[8] == '0' ? 9 : 8)) + "\u00A0" + month;
}

std::string ago(i18n::Catalogue const& words, std::int64_t at_ms, std::int64_t now_ms)
{
    auto const since = std::max<std::int64_t>(0, now_ms - at_ms);
    if (since < minute_ms) return words.text("inbox.now");
    if (since < hour_ms) return words.plural("inbox.minutes", since / minute_ms);
    if (since < day_ms) return words.plural("inbox.hours", since / hour_ms);
    return words.date(at_ms);
}

std::string countdown(std::int64_t left_ms)
{
    auto const seconds = (left_ms + second_ms - 1) / second_ms;
    return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

} // namespace wording
