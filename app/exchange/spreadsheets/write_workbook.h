#pragma once

#include "base/result.h"
#include "exchange/spreadsheets/grid.h"

#include <filesystem>
#include <string>

namespace exchange {

// An Excel workbook with typed cells, each sheet's header in bold and frozen. Texts never run as
// formulas. Written through a file in `scratch` (created if missing), as libxlsxwriter can only
// write files. `io` "export.write" on failure.
base::Result<std::string> write_xlsx(std::vector<Grid> const& grids,
                                     std::filesystem::path const& scratch);

// The same as an OpenDocument spreadsheet.
base::Result<std::string> write_ods(std::vector<Grid> const& grids);

} // namespace exchange
