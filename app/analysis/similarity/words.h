#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The words of a text that say something, each brought to the form that its family shares.
namespace analysis {

// What is left of a word, already folded (base::fold), once what inflects it is taken off: plural,
// feminine, then one ending, the longest that leaves enough of the word. One table serves French
// and English, whose learned words share most of them, so nobody has to say in which language a
// title is written: "détecter", "détection", "détecteurs", "detecting" all give "detect". In the
// line of the light stemmers (Porter 1980; Savoy 1999): it makes families, not dictionary words.
std::string stem(std::string_view folded);

// Whether a folded word says nothing by itself: articles, prepositions, pronouns, auxiliaries, in
// French and in English, and what every use case of artificial intelligence is about.
bool is_empty_word(std::string_view folded);

// One word of a text: which bytes it is, and its family; no family: it says nothing.
struct Word {
    std::size_t begin = 0, end = 0;
    std::string family;
};

// The family of one word as it is written; empty when it says nothing. A single letter says
// nothing, and two only as a sign in capitals ("RH", "PC"); a number is its own family.
std::string family_of(std::string_view word);

// Every word of `text`, in order. "compte-rendu" is two words, "l’eau" too, the first of them
// empty.
std::vector<Word> words_of(std::string_view text);

} // namespace analysis
