#pragma once

#include "exchange/workbooks/workbook.h"
#include "exchange/workbooks/xml_reader.h"

#include <cstddef>
#include <string>

// Rows and cells as they come out of a file. Private to this folder.
namespace exchange {

// Fills a sheet within the room there is.
class SheetMaker {
public:
    SheetMaker(Sheet& sheet, Room& room)
        : sheet_(sheet)
        , room_(room)
    {
    }

    // Cells that follow are of that row, from 1. False when there is no room.
    bool start_row(std::size_t number);
    // `column` from 0; an empty text is passed over.
    bool cell(std::size_t column, std::string text);
    // The row as it is, so many times more, on the rows that follow.
    bool repeat_row(std::size_t times);

private:
    Sheet& sheet_;
    Room& room_;
    std::size_t number_ = 0;
    bool open_ = false; // a row of that number is there
};

// A number as it is written by people: the shortest that reads back, with a point.
std::string number_text(double value);
// A day of a spreadsheet's calendar (1900 or 1904) as "2023-01-01", or "… 09:41"; below 1, an hour.
std::string date_text(double serial, bool from_1904, bool has_date, bool has_time);

} // namespace exchange
