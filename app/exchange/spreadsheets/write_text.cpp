#include "exchange/spreadsheets/write_text.h"

#include "exchange/recognise/formulas.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace exchange {
namespace {

bool french(i18n::Catalogue const& words) { return words.language() == i18n::Language::french; }

std::string shown(i18n::Catalogue const& words, GridCell const& cell)
{
    if (!cell.number) return cell.text;
    auto text = fmt::format("{:.{}f}", *cell.number, cell.digits);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    if (french(words)) std::ranges::replace(text, '.', ',');
    return text;
}

// In quotes where the cell holds what separates.
std::string quoted(std::string const& text, char separator)
{
    if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
    std::string out = "\"";
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string separated(i18n::Catalogue const& words, Grid const& grid, char separator)
{
    std::string out;
    auto const line = [&](auto const& cells, auto const& say) {
        bool first = true;
        for (auto const& cell : cells) {
            if (!std::exchange(first, false)) out += separator;
            out += quoted(say(cell), separator);
        }
        out += "\r\n";
    };
    line(grid.header, [](std::string const& name) { return harmless(name); });
    for (auto const& row : grid.rows)
        line(row, [&](GridCell const& cell) {
            return cell.number ? shown(words, cell) : harmless(cell.text);
        });
    return out;
}

std::string escaped(std::string const& text)
{
    std::string out;
    for (char c : text) {
        if (c == '\n')
            out += "<br>";
        else if (c == '|')
            out += "\\|";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

} // namespace

std::string write_csv(i18n::Catalogue const& words, Grid const& grid)
{
    return "\xEF\xBB\xBF" + separated(words, grid, french(words) ? ';' : ',');
}

std::string write_markdown(i18n::Catalogue const& words, Grid const& grid)
{
    std::string out = "|", line = "|";
    for (auto const& name : grid.header) out += " " + escaped(name) + " |", line += " --- |";
    out += "\n" + line + "\n";
    for (auto const& row : grid.rows) {
        out += "|";
        for (auto const& cell : row) out += " " + escaped(shown(words, cell)) + " |";
        out += "\n";
    }
    return out;
}

} // namespace exchange
