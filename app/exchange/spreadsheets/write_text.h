#pragma once

#include "exchange/spreadsheets/grid.h"

#include <string>
#include <string_view>

namespace exchange {

// As spreadsheets open it by a double click: UTF-8 with its mark, CR LF; in French semicolons and
// decimal commas, in English commas and points. A text that a spreadsheet would run as a formula
// has an apostrophe before it, which reading takes away again.
std::string write_csv(i18n::Catalogue const& words, Grid const& grid);

// The same for a paste: tabs between cells, which hold none, nor line ends; no mark before it.
std::string write_tsv(i18n::Catalogue const& words, Grid const& grid);

// An HTML page that is one table, as programs put it on the clipboard and take it from there:
// numbers typed for LibreOffice and Excel, texts that stay texts.
std::string write_html(i18n::Catalogue const& words, Grid const& grid);

// A table of Markdown; line ends in cells are <br>.
std::string write_markdown(i18n::Catalogue const& words, Grid const& grid);

} // namespace exchange
