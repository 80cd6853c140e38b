#pragma once

#include <string>
#include <string_view>
#include <vector>

// Bulleted and numbered lists in text.
namespace exchange {

// A line without its bullet, box or number: "- ", "• ", "☐ ", "1. ", "(2) ".
std::string_view without_bullet(std::string_view line);

// The sentences of a paragraph, trimmed, without the final full stop. An initial or a known
// abbreviation ("M.", "art.") does not end a sentence.
std::vector<std::string> sentences_of(std::string_view paragraph);

// Whether it is only a bullet, a box, a number or spaces.
bool only_marker(std::string_view cell);

} // namespace exchange
