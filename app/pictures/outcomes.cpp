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

} // namespace pictures
