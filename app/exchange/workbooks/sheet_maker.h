#pragma once

#include "exchange/workbooks/workbook.h"
#include "exchange/workbooks/xml_reader.h"

#include <cstddef>
#include <string>

// Builds sheets from rows and cells. Private to this folder.
namespace exchange {

// Fills a sheet within the limits.
class SheetMaker {
public:
    SheetMaker(Sheet& sheet, Limits& limits)
        : sheet_(sheet)
        , limits_(limits)
    {
    }

    // The following cells belong to row `number`, from 1. False above the limit.
    bool start_row(std::size_t number);
    // `column` from 0; empty texts are skipped.
    bool cell(std::size_t column, std::string text);
    // Repeats the present row `times` times on the following rows.
    bool repeat_row(std::size_t times);

private:
    Sheet& sheet_;
    Limits& limits_;
    std::size_t number_ = 0;
    bool open_ = false; // the row exists already
};

// The shortest decimal text that reads back, with a point.
std::string number_text(double value);
// A spreadsheet date (1900 or 1904 system) as "2023-01-01" or "… 09:41"; below 1, a time only.
std::string date_text(double serial, bool from_1904, bool has_date, bool has_time);

} // namespace exchange
