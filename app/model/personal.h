#pragma once

#include "base/names.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

// The table of personal texts, used by redaction.
namespace model {

// The kind of a field's text. In a file of format 2 every such text except `none` is stored by a
// commitment, so that it can be erased.
enum class Personal {
    none,      // not personal: a language, the name of a template, a date
    proposer,  // name of a proposer
    name,      // name of a decision's owner or of a person who answered a guard-rail question
    free_text, // longer texts, which may name anybody
    wording    // titles, questions and words of scales
};

// By the names of record and field in the file. `none` for fields without text.
Personal personal(std::string_view record, std::string_view field);

// The number of erased texts of each kind, in all entries.
struct ErasedTexts {
    int proposers = 0;
    int names = 0;
    int free_text = 0;
    int wording = 0;
    friend bool operator==(ErasedTexts const&, ErasedTexts const&) = default;

    void note(Personal kind); // counts one more
    [[nodiscard]] int total() const { return proposers + names + free_text + wording; }
};
ErasedTexts operator+(ErasedTexts a, ErasedTexts const& b);
ErasedTexts operator-(ErasedTexts a, ErasedTexts const& b);

struct PersonalField {
    std::string_view record, field;
    Personal kind = Personal::none;
};
// All fields that contain text.
std::span<PersonalField const> personal_fields();

// Replaces an erased text; any other word in its place is refused. In the language of the session
// ("fr" or "en"), the same in the whole file.
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
