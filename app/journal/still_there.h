#pragma once

#include "platform/file.h"

#include <functional>

namespace journal {

// The time an open file was last changed; zero when unknown.
platform::Touched touched(platform::File const& file);

// How much to compare: the end of the last write, or everything.
enum class Look { glance, whole };

// Whether `path` still leads to the open file `file`, of `size` bytes, with the contents `holds`.
// All of it is compared when the file was changed after `seen`, which is then updated. When `file`
// is none, nothing may exist at `path`. The file must have been open since it was written, as the
// system reuses file identities.
bool still_there(platform::File const& file, std::filesystem::path const& path, std::int64_t size,
                 platform::Touched& seen, std::function<bool(Look)> const& holds);

} // namespace journal
