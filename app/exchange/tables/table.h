#pragma once

#include "base/result.h"
#include "exchange/recognise/encoding.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Tables as people send them: whatever separator, quotes, line ends and encoding.
namespace exchange {

// none: a line is a cell; sentence: so is each sentence of one, a row of its own.
enum class Separator { automatic, comma, semicolon, tab, pipe, none, sentence };
enum class HeaderRow { automatic, first, none }; // is the first row names?

struct Row {
    std::vector<std::string> cells;
    std::size_t line = 0; // of the file, from 1, where the row starts
};

struct Table {
    std::string encoding; // as Decoded says it
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> doubtful; // lines, as Decoded says them
    char separator = ',';
    std::vector<std::string> header; // a name that comes again is told apart: "name (2)"
    std::size_t header_line = 0;     // of the file, 0: no header
    std::vector<Row> rows;
    // Rows left out, each with its line: "import.cells" when it has more cells than the header,
    // "import.quote" when a quote is opened and never closed, "import.above" when it stands above
    // the header, "import.comment" when it is a remark.
    std::vector<base::Error> left_out;
    // Of a session that this program wrote: rows that another stands for, both by their lines.
    std::map<std::size_t, std::size_t> merged = {};
};

// How many of these cells are names of columns that are known.
using KnownNames = std::size_t (*)(std::vector<std::string> const& cells);

struct TableOptions {
    Separator separator = Separator::automatic;
    HeaderRow header = HeaderRow::automatic;
    std::size_t header_line = 0; // the line of the names, as the person says it; 0: not said
    std::string encoding = {};   // as the person says it; empty: as it looks
    std::string sheet = {}; // of a workbook, by its name or its place from 1; empty: as it looks
};

// Rows as RFC 4180 has them (cells in quotes may hold separators, line ends and doubled quotes),
// with line ends of any kind; a first line "sep=;" says the separator. Blank rows are passed over;
// short rows stay short. Unless it is told, the header is the first of the rows near the top that
// names columns, else a first row whose columns then hold figures, dates or addresses, else
// there is none. Errors: `invalid` "import.too_large" (64 MiB, 4,096 columns, 200,000 rows,
// 4,000,000 cells, 1 MiB a cell, 10,000 rows left out) with the line, "import.quote" (100 of them),
// "import.empty", "import.encoding" with the name of one that is not known, "import.header_line".
base::Result<Table> read_table(std::string_view bytes, TableOptions const& options,
                               KnownNames known);

// A table of cells that are there already, of a workbook for instance.
base::Result<Table> shaped(std::vector<Row> rows, TableOptions const& options, KnownNames known);

} // namespace exchange
