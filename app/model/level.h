#pragma once

namespace model {

// A number on one of the two scales of a matrix: 0..1000 inside, 0..10 on screen.
using Level = int;
constexpr Level level_max = 1000;

// A risk said as two numbers, how severe (gravité) and how likely (vraisemblance), shows as one:
// their geometric mean, rounded. CNIL's PIA guides and ANSSI's EBIOS Risk Manager rate a risk on
// these two scales and leave the grid that joins them to whoever uses it; this one puts risks in
// the order of the product, as most such grids do, and stays on the scale.
Level risk_of(Level severity, Level likelihood);

} // namespace model
