#pragma once

#include <string>
#include <string_view>

// Texts that a spreadsheet would take for a formula (OWASP, CSV injection).
namespace exchange {

// With an apostrophe before it when it begins with "=", "+", "-", "@", a tab or a line end, or with
// apostrophes and then one of these.
std::string harmless(std::string_view text);

// Without the apostrophe that `harmless` put before it.
std::string_view as_meant(std::string_view text);

} // namespace exchange
