#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <string_view>
#include <vector>

namespace exchange {

// The rows of the largest table of a page; without a table, the items of its lists, one per row.
// Cells with colspan or rowspan leave the other cells empty. Empty when there is neither. Errors:
// `invalid` "import.too_deep" with the limit above 512 nested elements, the limit of browsers;
// "import.too_large" above 200,000 rows, 1,000,000 cells or 1 MiB per cell.
base::Result<std::vector<Row>> rows_of_html(std::string_view html);

// Whether there are several rows, one with several cells.
bool is_table(std::vector<Row> const& rows);

} // namespace exchange
