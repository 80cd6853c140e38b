#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text as people write it: UTF-8, folded for searching, ordered as the French do.
namespace base {

bool valid_utf8(std::string_view text);

// Safe to keep and to show: invalid bytes become U+FFFD; control characters but tab and line feed,
// and the marks that turn the direction of writing, are left out; CR LF and CR become LF.
std::string sanitized(std::string_view text);

// For comparing and finding: lower case, no accents, ligatures undone, typographic apostrophes and
// spaces plain, runs of spaces as one, none at the ends.
std::string fold(std::string_view text);

// Order of a French dictionary: below 0, 0, above 0.
int collate(std::string_view a, std::string_view b);

// What a character is to whoever jumps from word to word. Marks that combine go with their letter.
enum class CharKind { space, letter, sign }; // letter: digits and _ too
CharKind kind_at(std::string_view text, std::size_t at);

// The character at a byte of `text` that begins one, and how many bytes it takes (one at least).
// U+FFFD where the bytes are not UTF-8.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
};
Character character_at(std::string_view text, std::size_t at);

std::size_t grapheme_count(std::string_view text);
// The first `count` of `text`, then `ellipsis` if something was left out.
std::string truncated(std::string_view text, std::size_t count, std::string_view ellipsis = "…");

// The words of a text, as byte ranges of it: runs of letters, digits and the marks on them. An
// apostrophe or a hyphen ends a word: « l’eau » is two, "compte-rendu" too.
struct WordSpan {
    std::size_t begin = 0, end = 0;
    friend bool operator==(WordSpan const&, WordSpan const&) = default;
};
std::vector<WordSpan> word_spans(std::string_view text);

std::string_view trimmed(std::string_view text); // ASCII spaces, tabs and line ends off both ends

} // namespace base
