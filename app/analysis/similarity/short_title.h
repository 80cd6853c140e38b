#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace analysis {

// A short form proposed from a title, for where there is little room: at most `short_title_most`
// graphemes, words of the title that follow each other, the first with a capital. What comes after
// a colon or in brackets goes first, then the complements at the end ("par…", "selon…", "with…"),
// then the act at the head ("Prévision des…"), then words from the end; it never ends on a
// preposition or an article. A title that is short enough comes back as it is. French and English.
std::string proposed_short_title(std::string_view title);

inline constexpr std::size_t short_title_most = 28;

} // namespace analysis
