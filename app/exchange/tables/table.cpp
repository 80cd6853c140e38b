#include "exchange/tables/table.h"

#include "base/text.h"
#include "exchange/recognise/encoding.h"

#include <algorithm>
#include <array>
#include <map>

namespace exchange {
namespace {

using base::Errc;

constexpr std::size_t bytes_max = 64UL * 1024UL * 1024;
constexpr std::size_t columns_max = 4096;
constexpr std::size_t rows_max = 200'000;
constexpr std::size_t cells_max = 4'000'000; // of a table
constexpr std::size_t cell_bytes_max = 1024UL * 1024;
constexpr std::size_t left_out_max = 10'000;
constexpr int open_quotes_max = 100; // each may have been read through for nothing

// Cuts text into rows, one character after the other.
class RowReader {
public:
    RowReader(std::string_view text, char separator)
        : text_(text)
        , separator_(separator)
    {
    }

    enum class Got { row, open_quote, too_large, end };
    Got next(Row& row)
    {
        if (at_ >= text_.size()) return Got::end;
        row.cells.assign(1, {});
        row.line = line_;
        while (at_ < text_.size()) {
            char const c = text_[at_];
            auto& cell = row.cells.back();
            if (c == '"' && cell.empty() && !was_quoted_) {
                if (!quoted(cell)) return Got::open_quote;
                was_quoted_ = true;
                continue;
            }
            if (row.cells.size() > columns_max || cell.size() >= cell_bytes_max)
                return Got::too_large;
            ++at_;
            if (c == separator_) {
                row.cells.emplace_back();
                was_quoted_ = false;
            } else if (c == '\n') {
                ++line_;
                break;
            } else {
                cell += c;
            }
        }
        was_quoted_ = false;
        return Got::row;
    }

    // Goes on at the line after `row`'s own: what an open quote swallowed is read again, without
    // it.
    void skip_line(Row const& row, std::size_t started_at)
    {
        auto const end = text_.find('\n', started_at);
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
        line_ = row.line + 1;
        was_quoted_ = false;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    // After an opening quote, to the closing one. False when none comes before the end of the
    // text or the most a cell may hold.
    bool quoted(std::string& cell)
    {
        for (++at_; at_ < text_.size() && cell.size() < cell_bytes_max; ++at_) {
            char const c = text_[at_];
            if (c == '\n') ++line_;
            if (c != '"') {
                cell += c;
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell += c;
                ++at_;
            } else {
                ++at_;
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool was_quoted_ = false;
};

bool blank(Row const& row)
{
    return std::ranges::all_of(row.cells,
                               [](auto const& cell) { return base::trimmed(cell).empty(); });
}

// The separator with which the first rows have the same number of cells, and the most of them.
char likely_separator(std::string_view text)
{
    constexpr std::array candidates{';', ',', '\t'};
    constexpr int sampled = 20;
    char best = ',';
    double best_score = 0;
    for (char candidate : candidates) {
        RowReader reader(text, candidate);
        Row row;
        std::map<std::size_t, int> widths;
        int rows = 0;
        while (rows < sampled && reader.next(row) == RowReader::Got::row)
            if (!blank(row)) ++widths[row.cells.size()], ++rows;
        for (auto const& [width, times] : widths) {
            double const score =
                width < 2 ? 0
                          : static_cast<double>(times) / rows + 0.01 * static_cast<double>(width);
            if (score > best_score) best_score = score, best = candidate;
        }
    }
    return best;
}

char separator_of(Separator separator, std::string_view text)
{
    switch (separator) {
    case Separator::automatic: return likely_separator(text);
    case Separator::comma: return ',';
    case Separator::semicolon: return ';';
    case Separator::tab: return '\t';
    case Separator::none: return '\0'; // which no text read here holds
    }
    return ',';
}

std::vector<std::string> told_apart(std::vector<std::string> names)
{
    std::map<std::string, int> seen;
    for (auto& name : names) {
        name = std::string(base::trimmed(name));
        if (auto const n = ++seen[name]; n > 1) name += " (" + std::to_string(n) + ")";
    }
    return names;
}

} // namespace

base::Result<Table> read_table(std::string_view bytes, Separator separator,
                               LooksLikeHeader looks_like_header, HeaderRow header)
{
    if (bytes.size() > bytes_max) return base::fail(Errc::invalid, "import.too_large");
    auto const decoded = decode(bytes);
    Table table;
    table.encoding = decoded.encoding;
    table.separator = separator_of(separator, decoded.text);
    RowReader reader(decoded.text, table.separator);
    std::size_t width = 0, cells = 0;
    int open_quotes = 0;
    for (Row row;;) {
        auto const started_at = reader.at();
        auto const got = reader.next(row);
        if (got == RowReader::Got::end) break;
        if (got == RowReader::Got::open_quote) {
            if (++open_quotes > open_quotes_max)
                return base::fail(Errc::invalid, "import.quote", {}, row.line);
            table.left_out.push_back({Errc::invalid, "import.quote", {}, row.line});
            reader.skip_line(row, started_at);
            continue;
        }
        if (got == RowReader::Got::too_large || (cells += row.cells.size()) > cells_max ||
            table.rows.size() >= rows_max || table.left_out.size() > left_out_max)
            return base::fail(Errc::invalid, "import.too_large", {}, row.line);
        if (blank(row)) continue;
        if (width == 0) {
            width = row.cells.size();
            bool const names = header == HeaderRow::first ||
                               (header == HeaderRow::automatic && looks_like_header(row.cells));
            if (names) {
                table.header = told_apart(std::move(row.cells));
                continue;
            }
        }
        // More cells than columns: only empty ones may be too many. A list without a header has no
        // width.
        while (row.cells.size() > width && base::trimmed(row.cells.back()).empty())
            row.cells.pop_back();
        if (row.cells.size() > width && !table.header.empty()) {
            table.left_out.push_back(
                {Errc::invalid, "import.cells", std::to_string(row.cells.size()), row.line});
            continue;
        }
        width = std::max(width, row.cells.size());
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() && table.left_out.empty())
        return base::fail(Errc::invalid, "import.empty");
    return table;
}

} // namespace exchange
