#pragma once

#include "exchange/tables/table.h"

#include <string>
#include <string_view>

// Splits text into rows. Private to this folder.
namespace exchange {

constexpr std::size_t columns_max = 4096;
constexpr std::size_t cell_bytes_max = 1024UL * 1024;

// Quoted cells may contain separators, line ends and doubled quotes (RFC 4180).
class RowReader {
public:
    RowReader(std::string_view text, char separator, std::size_t first_line = 1)
        : text_(text)
        , separator_(separator)
        , line_(first_line)
    {
    }

    enum class Got { row, open_quote, too_large, end };
    Got next(Row& row);

    // Continues at the line after `row`'s first line: text swallowed by an unclosed quote is read
    // again, without the quote.
    void skip_line(Row const& row, std::size_t started_at);
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    // Reads a quoted cell after its opening quote. False when the closing quote is missing or the
    // cell too long.
    bool quoted(std::string& cell);
    [[nodiscard]] bool quotes_after_spaces(std::string const& cell) const;

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_;
    bool was_quoted_ = false;
};

// Whether nothing in it is visible.
bool blank(Row const& row);

} // namespace exchange
