#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The meaningful words of a text, reduced to stems.
namespace analysis {

// The stem of a folded word (base::fold): removes plural, feminine, then the longest ending that
// leaves enough of the word. One table serves French and English, which share most learned endings,
// so the language of a title need not be known: "détecter", "détection", "détecteurs" and
// "detecting" all give "detect". A light stemmer (Porter 1980; Savoy 1999); stems need not be
// dictionary words.
std::string stem(std::string_view folded);

// Whether a folded word is a stop word: articles, prepositions, pronouns and auxiliaries in French
// and English, and words that occur in every AI use case.
bool is_empty_word(std::string_view folded);

// Whether a stem alone can say that two texts are about one thing: not a number ("2", "2024"), and
// three letters or more ("RH", "1er" have two).
bool tells(std::string_view family);

// One word of a text: its byte range and stem; empty for a stop word.
struct Word {
    std::size_t begin = 0, end = 0;
    std::string family;
};

// The stem of one word; empty for a stop word. One letter is a stop word; two letters count only in
// capitals ("RH", "PC"); a number is its own stem.
std::string family_of(std::string_view word);

// The words of `text` in order. "compte-rendu" and "l’eau" are two words each; "l" is a stop word.
std::vector<Word> words_of(std::string_view text);

} // namespace analysis
