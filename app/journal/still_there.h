#pragma once

#include "platform/file.h"

#include <string_view>

namespace journal {

// When an open file was last touched; zero when it cannot be asked.
platform::Touched touched(platform::File const& file);

// Whether `path` still leads to the open file `file`, and whether it still holds `bytes`: the same
// file, its size, and the same last bytes. All bytes are compared when somebody touched the file
// since `seen`, which is then brought up to date. Nothing may be at `path` when `file` is none.
// The file has to be held open since it was written: an identity is given again.
bool still_there(platform::File const& file, std::filesystem::path const& path,
                 std::string_view bytes, platform::Touched& seen);

} // namespace journal
