#include "exchange/cases/import.h"
#include "exchange/recognise/clean.h"
#include "exchange/spreadsheets/grid.h"

#include <fmt/format.h>

// Reads another session as a table of cases.
namespace exchange {
namespace {

std::string text_of(GridCell const& cell)
{
    return cell.number ? fmt::format("{:.{}f}", *cell.number, cell.digits) : cell.text;
}

} // namespace

base::Result<Reading> read_session(i18n::Catalogue const& words, model::Document const& session,
                                   std::string source)
{
    auto const grid = grids_of(words, session).front();
    if (grid.rows.empty()) return base::fail(base::Errc::invalid, "import.empty");
    Reading reading;
    reading.source = std::move(source);
    reading.names = Reading::Names::of_fields;
    auto& table = reading.table;
    table.encoding = "Cadran";
    table.separator = '\0';
    table.header_line = 1;
    // Card numbers belong to that session; empty columns are omitted.
    for (std::size_t column = 1; column < grid.header.size(); ++column) {
        bool any = false;
        for (auto const& row : grid.rows) any = any || shows(text_of(row[column]));
        if (!any) continue;
        table.header.push_back(grid.header[column]);
        table.rows.resize(grid.rows.size());
        for (std::size_t i = 0; i < grid.rows.size(); ++i)
            table.rows[i].cells.push_back(text_of(grid.rows[i][column]));
    }
    for (std::size_t i = 0; i < grid.rows.size(); ++i)
        table.rows[i].line = static_cast<std::size_t>(grid.rows[i].front().number.value_or(0));
    return reading;
}

} // namespace exchange
