#include "base/text.h"
#include "exchange/cases/import.h"
#include "exchange/recognise/clean.h"
#include "exchange/recognise/encoding.h"
#include "exchange/recognise/formulas.h"
#include "exchange/recognise/kind.h"
#include "exchange/tables/html_table.h"
#include "exchange/tables/json_table.h"
#include "exchange/workbooks/workbook.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

bool is_list(std::string_view source)
{
    return source.empty() || base::fold(source).ends_with(".txt");
}

Separator separator_of(char c)
{
    switch (c) {
    case '\t': return Separator::tab;
    case ';': return Separator::semicolon;
    case '|': return Separator::pipe;
    case '\0': return Separator::none;
    default: return Separator::comma;
    }
}

// The sheet named by the user; else the visible one with the most known column names in its first
// rows, then the first that is not empty.
std::optional<std::size_t> chosen_sheet(Workbook const& book, std::string const& said)
{
    if (!said.empty()) {
        auto const wanted = base::fold(said);
        for (std::size_t i = 0; i < book.size(); ++i)
            if (base::fold(book[i].name) == wanted) return i;
        std::size_t place = 0;
        auto const [end, wrong] = std::from_chars(said.data(), said.data() + said.size(), place);
        bool const number = wrong == std::errc{} && end == said.data() + said.size();
        if (number && place >= 1 && place <= book.size()) return place - 1;
        return std::nullopt;
    }
    constexpr std::size_t top = 30;
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < book.size(); ++i) {
        if (book[i].hidden || book[i].rows.empty()) continue;
        std::size_t names = 0;
        for (std::size_t r = 0; r < std::min(book[i].rows.size(), top); ++r)
            names = std::max(names, known_names(book[i].rows[r].cells));
        if (!best || names > most) best = i, most = names;
    }
    return best;
}

std::string names_of(Workbook const& book)
{
    std::string names;
    for (auto const& sheet : book) names += (names.empty() ? "" : ", ") + sheet.name;
    return names;
}

base::Result<Reading> read_workbook(Workbook book, std::string kind, std::string source,
                                    TableOptions const& options)
{
    auto const at = chosen_sheet(book, options.sheet);
    if (!at && !options.sheet.empty()) return fail(Errc::not_found, "import.sheet", names_of(book));
    if (!at) return fail(Errc::invalid, "import.empty");
    Reading reading;
    reading.source = std::move(source);
    reading.options = options;
    reading.options.sheet = std::to_string(*at + 1);
    reading.sheet = *at;
    for (auto const& sheet : book)
        reading.sheets.push_back({sheet.name, sheet.rows.size(), sheet.hidden_rows, sheet.hidden});
    auto table = shaped(std::move(book[*at].rows), options, known_names);
    if (!table) return fail(table.error());
    if (table->rows.empty() && table->left_out.empty()) return fail(Errc::invalid, "import.empty");
    reading.table = std::move(*table);
    reading.table.encoding = std::move(kind);
    reading.table.separator = '\0';
    return reading;
}

// The largest table of a web page, or the items of its lists.
base::Result<Table> page_of(std::string_view bytes, TableOptions const& options)
{
    auto rows = rows_of_html(decode(bytes).text);
    if (!rows) return fail(rows.error());
    std::erase_if(*rows, [](Row const& row) {
        return std::ranges::none_of(row.cells, [](auto const& cell) { return shows(cell); });
    });
    if (rows->empty()) return fail(*not_read(Kind::web_page));
    auto table = shaped(std::move(*rows), options, known_names);
    if (!table) return table;
    table->encoding = "HTML";
    table->separator = '\0';
    return table;
}

// Splits rows into one row per sentence, numbered in order.
void cut_by_sentence(Table& table)
{
    std::vector<Row> rows;
    for (auto const& row : table.rows)
        for (auto& said : sentences_of(row.cells.front()))
            rows.push_back({{std::move(said)}, rows.size() + 1});
    table.rows = std::move(rows);
}

} // namespace

base::Result<Reading> read_import(std::string_view bytes, std::string source,
                                  TableOptions const& options)
{
    auto const kind = kind_of(bytes);
    if (auto const why = not_read(kind); why && kind != Kind::web_page) return fail(*why);
    if (kind == Kind::workbook || kind == Kind::open_sheet) {
        auto book = kind == Kind::workbook ? read_xlsx(bytes) : read_ods(bytes);
        if (!book) return fail(book.error());
        return read_workbook(std::move(*book), kind == Kind::workbook ? "XLSX" : "ODS",
                             std::move(source), options);
    }
    if (kind == Kind::json || kind == Kind::web_page) {
        auto table = kind == Kind::json ? read_json_table(bytes) : page_of(bytes, options);
        if (!table) return fail(table.error());
        Reading reading;
        reading.table = std::move(*table);
        reading.source = std::move(source);
        reading.options = options;
        if (kind == Kind::json) reading.names = Reading::Names::of_fields;
        return reading;
    }
    auto read_as = options;
    bool const by_sentence = options.separator == Separator::sentence;
    if (by_sentence) read_as.separator = Separator::none, read_as.header = HeaderRow::none;
    auto table = read_table(bytes, read_as, known_names);
    bool const one_a_line = options.separator == Separator::automatic && is_list(source);
    if (one_a_line && table && table->header.empty() && table->separator != '\t') {
        read_as.separator = Separator::none;
        table = read_table(bytes, read_as, known_names);
    }
    if (!table) return fail(table.error());
    for (auto& row : table->rows)
        for (auto& cell : row.cells)
            if (cell.starts_with('\'')) cell = std::string(as_meant(cell));
    if (by_sentence) cut_by_sentence(*table);
    read_as.separator = by_sentence ? Separator::sentence : separator_of(table->separator);
    Reading reading;
    reading.table = std::move(*table);
    reading.source = std::move(source);
    reading.options = std::move(read_as);
    return reading;
}

} // namespace exchange
