#include "pictures/outcomes.h"

#include "pictures/icons.h"

#include <array>
#include <string_view>

namespace pictures {

using analysis::Quadrant;

OutcomeLook look_of(board::Palette const& c, Outcome outcome)
{
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

std::string quadrant_name(i18n::Catalogue const& words, Quadrant quadrant)
{
    static constexpr std::array<std::string_view, 4> keys{"quadrant.launch", "quadrant.safeguards",
                                                          "quadrant.comfort", "quadrant.aside"};
    return words.text(keys.at(static_cast<std::size_t>(quadrant)));
}

std::string quadrant_name(i18n::Catalogue const& words, model::Axis const& axis, Quadrant quadrant)
{
    auto const& own = quadrant == Quadrant::launch       ? axis.launch
                      : quadrant == Quadrant::safeguards ? axis.safeguards
                      : quadrant == Quadrant::comfort    ? axis.comfort
                                                         : axis.aside;
    return own.empty() ? quadrant_name(words, quadrant) : own;
}

std::string name_of_axis(model::Axis const& axis)
{
    return axis.short_title.empty() ? axis.title : axis.short_title;
}

} // namespace pictures
