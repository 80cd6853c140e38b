#include "exchange/table.h"

#include "base/text.h"

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

void append_utf8(std::string& out, char32_t c)
{
    auto put = [&](unsigned bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U), put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    }
}

enum class Endian { little, big };

std::string from_utf16(std::string_view bytes, Endian endian)
{
    auto unit = [&](std::size_t i) {
        auto const a = static_cast<unsigned char>(bytes[i]),
                   b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(endian == Endian::little ? a | b << 8 : a << 8 | b);
    };
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto c = unit(i);
        bool const high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        append_utf8(out, c);
    }
    return out;
}

// Windows-1252 between 0x80 and 0x9F; elsewhere it is Latin-1. 0: no character.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char byte : bytes) {
        auto const b = static_cast<unsigned char>(byte);
        char32_t c = b;
        if (b >= 0x80 && b < 0xA0)
            c = windows_1252.at(b - 0x80U) ? windows_1252.at(b - 0x80U) : 0xFFFD;
        append_utf8(out, c);
    }
    return out;
}

// UTF-16 without a mark: text in our alphabets has a zero in every other byte.
bool looks_like_utf16(std::string_view bytes, std::size_t zero_at)
{
    auto const sample = bytes.substr(0, 4096);
    if (sample.size() < 4) return false;
    std::size_t zeros = 0;
    for (std::size_t i = zero_at; i < sample.size(); i += 2) zeros += sample[i] == '\0' ? 1 : 0;
    return zeros * 10 >= sample.size() / 2 * 7;
}

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

Decoded decode(std::string_view bytes)
{
    auto marked = [&](std::string_view mark) { return bytes.starts_with(mark); };
    if (marked("\xEF\xBB\xBF")) return {base::sanitized(bytes.substr(3)), "UTF-8"};
    if (marked("\xFF\xFE"))
        return {base::sanitized(from_utf16(bytes.substr(2), Endian::little)), "UTF-16LE"};
    if (marked("\xFE\xFF"))
        return {base::sanitized(from_utf16(bytes.substr(2), Endian::big)), "UTF-16BE"};
    if (looks_like_utf16(bytes, 1))
        return {base::sanitized(from_utf16(bytes, Endian::little)), "UTF-16LE"};
    if (looks_like_utf16(bytes, 0))
        return {base::sanitized(from_utf16(bytes, Endian::big)), "UTF-16BE"};
    if (base::valid_utf8(bytes)) return {base::sanitized(bytes), "UTF-8"};
    return {base::sanitized(from_windows_1252(bytes)), "windows-1252"};
}

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
