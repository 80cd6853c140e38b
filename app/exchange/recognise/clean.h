#pragma once

#include <string>
#include <string_view>

// Text that people can see, of what a file says.
namespace exchange {

// Without what shows nothing and changes nothing: zero-width spaces, soft hyphens, marks of the
// order of bytes. What joins emoji stays.
std::string without_invisible(std::string_view text);

// Whether anything of it shows on a screen: not only spaces of any kind and invisible characters.
bool shows(std::string_view text);

// On one line: breaks and tabs are spaces, runs of them one, none at the ends (spaces of any kind).
std::string one_line(std::string_view text);

// What a piece of HTML says: paragraphs and breaks are lines, items begin with "- ", tags and
// entities are gone. Other text as it is.
std::string without_tags(std::string_view text);

} // namespace exchange
