#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// The names of the files in a ZIP: from its directory at the end or, where that is cut off, from
// the header before each file as far as they follow each other. At most 10,000.
std::vector<std::string> zip_names(std::string_view bytes);

} // namespace exchange
