#include "exchange/tables/rows.h"

#include "exchange/recognise/clean.h"

#include <algorithm>

namespace exchange {

RowReader::Got RowReader::next(Row& row)
{
    if (at_ >= text_.size()) return Got::end;
    row.cells.assign(1, {});
    row.line = line_;
    while (at_ < text_.size()) {
        char const c = text_[at_];
        auto& cell = row.cells.back();
        if (c == '"' && !was_quoted_ && (cell.empty() || quotes_after_spaces(cell))) {
            cell.clear();
            if (!quoted(cell)) return Got::open_quote;
            was_quoted_ = true;
            continue;
        }
        if (row.cells.size() > columns_max || cell.size() >= cell_bytes_max) return Got::too_large;
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

// "a"; "b": spaces before an opening quote are ignored when a separator or line end follows the
// closing one.
bool RowReader::quotes_after_spaces(std::string const& cell) const
{
    if (cell.find_first_not_of(' ') != std::string::npos) return false;
    constexpr std::size_t looked_at = 4096;
    auto const rest = text_.substr(at_ + 1, looked_at);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] != '"') continue;
        if (i + 1 < rest.size() && rest[i + 1] == '"') {
            ++i;
            continue;
        }
        auto const after = rest.find_first_not_of(' ', i + 1);
        return after == std::string_view::npos || rest[after] == separator_ || rest[after] == '\n';
    }
    return false;
}

void RowReader::skip_line(Row const& row, std::size_t started_at)
{
    auto const end = text_.find('\n', started_at);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    line_ = row.line + 1;
    was_quoted_ = false;
}

bool RowReader::quoted(std::string& cell)
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

bool blank(Row const& row)
{
    return std::ranges::none_of(row.cells, [](auto const& cell) { return shows(cell); });
}

} // namespace exchange
