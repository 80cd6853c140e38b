#pragma once

#include "exchange/spreadsheets/grid.h"

#include <string>
#include <string_view>

namespace exchange {

// As spreadsheets open it by a double click: UTF-8 with its mark, CR LF; in French semicolons and
// decimal commas, in English commas and points. A text that a spreadsheet would run as a formula
// has an apostrophe before it, which reading takes away again.
std::string write_csv(i18n::Catalogue const& words, Grid const& grid);

// A table of Markdown; line ends in cells are <br>.
std::string write_markdown(i18n::Catalogue const& words, Grid const& grid);

} // namespace exchange
