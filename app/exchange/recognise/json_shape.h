#pragma once

#include "base/result.h"

#include <string_view>

namespace exchange {

// Whether a JSON document may be read at all, seen from its brackets alone: `invalid`
// "import.too_deep" with the limit when lists and objects stand in each other deeper than 64, which
// no tool writes, "import.too_large" over 2,000,000 values. Its grammar is the parser's matter.
base::Result<void> check_json_shape(std::string_view text);

} // namespace exchange
