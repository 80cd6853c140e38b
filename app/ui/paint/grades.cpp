#include "ui/paint/grades.h"

#include <algorithm>
#include <array>

namespace ui {

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

} // namespace ui
