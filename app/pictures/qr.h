#pragma once

#include "base/result.h"
#include "pictures/list.h"

#include <string_view>

namespace pictures {

// A text as a QR code: dark squares on white whatever the theme, with the margin of four squares
// that readers need. `box` holds all of it and should be square. Error correction M. Capitals,
// digits and " $%*+-./:" alone make a smaller code. `invalid` "qr.too_long" when it does not fit in
// one.
base::Result<List> qr_picture(std::string_view text, base::Rect const& box);

} // namespace pictures
