#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// Repairs of a text that the user should know of.
enum class Doubt {
    none,
    twice, // doubly encoded text was repaired
    mixed  // some lines had another encoding or invalid bytes
};

struct Decoded {
    std::string text;     // UTF-8, sanitized
    std::string encoding; // "UTF-8", "UTF-16LE", "UTF-32BE", "windows-1252", "macintosh"…
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> lines = {}; // from 1: the first mixed ones
};

// Converts UTF-8, UTF-16 or UTF-32, with or without byte order mark, to UTF-8; other bytes from
// Windows-1252, Mac Roman, ISO-8859-15 or code page 850, whichever gives the most plausible text.
Decoded decode(std::string_view bytes);

// Converts from an encoding known to ICU ("macroman" and "latin9" too). `invalid` "import.encoding"
// for an unknown one, "import.encoding.other" when the bytes cannot be in it.
base::Result<Decoded> decode(std::string_view bytes, std::string const& encoding);

} // namespace exchange
