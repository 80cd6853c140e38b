#pragma once

#include "base/result.h"
#include "exchange/spreadsheets/grid.h"

#include <filesystem>
#include <string>

namespace exchange {

// The bytes of an Excel workbook, typed cell by cell, each sheet's names of columns in bold and
// held in sight. Texts are texts: nothing runs as a formula. Passes through a file in `scratch`,
// which is made where it is not there: libxlsxwriter writes nothing else. `io` "export.write" when
// it cannot be written.
base::Result<std::string> write_xlsx(std::vector<Grid> const& grids,
                                     std::filesystem::path const& scratch);

// The same as the bytes of an OpenDocument spreadsheet.
base::Result<std::string> write_ods(std::vector<Grid> const& grids);

} // namespace exchange
