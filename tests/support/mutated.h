#pragma once

#include <random>
#include <string>
#include <vector>

namespace support {

// One of the seeds after one to three random changes: cut, joined with another seed, overwritten, a
// byte inserted, re-encoded, or a part repeated.
std::string mutated(std::vector<std::string> const& seeds, std::mt19937& random);

} // namespace support
