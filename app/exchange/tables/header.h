#pragma once

#include "exchange/tables/table.h"

#include <cstddef>
#include <optional>
#include <vector>

// Finds the header row of a table. Private to this folder.
namespace exchange {

// Number of cells up to the last visible one.
std::size_t filled_width(Row const& row);

// The most frequent number of cells among the first rows; the larger of equally frequent ones.
std::size_t usual_width(std::vector<Row> const& rows);

// A row with a single cell that begins with "#": a comment of the exporting tool.
bool is_remark(Row const& row);

// The index of the header among the first rows; none when there is no header.
std::optional<std::size_t> header_among(std::vector<Row> const& rows, KnownNames known);

// When the header is one cell shorter than the rows from `from` on, adds an unnamed column: first
// if the rows begin with their number, else last.
void complete_header(Row& names, std::vector<Row> const& rows, std::size_t from);

} // namespace exchange
