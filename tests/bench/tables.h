#pragma once

namespace bench {

// What the tables of a document cost: to copy, to write with and without a copy kept, to look into
// and to read whole.
void tables(int cards);

} // namespace bench
