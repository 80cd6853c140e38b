#pragma once

#include <string>
#include <string_view>

namespace exchange {

// UTF-8 text of what may be UTF-8 or UTF-16, with or without a mark, or else Windows-1252.
struct Decoded {
    std::string text;
    std::string encoding; // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
};
Decoded decode(std::string_view bytes);

} // namespace exchange
