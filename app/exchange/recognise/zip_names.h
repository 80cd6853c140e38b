#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// The file names in a ZIP: from its directory or, when that is missing, from consecutive local
// headers. At most 10,000.
std::vector<std::string> zip_names(std::string_view bytes);

} // namespace exchange
