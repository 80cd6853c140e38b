#pragma once

#include "base/result.h"

#include <optional>
#include <string_view>

namespace exchange {

// What a file is, by its bytes.
enum class Kind {
    empty,
    text, // anything that is written to be read: tables, lists, elections
    json,
    session,      // of this program
    web_page,     // HTML
    workbook,     // .xlsx
    open_sheet,   // .ods
    old_workbook, // .xls, .xlsb
    document,     // of a word processor
    slides,
    zip,     // holds other files
    archive, // the same, in another form
    pdf,
    picture,
    recording, // sound or film
    locked,    // an office file behind a password
    markup,    // XML that is no page
    calendar,  // or contacts
    numbers,   // a spreadsheet of Apple's
    binary     // none of these
};

Kind kind_of(std::string_view bytes);

// Why a file of that kind holds no cases that can be read, with the way out: `invalid`
// "import.kind.…". Nothing for those that are read; a page is read when it holds a table or a list.
std::optional<base::Error> not_read(Kind kind);

} // namespace exchange
