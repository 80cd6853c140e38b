#pragma once

#include "platform/file.h"

// What the system says of the call that just failed.
namespace platform::posix {

Refused refused(); // by errno
inline tl::unexpected<Refused> refuse() { return tl::unexpected<Refused>{refused()}; }

} // namespace platform::posix
