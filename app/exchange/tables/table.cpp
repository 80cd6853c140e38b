#include "exchange/tables/table.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "exchange/tables/header.h"
#include "exchange/tables/rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

constexpr std::size_t bytes_max = 64UL * 1024UL * 1024;
constexpr std::size_t rows_max = 200'000;
constexpr std::size_t cells_max = 4'000'000; // of a table
constexpr std::size_t left_out_max = 10'000;
constexpr int open_quotes_max = 100; // each may cost a search to the end of the text

// The first rows, for one separator.
std::vector<Row> first_rows(std::string_view text, char separator)
{
    constexpr std::size_t sampled = 50, bytes = 512UL * 1024;
    std::vector<Row> rows;
    RowReader reader(text.substr(0, bytes), separator);
    Row row;
    while (rows.size() < sampled && reader.next(row) == RowReader::Got::row)
        if (!blank(row)) rows.push_back(row);
    return rows;
}

// Most cells but the first begin with a space: commas in sentences.
bool reads_as_prose(std::vector<Row> const& rows)
{
    std::size_t spaced = 0, all = 0;
    for (auto const& row : rows)
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (!shows(row.cells[i])) continue;
            ++all;
            spaced += row.cells[i].starts_with(' ') ? 1 : 0;
        }
    return spaced * 2 > all;
}

// Markdown's separator row: "|:---|---:|".
bool is_rule(Row const& row)
{
    bool any = false;
    for (auto const& cell : row.cells) {
        auto said = base::trimmed(cell);
        constexpr std::size_t least = 2; // a single dash is an empty cell
        auto const whole = said.size();
        if (said.starts_with(':')) said.remove_prefix(1);
        if (said.ends_with(':')) said.remove_suffix(1);
        if (whole == 0) continue;
        if (whole < least || said.empty() || said.find_first_not_of('-') != std::string_view::npos)
            return false;
        any = true;
    }
    return any;
}

bool begins_markdown_table(std::vector<Row> const& rows)
{
    return rows.size() > 1 && is_rule(rows[1]);
}

// The score of a separator: Markdown's row of dashes decides, then known column names, then the
// share of rows with the same number of columns, then that number.
double explains(std::string_view text, char separator, KnownNames known)
{
    auto const rows = first_rows(text, separator);
    auto const width = usual_width(rows);
    if (rows.empty() || width < 2) return 0;
    constexpr double certain = 100;
    if (separator == '|' && begins_markdown_table(rows)) return certain;
    auto const agreed = std::ranges::count_if(rows, [&](Row const& row) {
        return filled_width(row) <= width && row.cells.size() >= width;
    });
    auto const share = static_cast<double>(agreed) / static_cast<double>(rows.size());
    auto const at = header_among(rows, known);
    auto const names = at ? known(rows[*at].cells) : 0;
    constexpr double least = 0.6; // share of rows that must agree, without known names
    if (names < 2 && (share < least || reads_as_prose(rows))) return 0;
    constexpr double per_name = 0.5, per_column = 0.01;
    return static_cast<double>(names) * per_name + share +
           per_column * static_cast<double>(std::min<std::size_t>(width, 20));
}

char likely_separator(std::string_view text, KnownNames known)
{
    char best = '\0'; // no separator: one cell per line
    double most = 0;
    for (char candidate : {';', ',', '\t', '|'})
        if (auto const fits = explains(text, candidate, known); fits > most)
            most = fits, best = candidate;
    return best;
}

char separator_of(Separator separator, std::string_view text, KnownNames known)
{
    switch (separator) {
    case Separator::automatic: return likely_separator(text, known);
    case Separator::comma: return ',';
    case Separator::semicolon: return ';';
    case Separator::tab: return '\t';
    case Separator::pipe: return '|';
    case Separator::none:
    case Separator::sentence: return '\0'; // cannot occur in text
    }
    return ',';
}

// Excel's first line "sep=;", quoted or not.
std::optional<char> said_separator(std::string_view& text)
{
    auto const end = text.find('\n');
    auto line = base::trimmed(text.substr(0, end));
    while (!line.empty() && (line.back() == ';' || line.back() == ',') && line.size() > 5)
        line.remove_suffix(1); // extra separators written by a spreadsheet
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
        line = line.substr(1, line.size() - 2);
    if (line.size() < 4 || base::fold(line.substr(0, 4)) != "sep=") return std::nullopt;
    auto const said = line.size() == 5                        ? line[4]
                      : line == "sep=\\t" || line.size() == 4 ? '\t'
                                                              : '\0';
    if (said == '\0') return std::nullopt;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return said;
}

std::vector<std::string> told_apart(std::vector<std::string> names)
{
    std::map<std::string, int> seen;
    for (auto& name : names) {
        name = one_line(without_invisible(name));
        if (auto const n = ++seen[name]; n > 1 && !name.empty())
            name += " (" + std::to_string(n) + ")";
    }
    return names;
}

base::Result<std::vector<Row>> rows_of(std::string_view text, char separator,
                                       std::size_t first_line, std::vector<base::Error>& left_out)
{
    std::vector<Row> rows;
    RowReader reader(text, separator, first_line);
    std::size_t cells = 0;
    int open_quotes = 0;
    for (Row row;;) {
        auto const started_at = reader.at();
        auto const got = reader.next(row);
        if (got == RowReader::Got::end) return rows;
        if (got == RowReader::Got::open_quote) {
            if (++open_quotes > open_quotes_max)
                return fail(Errc::invalid, "import.quote", {}, row.line);
            left_out.push_back({Errc::invalid, "import.quote", {}, row.line});
            reader.skip_line(row, started_at);
            continue;
        }
        if (got == RowReader::Got::too_large || (cells += row.cells.size()) > cells_max ||
            rows.size() >= rows_max)
            return fail(Errc::invalid, "import.too_large", {}, row.line);
        if (!blank(row) && !is_rule(row)) rows.push_back(std::move(row));
    }
}

// The index of the header row.
base::Result<std::optional<std::size_t>> header_of(std::vector<Row> const& rows,
                                                   TableOptions const& options, KnownNames known)
{
    if (options.header_line > 0) {
        auto const at = std::ranges::find(rows, options.header_line, &Row::line);
        if (at == rows.end())
            return fail(Errc::invalid, "import.header_line", std::to_string(options.header_line));
        return static_cast<std::size_t>(at - rows.begin());
    }
    if (rows.empty() || options.header == HeaderRow::none) return std::nullopt;
    if (options.header == HeaderRow::first) return std::size_t{0};
    return header_among(rows, known);
}

std::string start_of(Row const& row)
{
    std::string said;
    for (auto const& cell : row.cells)
        if (shows(cell)) said += (said.empty() ? "" : " · ") + one_line(cell);
    return base::truncated(said, 60);
}

} // namespace

base::Result<Table> shaped(std::vector<Row> rows, TableOptions const& options, KnownNames known)
{
    Table table;
    auto const leave = [&](Row const& row, char const* why, std::string detail) {
        table.left_out.push_back({Errc::invalid, why, std::move(detail), row.line});
        return table.left_out.size() <= left_out_max;
    };
    auto const at = header_of(rows, options, known);
    if (!at) return fail(at.error());
    std::size_t width = 0, from = 0;
    if (*at) {
        auto& names = rows[**at];
        for (std::size_t i = 0; i < **at; ++i)
            (void)leave(rows[i], is_remark(rows[i]) ? "import.comment" : "import.above",
                        start_of(rows[i]));
        from = **at + 1;
        complete_header(names, rows, from);
        table.header_line = names.line;
        width = names.cells.size();
        table.header = told_apart(std::move(names.cells));
    }
    // In a list, these are headings of its parts.
    bool const list =
        !*at && std::ranges::all_of(rows, [](Row const& row) { return row.cells.size() == 1; });
    bool const remarks = list || (*at && **at > 0 && is_remark(rows.front()));
    for (auto i = from; i < rows.size(); ++i) {
        auto& row = rows[i];
        if (remarks && is_remark(row)) {
            if (!leave(row, "import.comment", start_of(row)))
                return fail(Errc::invalid, "import.too_large", {}, row.line);
            continue;
        }
        if (width == 0) width = row.cells.size();
        // Extra cells must be empty. A list without header has no width.
        while (row.cells.size() > width && !shows(row.cells.back())) row.cells.pop_back();
        if (row.cells.size() > width && !table.header.empty()) {
            if (!leave(row, "import.cells", std::to_string(row.cells.size())))
                return fail(Errc::invalid, "import.too_large", {}, row.line);
            continue;
        }
        width = std::max(width, row.cells.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

base::Result<Table> read_table(std::string_view bytes, TableOptions const& options,
                               KnownNames known)
{
    if (bytes.size() > bytes_max) return fail(Errc::invalid, "import.too_large");
    auto const decoded = options.encoding.empty() ? base::Result<Decoded>(decode(bytes))
                                                  : decode(bytes, options.encoding);
    if (!decoded) return fail(decoded.error());
    std::string_view text = decoded->text;
    auto const said = said_separator(text);
    auto const separator = said && options.separator == Separator::automatic
                               ? *said
                               : separator_of(options.separator, text, known);
    std::vector<base::Error> left_out;
    auto rows = rows_of(text, separator, said ? 2 : 1, left_out);
    if (!rows) return fail(rows.error());
    auto shaping = options;
    if (shaping.header == HeaderRow::automatic && separator == '|' &&
        begins_markdown_table(first_rows(text, separator)))
        shaping.header = HeaderRow::first;
    auto table = shaped(std::move(*rows), shaping, known);
    if (!table) return fail(table.error());
    table->encoding = decoded->encoding;
    table->doubt = decoded->doubt;
    table->doubtful = decoded->lines;
    table->separator = separator;
    table->left_out.insert(table->left_out.end(), left_out.begin(), left_out.end());
    std::ranges::stable_sort(table->left_out, {}, &base::Error::line);
    if (table->rows.empty() && table->left_out.empty()) return fail(Errc::invalid, "import.empty");
    return table;
}

} // namespace exchange
