#include "wording/votes/grades.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wording {
namespace {

constexpr std::array<std::string_view, 7> seven{"grade.reject",   "grade.poor", "grade.passable",
                                                "grade.fair",     "grade.good", "grade.very_good",
                                                "grade.excellent"};
constexpr std::array<std::string_view, 7> seven_codes{
    "grade.code.reject", "grade.code.poor",      "grade.code.passable", "grade.code.fair",
    "grade.code.good",   "grade.code.very_good", "grade.code.excellent"};
constexpr int six = 6; // the same without the last grade, as in Orsay in 2007

bool written(model::Round const& round)
{
    return round.labels.size() == static_cast<std::size_t>(round.grades);
}

bool own(model::Round const& round)
{
    return !written(round) &&
           (round.grades == six || round.grades == static_cast<int>(seven.size()));
}

// The initials of the first two words.
std::string initials(std::string const& name)
{
    std::string out;
    bool fresh = true;
    int count = 0;
    for (std::size_t at = 0; at < name.size() && count < 2;) {
        auto const lead = static_cast<unsigned char>(name[at]);
        std::size_t const bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        auto const letter = name.substr(at, bytes);
        bool const gap = letter == " " || letter == "-" || letter == "\u00A0";
        if (fresh && !gap) out += letter, ++count;
        fresh = gap;
        at += bytes;
    }
    return out;
}

} // namespace

std::vector<std::string> grade_names(i18n::Catalogue const& words, model::Round const& round)
{
    if (written(round)) return round.labels;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(round.grades); ++i)
        out.push_back(own(round) ? words.text(seven.at(i)) : std::to_string(i + 1));
    return out;
}

std::string grade_name(i18n::Catalogue const& words, model::Round const& round, std::size_t grade)
{
    auto const names = grade_names(words, round);
    return grade < names.size() ? names[grade] : std::to_string(grade + 1);
}

std::vector<std::string> grade_codes(i18n::Catalogue const& words, model::Round const& round)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(round.grades); ++i)
        out.push_back(own(round)       ? words.text(seven_codes.at(i))
                      : written(round) ? initials(round.labels[i])
                                       : std::to_string(i + 1));
    auto sorted = out;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end() ||
        (!sorted.empty() && sorted[0].empty()))
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::to_string(i + 1);
    return out;
}

std::string gauge(i18n::Catalogue const& words, model::Round const& round,
                  analysis::Gauge const& of)
{
    bool const plus = of.sign == analysis::Gauge::Sign::plus;
    return grade_name(words, round, static_cast<std::size_t>(of.grade)) + (plus ? " +" : " −");
}

} // namespace wording
