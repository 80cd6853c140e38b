#pragma once

#include "exchange/report/report.h"

#include <optional>
#include <string>
#include <string_view>

// How a report was made, as it says itself: so that the same page can be made again from the
// session, and the two compared.
namespace exchange {

inline constexpr std::string_view options_name = "cadran-options";

struct MadeAs {
    std::string language; // "fr" or "en"
    ReportOptions options; // without the logo, which stays in the page
    bool has_logo = false;
};
// "fr full owners,descriptions,aside 4369 logo": the organisation in hexadecimal digits.
std::string options_value(ReportOptions const& options, i18n::Language language);
// Nothing where a page does not say it: made by a former version.
std::optional<MadeAs> read_options(std::string_view page);

// A page without what cannot be made again from the session: its own hash, and the bytes of a logo
// at its head. Two that are equal say the same.
std::string comparable(std::string page);

} // namespace exchange
