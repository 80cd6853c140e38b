#pragma once

#include "exchange/spreadsheets/grid.h"

#include <string>
#include <string_view>

namespace exchange {

// CSV that spreadsheets open by double click: UTF-8 with byte order mark, CR LF; semicolons and
// decimal commas in French, commas and points in English. Text that would be run as a formula gets
// an apostrophe before it, which the import removes.
std::string write_csv(i18n::Catalogue const& words, Grid const& grid);

// For pasting: cells separated by tabs, without tabs or line ends in cells; no byte order mark.
std::string write_tsv(i18n::Catalogue const& words, Grid const& grid);

// An HTML page with one table, as programs exchange it on the clipboard: typed numbers for
// LibreOffice and Excel, texts marked as text.
std::string write_html(i18n::Catalogue const& words, Grid const& grid);

// A Markdown table; line ends in cells become <br>.
std::string write_markdown(i18n::Catalogue const& words, Grid const& grid);

} // namespace exchange
