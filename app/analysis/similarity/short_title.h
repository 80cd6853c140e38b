#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace analysis {

// Proposes a short form of a title: at most `short_title_most` graphemes, consecutive words of the
// title, capitalised. Removes, in this order: what follows a colon or is in brackets, complements
// at the end ("par…", "selon…", "with…"), a leading action noun ("Prévision des…"), then words from
// the end; it never ends with a preposition or article. A title that is short enough is returned
// unchanged. French and English.
std::string proposed_short_title(std::string_view title);

inline constexpr std::size_t short_title_most = 28;

} // namespace analysis
