#include "base/text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "platform/disk.h"
#include "platform/process.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <xlsxwriter.h>

namespace exchange {
namespace {

constexpr std::size_t cell_most = 32'767; // Excel's limit per cell, in UTF-16 units

// The beginning of `text` that takes at most `most` UTF-16 units, with the ellipsis if it was cut:
// of a longer text libxlsxwriter would write nothing.
std::string fitted(std::string const& text, std::size_t most, std::string_view ellipsis)
{
    std::size_t units = 0, end = 0; // `end`: where the ellipsis still fits
    for (std::size_t at = 0; at < text.size();) {
        auto const bytes = base::character_at(text, at).bytes;
        units += bytes == 4 ? 2 : 1;
        if (units > most) return text.substr(0, end).append(ellipsis);
        at += bytes;
        if (units + (ellipsis.empty() ? 0 : 1) <= most) end = at;
    }
    return text;
}

// A valid sheet name of Excel: 31 characters, without some characters.
std::string sheet_name(std::string const& name)
{
    std::string out = fitted(name, 31, "");
    for (char& c : out)
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = ' ';
    return out;
}

void write_sheet(lxw_workbook* book, Grid const& grid, lxw_format* bold, lxw_format* plain)
{
    auto* sheet = workbook_add_worksheet(book, sheet_name(grid.name).c_str());
    if (!sheet) return;
    constexpr double narrow = 12, wide = 40;
    for (std::size_t i = 0; i < grid.header.size(); ++i) {
        auto const column = static_cast<lxw_col_t>(i);
        bool const texts = std::ranges::any_of(grid.rows, [&](auto const& row) {
            constexpr std::size_t long_from = 24;
            return !row[i].number && row[i].text.size() > long_from;
        });
        worksheet_set_column(sheet, column, column, texts ? wide : narrow, plain);
        worksheet_write_string(sheet, 0, column, grid.header[i].c_str(), bold);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        for (std::size_t i = 0; i < grid.rows[r].size(); ++i) {
            auto const& cell = grid.rows[r][i];
            auto const row = static_cast<lxw_row_t>(r + 1);
            auto const column = static_cast<lxw_col_t>(i);
            if (cell.number)
                worksheet_write_number(sheet, row, column, *cell.number, nullptr);
            else if (!cell.text.empty())
                worksheet_write_string(sheet, row, column,
                                       fitted(cell.text, cell_most, "…").c_str(), plain);
        }
    if (!grid.rows.empty() && !grid.header.empty())
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(grid.rows.size()),
                             static_cast<lxw_col_t>(grid.header.size() - 1));
}

base::Result<void> write_to(std::vector<Grid> const& grids, std::filesystem::path const& path)
{
    auto* book = workbook_new(path.string().c_str());
    if (!book) return base::fail(base::Errc::io, "export.write", path.string());
    auto* bold = workbook_add_format(book);
    format_set_bold(bold);
    format_set_text_wrap(bold);
    format_set_align(bold, LXW_ALIGN_VERTICAL_TOP);
    auto* plain = workbook_add_format(book);
    format_set_text_wrap(plain);
    format_set_align(plain, LXW_ALIGN_VERTICAL_TOP);
    for (auto const& grid : grids) write_sheet(book, grid, bold, plain);
    auto const answer = workbook_close(book);
    if (answer != LXW_NO_ERROR) return base::fail(base::Errc::io, "export.write", path.string());
    return {};
}

} // namespace

base::Result<std::string> write_xlsx(std::vector<Grid> const& grids,
                                     std::filesystem::path const& scratch)
{
    static std::atomic<int> count{0}; // several threads may write
    std::error_code failed;
    std::filesystem::create_directories(scratch, failed);
    auto const path = scratch / (std::to_string(platform::own_process()) + "-" +
                                 std::to_string(++count) + ".xlsx.part");
    auto const written = write_to(grids, path);
    auto bytes = written ? platform::read_whole(path)
                         : base::Result<std::string>(base::fail(written.error()));
    std::filesystem::remove(path, failed);
    return bytes;
}

} // namespace exchange
