#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Reads workbooks as displayed: dates as dates, formulas as their results.
namespace exchange {

struct Sheet {
    std::string name;
    std::vector<Row> rows; // non-empty ones; `line` is the row number
    std::size_t hidden_rows = 0;
    bool hidden = false;
};
using Workbook = std::vector<Sheet>; // in file order

// Dates are "2023-01-01", with " 09:41" if there is a time; numbers have a point; percentages a
// sign; booleans are "true" or "false"; formula errors are empty cells. Errors: `corrupt`
// "import.workbook" for a damaged file, `invalid` "import.too_large" above 256 MiB unpacked,
// 200,000 rows, 1,000,000 cells or 64 MiB of text, "import.too_deep".
base::Result<Workbook> read_xlsx(std::string_view bytes);
base::Result<Workbook> read_ods(std::string_view bytes);

} // namespace exchange
