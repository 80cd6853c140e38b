#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Words of survey scales. Private to this folder.
namespace exchange {

// Whether a list of words has this one.
bool holds(auto const& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

// The words of a scale, worst to best.
struct GradeScale {
    std::vector<std::string> labels; // as shown
    // The grade of a folded word, from 0; nothing for another word.
    [[nodiscard]] std::optional<std::size_t> grade_of(std::string_view word) const;

    std::vector<std::vector<std::string>> forms; // synonyms of each grade, folded
};

using Times = std::map<std::string, std::size_t>; // folded words and their frequency

// Whether most answers of a column are grades of that scale.
bool answers_by(GradeScale const& scale, Times const& words);

// Among the scales of surveys in French, English, German, Spanish, Italian, Dutch and Portuguese,
// the one that most of these columns use: fewest other answers (at most a fifth), then fewest
// grades. Nothing when none fits.
std::optional<GradeScale> scale_of(std::vector<Times> const& columns);

// Parses the user's scale: "Mauvais,Moyen,Bon", worst to best. Nothing for fewer than two words or
// duplicates.
std::optional<GradeScale> scale_from(std::string_view said);

// The meaning of a folded word in a multiple choice: true, false, or nothing.
std::optional<bool> cross_of(std::string_view word);

// In favour, against or neither: "d'accord", "contre", "passe".
enum class Stand { against, neither, in_favour };
std::optional<Stand> stand_of(std::string_view word);

} // namespace exchange
