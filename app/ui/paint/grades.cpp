#include "ui/paint/grades.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ui {
namespace {

constexpr std::array<std::string_view, 7> seven{"grade.reject",   "grade.poor", "grade.passable",
                                                "grade.fair",     "grade.good", "grade.very_good",
                                                "grade.excellent"};
constexpr std::array<std::string_view, 7> seven_codes{
    "grade.code.reject", "grade.code.poor",      "grade.code.passable", "grade.code.fair",
    "grade.code.good",   "grade.code.very_good", "grade.code.excellent"};
constexpr int six = 6; // the same without the last, as at Orsay in 2007

bool written(model::Round const& round)
{
    return round.labels.size() == static_cast<std::size_t>(round.grades);
}

bool own(model::Round const& round)
{
    return !written(round) &&
           (round.grades == six || round.grades == static_cast<int>(seven.size()));
}

// The first letters of the first two words.
std::string initials(std::string const& name)
{
    std::string out;
    bool fresh = true;
    int words = 0;
    for (std::size_t at = 0; at < name.size() && words < 2;) {
        auto const lead = static_cast<unsigned char>(name[at]);
        std::size_t const bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        auto const letter = name.substr(at, bytes);
        bool const gap = letter == " " || letter == "-" || letter == "\u00A0";
        if (fresh && !gap) out += letter, ++words;
        fresh = gap;
        at += bytes;
    }
    return out;
}

} // namespace

std::vector<std::string> grade_names(Ui const& ui, model::Round const& round)
{
    if (written(round)) return round.labels;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(round.grades); ++i)
        out.push_back(own(round) ? ui.tr(seven.at(i)) : std::to_string(i + 1));
    return out;
}

std::string grade_name(Ui const& ui, model::Round const& round, std::size_t grade)
{
    auto const names = grade_names(ui, round);
    return grade < names.size() ? names[grade] : std::to_string(grade + 1);
}

std::vector<std::string> grade_codes(Ui const& ui, model::Round const& round)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(round.grades); ++i)
        out.push_back(own(round)       ? ui.tr(seven_codes.at(i))
                      : written(round) ? initials(round.labels[i])
                                       : std::to_string(i + 1));
    auto sorted = out;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end() ||
        (!sorted.empty() && sorted[0].empty()))
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::to_string(i + 1);
    return out;
}

GradeLook grade_look(Ui const& ui, std::size_t grade, std::size_t count)
{
    auto const& c = ui.color();
    constexpr std::size_t last = board::grade_hues - 1;
    if (count < 2) return {c.grades.front(), c.on_grades.front()};
    auto const from_best = count - 1 - std::min(grade, count - 1);
    if (count <= board::grade_hues) {
        // The best ones are left out first, next to the best itself.
        constexpr std::array<std::array<std::size_t, 7>, 8> kept{{{},
                                                                  {0},
                                                                  {0, last},
                                                                  {0, 3, last},
                                                                  {0, 2, 4, last},
                                                                  {0, 2, 3, 4, last},
                                                                  {0, 2, 3, 4, 5, last},
                                                                  {0, 1, 2, 3, 4, 5, last}}};
        auto const at = kept.at(count).at(from_best);
        return {c.grades.at(at), c.on_grades.at(at)};
    }
    float const along = static_cast<float>(from_best * last) / static_cast<float>(count - 1);
    auto const at = std::min(static_cast<std::size_t>(along), last - 1);
    float const rest = along - static_cast<float>(at);
    return {board::mixed(c.grades.at(at), c.grades.at(at + 1), rest),
            c.on_grades.at(rest < 0.5F ? at : at + 1)};
}

std::string gauge_said(Ui const& ui, model::Round const& round, analysis::Gauge const& gauge)
{
    bool const plus = gauge.sign == analysis::Gauge::Sign::plus;
    return grade_name(ui, round, static_cast<std::size_t>(gauge.grade)) + (plus ? " +" : " −");
}

} // namespace ui
