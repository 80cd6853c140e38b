#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Workbooks of spreadsheets, as their cells show: dates as dates, formulas as their results.
namespace exchange {

struct Sheet {
    std::string name;
    std::vector<Row> rows; // those that say something; `line` is the number of the row
    std::size_t hidden_rows = 0;
    bool hidden = false;
};
using Workbook = std::vector<Sheet>; // in the order of the file

// Dates are "2023-01-01", with " 09:41" where there is an hour; numbers have a point; percentages a
// sign; truth is "true" or "false"; an error of a formula is an empty cell. Errors: `corrupt`
// "import.workbook" for what does not hold together, `invalid` "import.too_large" for more than 256
// MiB unpacked, 200,000 rows, 1,000,000 cells or 64 MiB of text, "import.too_deep".
base::Result<Workbook> read_xlsx(std::string_view bytes);
base::Result<Workbook> read_ods(std::string_view bytes);

} // namespace exchange
