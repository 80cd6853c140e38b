#pragma once

#include <string_view>

// What one cell of a table looks like, whatever its column is called.
namespace exchange {

enum class CellKind {
    blank, // nothing that shows
    number,
    date, // or a time
    mail_address,
    web_address,
    phone,
    code, // one word with a figure in it, or a list's bullet: an identifier, a version
    text
};

CellKind kind_of_cell(std::string_view cell);

} // namespace exchange
