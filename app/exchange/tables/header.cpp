#include "exchange/tables/header.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "exchange/tables/cells.h"

#include <algorithm>
#include <array>
#include <map>

namespace exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 50; // rows examined for the width
constexpr std::size_t top = 30;       // rows that may be the header

std::size_t filled(Row const& row)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](auto const& cell) { return shows(cell); }));
}

bool is_typed(CellKind kind)
{
    return kind == CellKind::number || kind == CellKind::date || kind == CellKind::mail_address ||
           kind == CellKind::web_address || kind == CellKind::phone;
}

// A row of group headings is above the row of column names.
bool below_a_heading(std::vector<Row> const& rows, std::size_t at, std::size_t names,
                     KnownNames known)
{
    return at + 1 < rows.size() && filled(rows[at + 1]) > filled(rows[at]) &&
           known(rows[at + 1].cells) > std::max<std::size_t>(names, 1);
}

bool is_yes_or_no(std::string_view cell)
{
    constexpr std::array answers{"oui"sv,  "non"sv,  "yes"sv,   "no"sv, "vrai"sv,
                                 "faux"sv, "true"sv, "false"sv, "x"sv};
    return std::ranges::find(answers, base::fold(cell)) != answers.end();
}

// Whether the first row names columns that contain numbers, dates or addresses below.
bool names_by_content(std::vector<Row> const& rows, std::size_t first)
{
    constexpr std::size_t rows_needed = 3;
    auto const& names = rows[first].cells;
    auto const last = std::min(rows.size(), first + 1 + looked_at);
    if (names.size() < 2 || last - first <= rows_needed) return false;
    for (auto const& name : names)
        if (is_typed(kind_of_cell(name))) return false;
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (!shows(names[column])) continue;
        std::size_t typed = 0, said = 0;
        for (auto i = first + 1; i < last; ++i) {
            if (column >= rows[i].cells.size()) continue;
            auto const kind = kind_of_cell(rows[i].cells[column]);
            said += kind != CellKind::blank ? 1 : 0;
            bool const answer = !is_yes_or_no(names[column]) && is_yes_or_no(rows[i].cells[column]);
            typed += is_typed(kind) || answer ? 1 : 0;
        }
        if (said >= rows_needed && typed * 10 >= said * 9) return true;
    }
    return false;
}

} // namespace

std::size_t filled_width(Row const& row)
{
    auto width = row.cells.size();
    while (width > 0 && !shows(row.cells[width - 1])) --width;
    return width;
}

std::size_t usual_width(std::vector<Row> const& rows)
{
    std::map<std::size_t, std::size_t> times;
    for (std::size_t i = 0; i < std::min(rows.size(), looked_at); ++i)
        ++times[rows[i].cells.size()];
    std::size_t width = 0, most = 0;
    for (auto const& [cells, count] : times)
        if (count >= most) most = count, width = cells;
    return width;
}

bool is_remark(Row const& row)
{
    auto const said = base::trimmed(row.cells.front());
    if (said.size() < 2 || said.front() != '#') return false;
    return filled(row) == 1 || said[1] == ' ' || said[1] == '#' || said[1] == '!';
}

std::optional<std::size_t> header_among(std::vector<Row> const& rows, KnownNames known)
{
    auto const width = usual_width(rows);
    bool all_above_are_short = true;
    std::size_t most_above = 0, first = rows.size();
    for (std::size_t i = 0; i < std::min(rows.size(), top); ++i) {
        auto const cells = filled(rows[i]);
        bool const remark = width > 1 && is_remark(rows[i]) && known(rows[i].cells) < 2;
        bool const title = width > 1 && 2 * cells < width; // a line of text above a table
        if (!remark && !title) {
            auto const names = known(rows[i].cells);
            bool const alone = names == 1 && all_above_are_short;
            bool const several = names >= 2 && (cells > most_above || names >= 3);
            if (alone || several) return below_a_heading(rows, i, names, known) ? i + 1 : i;
            if (first == rows.size()) first = i;
            all_above_are_short = false;
        }
        most_above = std::max(most_above, cells);
    }
    if (first < rows.size() && names_by_content(rows, first)) return first;
    return std::nullopt;
}

void complete_header(Row& names, std::vector<Row> const& rows, std::size_t from)
{
    auto const width = names.cells.size();
    std::size_t longer = 0, numbered = 0, all = 0;
    for (auto i = from; i < std::min(rows.size(), from + looked_at); ++i, ++all) {
        if (filled_width(rows[i]) != width + 1) continue;
        ++longer;
        auto const kind = kind_of_cell(rows[i].cells.front());
        numbered += kind == CellKind::number || kind == CellKind::code ? 1 : 0;
    }
    if (longer < 2 || longer * 2 <= all) return;
    bool const before = numbered * 10 >= longer * 9;
    names.cells.insert(before ? names.cells.begin() : names.cells.end(), std::string{});
}

} // namespace exchange
