#pragma once

namespace bench {

// How many cases have their name on a matrix, what is wrong with those names, and what it costs.
void naming();

} // namespace bench
