#pragma once

#include <cstddef>
#include <string>

namespace exchange {

// Repairs doubly encoded UTF-8 in place ("RÃ©ponse", "lâ€™eau", through Windows-1252). Changes only
// sequences that give a character of French or English text. Returns the number of repairs.
std::size_t mend_twice_encoded(std::string& text);

} // namespace exchange
