#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

// Tables as people send them: whatever separator, quotes, line ends and encoding.
namespace exchange {

enum class Separator { automatic, comma, semicolon, tab, none }; // none: a line is a cell
enum class HeaderRow { automatic, first, none };                 // is the first row names?

struct Row {
    std::vector<std::string> cells;
    std::size_t line = 0; // of the file, from 1, where the row starts
};

struct Table {
    std::string encoding; // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
    char separator = ',';
    std::vector<std::string> header; // a name that comes again is told apart: "name (2)"
    std::vector<Row> rows;
    // Rows left out, each with its line: "import.cells" when it has more cells than the header,
    // "import.quote" when a quote is opened and never closed.
    std::vector<base::Error> left_out;
};

// Rows as RFC 4180 has them (cells in quotes may hold separators, line ends and doubled quotes),
// with line ends of any kind. Blank rows are passed over; short rows stay short. Unless it is told,
// the `header` stays empty when the first row names no column that `looks_like_header` knows.
// Errors: `invalid` "import.too_large" (64 MiB, 4,096 columns, 200,000 rows, 4,000,000 cells, 1 MiB
// a cell, 10,000 rows left out) with the line, "import.quote" (100 of them), "import.empty".
using LooksLikeHeader = bool (*)(std::vector<std::string> const&);
base::Result<Table> read_table(std::string_view bytes, Separator separator,
                               LooksLikeHeader looks_like_header,
                               HeaderRow header = HeaderRow::automatic);

} // namespace exchange
