#pragma once

#include "base/result.h"
#include "exchange/images/raster.h"

#include <string>

namespace exchange {

// The bytes of a PNG file. `dots_per_inch` 0: nothing is said of its size on paper. `io`
// "picture.draw" when libpng refuses.
base::Result<std::string> png(Pixels const& pixels, int dots_per_inch = 0);

} // namespace exchange
