#pragma once

#include <random>
#include <string>
#include <vector>

namespace support {

// One of the seeds, spoilt one to three times: cut off, spliced with another, written over, with a
// sign too many, encoded again in one of several ways, or with a piece of it twice.
std::string mutated(std::vector<std::string> const& seeds, std::mt19937& random);

} // namespace support
