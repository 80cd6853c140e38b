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

// Quotes a cell that contains the separator.
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

std::string write_tsv(i18n::Catalogue const& words, Grid const& grid)
{
    std::string out;
    auto const line = [&](auto const& cells, auto const& say) {
        bool first = true;
        for (auto const& cell : cells) {
            if (!std::exchange(first, false)) out += '\t';
            for (char c : say(cell)) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
        }
        out += '\n';
    };
    line(grid.header, [](std::string const& name) { return harmless(name); });
    for (auto const& row : grid.rows)
        line(row, [&](GridCell const& cell) {
            return cell.number ? shown(words, cell) : harmless(cell.text);
        });
    return out;
}

std::string write_html(i18n::Catalogue const& words, Grid const& grid)
{
    auto const text = [](std::string const& said) {
        std::string out;
        for (char c : said) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\n': out += "<br>"; break;
            default: out += c;
            }
        return out;
    };
    // Excel reads its own style, LibreOffice the attribute; "@" means text, whatever the content.
    std::string out = "<html><head><meta http-equiv=\"content-type\" content=\"text/html; "
                      "charset=utf-8\"></head><body><table>\n<tr>";
    for (auto const& name : grid.header) out += "<th>" + text(name) + "</th>";
    out += "</tr>\n";
    for (auto const& row : grid.rows) {
        out += "<tr>";
        for (auto const& cell : row)
            out += cell.number
                       ? fmt::format("<td sdval=\"{}\">{}</td>", *cell.number, shown(words, cell))
                       : "<td style=\"mso-number-format:'\\@'\">" + text(cell.text) + "</td>";
        out += "</tr>\n";
    }
    return out + "</table></body></html>\n";
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
