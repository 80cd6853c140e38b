#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Cleans text from files.
namespace exchange {

// Removes invisible characters: zero-width spaces, soft hyphens, byte order marks. Keeps joiners of
// emoji.
std::string without_invisible(std::string_view text);

// Whether text has a visible character.
bool shows(std::string_view text);

// The text on one line: breaks, tabs and runs of spaces become one space; trimmed.
std::string one_line(std::string_view text);

// Converts HTML to text: paragraphs and breaks become lines, items begin with "- ", tags are
// removed and entities replaced. Other text is returned unchanged.
std::string without_tags(std::string_view text);

// The longest texts that one person may propose, in graphemes.
namespace proposal_most {
inline constexpr std::size_t title = 120, description = 2000, domain = 120, name = 60;
}

} // namespace exchange
