#pragma once

#include <string_view>

// Lists as people write them.
namespace exchange {

// A line of a list without its bullet, its box or its number: "- ", "• ", "☐ ", "1. ", "(2) ".
std::string_view without_bullet(std::string_view line);

// Nothing but a bullet, a box, a number or spaces.
bool only_marker(std::string_view cell);

} // namespace exchange
