#include "ui/grades.h"

#include <array>
#include <string_view>

namespace ui {
namespace {

constexpr std::array<std::string_view, 7> seven{"grade.reject",   "grade.poor", "grade.passable",
                                                "grade.fair",     "grade.good", "grade.very_good",
                                                "grade.excellent"};
constexpr int six = 6; // the same without the last, as at Orsay in 2007

} // namespace

std::vector<std::string> grade_names(Ui const& ui, model::Round const& round)
{
    auto const count = static_cast<std::size_t>(round.grades);
    if (round.labels.size() == count) return round.labels;
    std::vector<std::string> out;
    bool const own = round.grades == six || count == seven.size();
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(own ? ui.tr(seven.at(i)) : std::to_string(i + 1));
    return out;
}

} // namespace ui
