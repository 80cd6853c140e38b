#pragma once

#include "platform/file.h"

#include <functional>

namespace journal {

// When an open file was last touched; zero when it cannot be asked.
platform::Touched touched(platform::File const& file);

// How closely to look: at what was written last, or at all of it.
enum class Look { glance, whole };

// Whether `path` still leads to the open file `file`, of `size` bytes, and `holds` what it held:
// all of it is looked at when somebody touched the file since `seen`, which is then brought up to
// date. Nothing may be at `path` when `file` is none. The file has to be held open since it was
// written: an identity is given again.
bool still_there(platform::File const& file, std::filesystem::path const& path, std::int64_t size,
                 platform::Touched& seen, std::function<bool(Look)> const& holds);

} // namespace journal
