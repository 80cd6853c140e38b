#include "exchange/workbooks/sheet_maker.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace exchange {
namespace {

constexpr std::size_t columns_most = 4096;

} // namespace

bool SheetMaker::start_row(std::size_t number)
{
    number_ = number;
    open_ = false;
    return true;
}

bool SheetMaker::cell(std::size_t column, std::string text)
{
    if (text.empty() || column >= columns_most) return true;
    text = base::sanitized(text);
    if (!shows(text)) return true;
    if (!open_) {
        if (!Limits::take(limits_.rows, 1)) return false;
        sheet_.rows.push_back({{}, number_});
        open_ = true;
    }
    auto& cells = sheet_.rows.back().cells;
    if (column >= cells.size()) {
        if (!Limits::take(limits_.cells, column + 1 - cells.size())) return false;
        cells.resize(column + 1);
    }
    if (!Limits::take(limits_.text, text.size())) return false;
    cells[column] = std::move(text);
    return true;
}

bool SheetMaker::repeat_row(std::size_t times)
{
    if (!open_) return true;
    for (std::size_t i = 0; i < times; ++i) {
        auto row = sheet_.rows.back();
        std::size_t text = 0;
        for (auto const& cell : row.cells) text += cell.size();
        if (!Limits::take(limits_.rows, 1) || !Limits::take(limits_.cells, row.cells.size()) ||
            !Limits::take(limits_.text, text))
            return false;
        row.line = ++number_;
        sheet_.rows.push_back(std::move(row));
    }
    return true;
}

std::string number_text(double value)
{
    constexpr double whole_most = 1e15;
    if (!std::isfinite(value)) return {};
    if (value == std::floor(value) && std::abs(value) < whole_most)
        return std::to_string(static_cast<long long>(value));
    // 15 digits, as spreadsheets show: 0.1 + 0.2 is 0.3.
    return fmt::format("{:.15g}", value);
}

std::string date_text(double serial, bool from_1904, bool has_date, bool has_time)
{
    constexpr double most = 2'958'466; // the last day of 9999
    if (!(serial >= 0) || serial >= most) return number_text(serial);
    auto days = static_cast<long long>(std::floor(serial));
    auto minutes = std::llround((serial - std::floor(serial)) * 24 * 60);
    if (minutes == 24LL * 60) minutes = 0, ++days;
    auto hour = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    if (!has_date || (days == 0 && has_time)) return hour;
    // Spreadsheet dates treat 1900 as a leap year, with a 29 February.
    constexpr long long after_february = 60;
    using namespace std::chrono;
    auto const first = from_1904               ? sys_days{year{1904} / 1 / 1}
                       : days > after_february ? sys_days{year{1899} / 12 / 30}
                                               : sys_days{year{1899} / 12 / 31};
    year_month_day const day{first + std::chrono::days{days}};
    auto const date =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return has_time && minutes != 0 ? date + " " + hour : date;
}

} // namespace exchange
