#pragma once

#include <string>
#include <string_view>

// Prevents text from being executed as spreadsheet formulas (OWASP, CSV injection).
namespace exchange {

// Puts an apostrophe before text that begins with "=", "+", "-", "@", a tab or a line end, also
// after apostrophes.
std::string harmless(std::string_view text);

// Removes the apostrophe added by `harmless`.
std::string_view as_meant(std::string_view text);

} // namespace exchange
