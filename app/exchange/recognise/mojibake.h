#pragma once

#include <cstddef>
#include <string>

namespace exchange {

// Mends in place what of a UTF-8 text had been encoded twice ("RÃ©ponse", "lâ€™eau"), by way of
// Windows-1252. Only sequences that stand for a letter or a sign of our languages are touched.
// Returns how many there were.
std::size_t mend_twice_encoded(std::string& text);

} // namespace exchange
