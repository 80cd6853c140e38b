#pragma once

#include "base/result.h"
#include "exchange/recognise/encoding.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Reads tables with any separator, quoting, line ends and encoding.
namespace exchange {

// none: one cell per line; sentence: one row per sentence.
enum class Separator { automatic, comma, semicolon, tab, pipe, none, sentence };
enum class HeaderRow { automatic, first, none }; // whether there is a header

struct Row {
    std::vector<std::string> cells;
    std::size_t line = 0; // line in the file, from 1, where the row starts
};

// The text of a cell; empty beyond the end of a short row.
inline std::string_view cell_at(Row const& row, std::size_t column)
{
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view{};
}

struct Table {
    std::string encoding; // see Decoded
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> doubtful; // lines, see Decoded
    char separator = ',';
    std::vector<std::string> header; // duplicates are numbered: "name (2)"
    std::size_t header_line = 0;     // line in the file, 0: no header
    std::vector<Row> rows;
    // Rows left out, with their line: "import.cells" when it has more cells than the header,
    // "import.quote" for an unclosed quote, "import.above" when it is above the header,
    // "import.comment" for a comment.
    std::vector<base::Error> left_out;
    // For output of this program: merged cases and their targets, by line.
    std::map<std::size_t, std::size_t> merged = {};
};

// Counts the cells that are known column names.
using KnownNames = std::size_t (*)(std::vector<std::string> const& cells);

struct TableOptions {
    Separator separator = Separator::automatic;
    HeaderRow header = HeaderRow::automatic;
    std::size_t header_line = 0; // chosen by the user; 0: automatic
    std::string encoding = {};   // chosen by the user; empty: automatic
    std::string sheet = {};      // of a workbook, by name or number from 1; empty: automatic
};

// Reads rows by RFC 4180 (quoted cells may contain separators, line ends and doubled quotes), with
// any line ends; a first line "sep=;" sets the separator. Blank rows are skipped; short rows stay
// short. Unless given, the header is the first row near the top that names columns, else a first
// row above numbers, dates or addresses, else there is none. Errors: `invalid` "import.too_large"
// (64 MiB, 4,096 columns, 200,000 rows, 4,000,000 cells, 1 MiB per cell, 10,000 rows left out) with
// the line, "import.quote" (100 of them), "import.empty", "import.header_line", those of `decode`.
base::Result<Table> read_table(std::string_view bytes, TableOptions const& options,
                               KnownNames known);

// The same for existing cells, such as those of a workbook.
base::Result<Table> shaped(std::vector<Row> rows, TableOptions const& options, KnownNames known);

} // namespace exchange
