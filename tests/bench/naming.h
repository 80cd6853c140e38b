#pragma once

namespace bench {

// Counts and times the labels placed on a matrix, and checks them.
void naming();

} // namespace bench
