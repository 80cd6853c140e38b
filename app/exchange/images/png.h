#pragma once

#include "base/result.h"
#include "exchange/images/raster.h"

#include <string>

namespace exchange {

// Encodes a PNG. `dots_per_inch` 0: no physical size. `io` "picture.draw" when libpng fails.
base::Result<std::string> png(Pixels const& pixels, int dots_per_inch = 0);

} // namespace exchange
