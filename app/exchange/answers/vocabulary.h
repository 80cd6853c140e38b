#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words that surveys answer by. Private to this folder.
namespace exchange {

// Words of a scale from the worst to the best, each with its number of people's order.
struct GradeScale {
    std::vector<std::string> labels; // as they are shown
    // The grade that a folded word is, from 0; nothing for a word of another scale.
    [[nodiscard]] std::optional<std::size_t> grade_of(std::string_view word) const;

    std::vector<std::vector<std::string>> forms; // of each grade, folded
};

using Times = std::map<std::string, std::size_t>; // folded words, and how often each is said

// Whether most of a column's answers are grades of that scale.
bool answers_by(GradeScale const& scale, Times const& words);

// Of the scales that surveys use in French, English, German, Spanish, Italian, Dutch and
// Portuguese, the one that most of these columns answer by: with the fewest slips (a fifth of all
// at most), then of the fewest grades. Nothing when none does.
std::optional<GradeScale> scale_of(std::vector<Times> const& columns);

// The scale that a person names: "Mauvais,Moyen,Bon", worst to best. Nothing with under two words
// or one said twice.
std::optional<GradeScale> scale_from(std::string_view said);

// What a folded word says of a list of things to tick: true, false, or nothing of the kind.
std::optional<bool> cross_of(std::string_view word);

// For, against, or neither of them: "d'accord", "contre", "passe".
enum class Stand { against, neither, in_favour };
std::optional<Stand> stand_of(std::string_view word);

} // namespace exchange
