#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// What was done to a text so that it reads, and has to be told.
enum class Doubt {
    none,
    twice, // text that had been encoded twice was mended
    mixed  // some lines were not in the encoding of the others, or hold bytes of none
};

struct Decoded {
    std::string text;     // UTF-8, safe to keep (base::sanitized)
    std::string encoding; // "UTF-8", "UTF-16LE", "UTF-32BE", "windows-1252", "macintosh"…
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> lines = {}; // of the text, from 1: the first that are mixed
};

// UTF-8 text of bytes in UTF-8, UTF-16 or UTF-32, with or without a mark, else in the one of
// Windows-1252, Mac Roman, ISO-8859-15 and code page 850 that reads most like words of our
// languages.
Decoded decode(std::string_view bytes);

// The same from an encoding that the person names, as ICU knows it ("macroman" and "latin9" too).
// Nothing when there is no such encoding.
std::optional<Decoded> decode(std::string_view bytes, std::string const& encoding);

} // namespace exchange
