#include "pictures/outcomes.h"

#include "pictures/icons.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pictures {

using analysis::Quadrant;

OutcomeLook look_of(board::Palette const& palette, Outcome outcome)
{
    auto const& c = palette;
    switch (outcome) {
    case Outcome::launch: return {icon::rocket_launch, c.opp, c.qlancer, c.oppline};
    case Outcome::safeguard: return {icon::shield, c.warn, c.warntint, c.warnline};
    case Outcome::later: return {icon::schedule, c.ink2, c.sunken, c.line2};
    case Outcome::set_aside: return {icon::block, c.risk, c.risktint, c.riskline};
    case Outcome::comfort: break;
    }
    return {icon::weekend, c.ink3, c.sunken, c.line2};
}

Outcome outcome_of(Quadrant quadrant)
{
    switch (quadrant) {
    case Quadrant::launch: return Outcome::launch;
    case Quadrant::safeguards: return Outcome::safeguard;
    case Quadrant::comfort: return Outcome::comfort;
    case Quadrant::aside: return Outcome::set_aside;
    }
    return Outcome::comfort;
}

Outcome outcome_of(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::launch: return Outcome::launch;
    case model::Verdict::safeguards: return Outcome::safeguard;
    case model::Verdict::later: return Outcome::later;
    case model::Verdict::aside:
    case model::Verdict::none: return Outcome::set_aside;
    }
    return Outcome::later;
}

GradeLook grade_look(board::Palette const& palette, std::size_t grade, std::size_t count)
{
    auto const& c = palette;
    constexpr std::size_t last = board::grade_hues - 1;
    if (count < 2) return {c.grades.front(), c.on_grades.front()};
    auto const from_best = count - 1 - std::min(grade, count - 1);
    if (count <= board::grade_hues) {
        // Grades are dropped first at the good end, next to the best.
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

} // namespace pictures
