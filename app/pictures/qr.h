#pragma once

#include "base/result.h"
#include "pictures/list.h"

#include <string>
#include <string_view>

namespace pictures {

// A QR code: dark on white in any theme, with the required margin of four modules. `box` includes
// the margin and should be square. Error correction M. Text of capitals, digits and " $%*+-./:"
// only gives a smaller code. `invalid` "qr.too_long" when it does not fit.
base::Result<List> qr_picture(std::string_view text, base::Rect const& box);

// Capitals and digits only make a coarser code, read from further away. Host names have no case,
// and neither do the paths of a room, whose codes are in capitals.
std::string in_capitals(std::string text);

} // namespace pictures
