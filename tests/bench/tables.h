#pragma once

namespace bench {

// Times copying tables, writing with and without a copy, finding and iterating.
void tables(int cards);

} // namespace bench
