#pragma once

#include <string_view>

// The kind of content of one cell.
namespace exchange {

enum class CellKind {
    blank, // nothing visible
    number,
    date, // or a time
    mail_address,
    web_address,
    phone,
    code, // one word with a digit, or a bullet: an identifier, a version
    text
};

CellKind kind_of_cell(std::string_view cell);

} // namespace exchange
