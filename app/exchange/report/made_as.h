#pragma once

#include "exchange/report/report.h"

#include <optional>
#include <string>
#include <string_view>

// The options of a report, stored in the page so that it can be made again and compared.
namespace exchange {

inline constexpr std::string_view options_name = "cadran-options";

struct MadeAs {
    std::string language;  // "fr" or "en"
    ReportOptions options; // without the logo, which is in the page
    bool has_logo = false;
};
// "fr full owners,descriptions,aside 4369 logo"; the organisation in hexadecimal digits.
std::string options_value(ReportOptions const& options, i18n::Language language);
// Nothing for a page of an earlier version.
std::optional<MadeAs> read_options(std::string_view page);

// The page without the parts that cannot be made again: its own hash and the logo. Equal results
// have equal contents.
std::string comparable(std::string page);

} // namespace exchange
