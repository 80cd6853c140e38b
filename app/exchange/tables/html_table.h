#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <string_view>
#include <vector>

namespace exchange {

// The rows of the largest table of a page; of a page without a table, the items of its lists, one a
// row. Cells that reach over several columns or rows leave the others empty. Empty when there is
// neither. Errors: `invalid` "import.too_deep" with the limit for elements in each other over 512
// times, where browsers stop too; "import.too_large" over 200,000 rows, 1,000,000 cells or 1 MiB a
// cell.
base::Result<std::vector<Row>> rows_of_html(std::string_view html);

// Several rows of which one has several cells: not a list, nor one cell.
bool is_table(std::vector<Row> const& rows);

} // namespace exchange
