#pragma once

#include "base/result.h"

#include <string_view>

namespace exchange {

// Limits JSON before it is parsed, by counting brackets: `invalid` "import.too_deep" with the limit
// above 64 levels of nesting, "import.too_large" above 2,000,000 values. Does not check the
// grammar.
base::Result<void> check_json_shape(std::string_view text);

} // namespace exchange
