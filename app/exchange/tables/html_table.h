#pragma once

#include "exchange/tables/table.h"

#include <string_view>
#include <vector>

namespace exchange {

// The rows of the largest table of a page; of a page without a table, the items of its lists, one a
// row. Cells that reach over several columns are followed by empty ones. Empty when there is
// neither.
std::vector<Row> rows_of_html(std::string_view html);

} // namespace exchange
