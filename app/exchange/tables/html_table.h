#pragma once

#include "exchange/tables/table.h"

#include <string_view>
#include <vector>

namespace exchange {

// The rows of the largest table of a page; of a page without a table, the items of its lists, one a
// row. Cells that reach over several columns are followed by empty ones. Empty when there is
// neither.
std::vector<Row> rows_of_html(std::string_view html);

// Several rows of which one has several cells: not a list, nor one cell.
bool is_table(std::vector<Row> const& rows);

} // namespace exchange
