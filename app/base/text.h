#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// UTF-8 text: validation, folding for search, French sort order, graphemes, words.
namespace base {

bool valid_utf8(std::string_view text);

// `text` made safe to store and display: invalid bytes become U+FFFD; control characters other than
// tab and line feed, and marks that change the writing direction, are removed; CR LF and CR become
// LF.
std::string sanitized(std::string_view text);

// `text` normalised for comparison and search: lower case, no accents, ligatures expanded, plain
// apostrophes and spaces, runs of spaces reduced to one, none at the ends.
std::string fold(std::string_view text);

// Compares in French dictionary order: negative, 0 or positive.
int collate(std::string_view a, std::string_view b);

// The class of a character, for moving by words. Combining marks belong to their letter.
enum class CharKind { space, letter, sign }; // letter: also digits and _
CharKind kind_at(std::string_view text, std::size_t at);

// The character that starts at a byte of `text`, and its length in bytes (at least 1). U+FFFD when
// the bytes are not UTF-8.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
};
Character character_at(std::string_view text, std::size_t at);

std::size_t grapheme_count(std::string_view text);
// Without the spaces, dashes and punctuation at its end, after which "…" would read badly.
std::string_view before_ellipsis(std::string_view text);
// The first `count` graphemes of `text`, followed by `ellipsis` if any were removed. With an
// ellipsis the end of a word is preferred, in the second half.
std::string truncated(std::string_view text, std::size_t count, std::string_view ellipsis = "…");

// The words of a text as byte ranges: runs of letters, digits and their combining marks. An
// apostrophe or a hyphen ends a word: « l’eau » and "compte-rendu" are two words each.
struct WordSpan {
    std::size_t begin = 0, end = 0;
    friend bool operator==(WordSpan const&, WordSpan const&) = default;
};
std::vector<WordSpan> word_spans(std::string_view text);

// without ASCII spaces, tabs and line ends at both ends
std::string_view trimmed(std::string_view text);

} // namespace base
