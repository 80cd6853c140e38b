#pragma once

#include <string>

namespace shell {

// A file name from a title: letters and digits without accents, joined by single dashes, at most 60
// bytes; "session" when nothing is left. Never the name of a device of Windows ("con").
std::string file_stem(std::string const& title);

} // namespace shell
