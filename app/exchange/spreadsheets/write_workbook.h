#pragma once

#include "base/result.h"
#include "exchange/spreadsheets/grid.h"

#include <filesystem>
#include <string>

namespace exchange {

// Writes an Excel workbook to a file that is there afterwards, typed cell by cell, each sheet's
// names of columns in bold and held in sight. Texts are texts: nothing runs as a formula. `io`
// "export.write" when it cannot be written.
base::Result<void> write_xlsx(std::vector<Grid> const& grids, std::filesystem::path const& path);

// The same as the bytes of an OpenDocument spreadsheet.
base::Result<std::string> write_ods(std::vector<Grid> const& grids);

} // namespace exchange
