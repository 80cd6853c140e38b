#pragma once

#include "exchange/tables/table.h"

#include <cstddef>
#include <optional>
#include <vector>

// Which row names the columns. Private to this folder.
namespace exchange {

// Cells up to the last that shows something.
std::size_t filled_width(Row const& row);

// The number of cells that most of the first rows have; the larger of two that are as frequent.
std::size_t usual_width(std::vector<Row> const& rows);

// A line that begins with "#" and holds nothing else: what tools write above their tables.
bool is_remark(Row const& row);

// The row of names among the first, none when they are all rows of their own.
std::optional<std::size_t> header_among(std::vector<Row> const& rows, KnownNames known);

// A header one cell short of the rows from `from` on gets an unnamed column: before the others
// where the rows begin with their number, else after them.
void complete_header(Row& names, std::vector<Row> const& rows, std::size_t from);

} // namespace exchange
