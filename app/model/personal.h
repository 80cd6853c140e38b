#pragma once

#include "base/names.h"

#include <array>
#include <cstddef>
#include <string_view>

// Which texts of a session tell of people, or may: the one table that a redaction goes by.
namespace model {

// What is said in a field. A file of format 2 chains every such text but `none` by a commitment, so
// that it can be erased later.
enum class Personal {
    none,      // a word of the program's: a language, the name of a template, a date
    proposer,  // who proposed
    name,      // who carries a decision or answers for a guard-rail
    free_text, // what people wrote at length, in which anybody may be named
    wording    // titles, questions and the words of scales: what the room worked on
};

// Of a field, by the name of its record and its own, as the file calls them. `none` of what is no
// text.
Personal personal(std::string_view record, std::string_view field);

// How many texts of each kind: erased, wherever an entry said them.
struct ErasedTexts {
    int proposers = 0;
    int names = 0;
    int free_text = 0;
    int wording = 0;
    friend bool operator==(ErasedTexts const&, ErasedTexts const&) = default;

    void note(Personal kind); // one more
    [[nodiscard]] int total() const { return proposers + names + free_text + wording; }
};
ErasedTexts operator+(ErasedTexts a, ErasedTexts const& b);
ErasedTexts operator-(ErasedTexts a, ErasedTexts const& b);

struct PersonalField {
    std::string_view record, field;
    Personal kind = Personal::none;
};
// Every field that holds text.
std::array<PersonalField, 47> const& personal_fields();

// What stands where a text was erased. Nothing else does: a file that says another word there is
// refused. In the language of the session ("fr" or "en"), and the same in the whole file.
inline constexpr std::array<std::string_view, 2> erased_words{"(effacé)", "(redacted)"};
constexpr std::string_view erased_word(std::string_view language)
{
    return erased_words[language == "en" ? 1 : 0];
}

} // namespace model

namespace base {
template <>
struct Names<model::Personal> {
    static constexpr std::array<std::string_view, 5> list{"none", "proposer", "name", "free-text",
                                                          "wording"};
};
} // namespace base
