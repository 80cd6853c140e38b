#pragma once

#include <string_view>

// Bulleted and numbered lists in text.
namespace exchange {

// A line without its bullet, box or number: "- ", "• ", "☐ ", "1. ", "(2) ".
std::string_view without_bullet(std::string_view line);

// Whether a cell contains only a bullet, box, number or spaces.
bool only_marker(std::string_view cell);

} // namespace exchange
