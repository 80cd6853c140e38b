#pragma once

#include "base/result.h"

#include <optional>
#include <string_view>

namespace exchange {

// The type of a file, by its contents.
enum class Kind {
    empty,
    text, // any text: tables, lists, elections
    json,
    session,      // of this program
    web_page,     // HTML
    workbook,     // .xlsx
    open_sheet,   // .ods
    old_workbook, // .xls, .xlsb
    document,     // of a word processor
    slides,
    zip,     // holds other files
    archive, // another archive format
    pdf,
    picture,
    recording, // audio or video
    locked,    // a password-protected office file
    markup,    // XML other than web pages
    calendar,  // or contacts
    numbers,   // Apple Numbers
    binary     // none of these
};

Kind kind_of(std::string_view bytes);

// Why files of this type cannot be imported, and the way out: `invalid` "import.kind.…". Nothing
// for readable types; a web page is readable when it has a table or a list.
std::optional<base::Error> not_read(Kind kind);

} // namespace exchange
