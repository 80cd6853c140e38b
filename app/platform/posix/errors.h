#pragma once

#include "platform/file.h"

// The error of the system call that just failed.
namespace platform::posix {

Refused refused(); // from errno
inline tl::unexpected<Refused> refuse() { return tl::unexpected<Refused>{refused()}; }

} // namespace platform::posix
