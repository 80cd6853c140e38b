#pragma once

namespace model {

// A value on one scale of a matrix: 0..1000, shown as 0..10.
using Level = int;
constexpr Level level_max = 1000;

// The level of a risk entered as severity (gravité) and likelihood (vraisemblance), both 0..1000:
// their geometric mean, rounded. CNIL's PIA guides and ANSSI's EBIOS Risk Manager use these two
// scales and leave the combination to the user; the geometric mean orders risks by the product, as
// most published grids do, and stays on the scale.
Level risk_of(Level severity, Level likelihood);

} // namespace model
