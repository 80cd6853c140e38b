#pragma once

#include "platform/file.h"

namespace platform::posix {

inline int number_of(File const& file) { return static_cast<int>(file.handle()); }

// The error of the system call that just failed.
Refused refused(); // from errno
inline tl::unexpected<Refused> refuse() { return tl::unexpected<Refused>{refused()}; }

} // namespace platform::posix
