#include "exchange/tables/cells.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>
#include <string>

namespace exchange {
namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

bool only_of(std::string_view text, std::string_view allowed)
{
    return std::ranges::all_of(
        text, [&](char c) { return is_digit(c) || allowed.find(c) != std::string_view::npos; });
}

// "1 234,50", "-3.5e2", "12 %", "1200 €": numbers with a unit.
bool is_number(std::string_view text)
{
    for (auto unit : {"%"sv, "€"sv, "$"sv, "k€"sv, "eur"sv, "euros"sv})
        if (text.ends_with(unit)) text = base::trimmed(text.substr(0, text.size() - unit.size()));
    if (digits_in(text) == 0) return false;
    if (only_of(text, " .,+-/"))
        return text.find('/') == std::string_view::npos || digits_in(text) <= 4;
    auto const power = text.find('e');
    return power != std::string_view::npos && power > 0 && only_of(text.substr(0, power), ".,+-") &&
           only_of(text.substr(power + 1), "+-") && digits_in(text.substr(power + 1)) > 0;
}

constexpr std::array months{"janvier"sv,   "fevrier"sv,  "mars"sv,     "avril"sv,     "mai"sv,
                            "juin"sv,      "juillet"sv,  "aout"sv,     "septembre"sv, "octobre"sv,
                            "novembre"sv,  "decembre"sv, "january"sv,  "february"sv,  "march"sv,
                            "april"sv,     "may"sv,      "june"sv,     "july"sv,      "august"sv,
                            "september"sv, "october"sv,  "november"sv, "december"sv,  "janv"sv,
                            "fevr"sv,      "avr"sv,      "juil"sv,     "sept"sv,      "oct"sv,
                            "nov"sv,       "dec"sv,      "jan"sv,      "feb"sv,       "mar"sv,
                            "apr"sv,       "jun"sv,      "jul"sv,      "aug"sv,       "sep"sv};

// Digits with separators of dates and times, names of months, and words around them.
bool is_date(std::string_view text)
{
    if (digits_in(text) < 3 || text.size() > 48) return false;
    bool mark = false, month = false;
    std::string word;
    auto const known = [&] {
        if (word.empty()) return true;
        constexpr std::array beside{"am"sv, "pm"sv, "utc"sv, "gmt"sv, "t"sv,   "z"sv,   "h"sv,
                                    "a"sv,  "le"sv, "at"sv,  "er"sv,  "cet"sv, "cest"sv};
        constexpr std::array days{"lun"sv, "mar"sv, "mer"sv, "jeu"sv, "ven"sv, "sam"sv, "dim"sv,
                                  "mon"sv, "tue"sv, "wed"sv, "thu"sv, "fri"sv, "sat"sv, "sun"sv};
        bool const is_month = std::ranges::find(months, word) != months.end();
        bool const ok = is_month || std::ranges::find(beside, word) != beside.end() ||
                        std::ranges::any_of(days, [&](auto day) {
                            return word.starts_with(day) &&
                                   (word == day || word.ends_with("di") || word.ends_with("day"));
                        });
        month = month || is_month;
        word.clear();
        return ok;
    };
    for (char c : text) {
        if (c >= 'a' && c <= 'z') {
            word += c;
            continue;
        }
        if (!known()) return false;
        if (c == '/' || c == '-' || c == ':' || c == '.') mark = true;
        if (!is_digit(c) && " /-:.,+'()"sv.find(c) == std::string_view::npos) return false;
    }
    if (!known()) return false;
    if (month) return true;
    // Two separators ("12/03/2026", "9:41:07"), or a year and a month ("2026-03").
    auto const marks =
        std::ranges::count_if(text, [](char c) { return c == '/' || c == '-' || c == ':'; });
    auto const dots = std::ranges::count(text, '.');
    return mark && (marks >= 2 || dots == 2 || (marks == 1 && digits_in(text) == 6) ||
                    (text.find(':') != std::string_view::npos && digits_in(text) >= 3));
}

bool is_mail_address(std::string_view text)
{
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find(' ') == std::string_view::npos &&
           text.find('.', at) != std::string_view::npos;
}

bool is_web_address(std::string_view text)
{
    if (text.find(' ') != std::string_view::npos && !text.starts_with("http")) return false;
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

bool is_phone(std::string_view text)
{
    auto const digits = digits_in(text);
    return only_of(text, " .-+()") && digits >= 9 && digits <= 15 &&
           (text.starts_with('+') || text.starts_with('0')) && digits < text.size();
}

bool is_code(std::string_view text)
{
    return text.size() <= 64 && text.find(' ') == std::string_view::npos && digits_in(text) > 0 &&
           std::ranges::all_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x80 &&
                      (std::isalnum(static_cast<unsigned char>(c)) ||
                       "-_.:#/"sv.find(c) != std::string_view::npos);
           });
}

} // namespace

CellKind kind_of_cell(std::string_view cell)
{
    if (!shows(cell)) return CellKind::blank;
    constexpr std::size_t longest = 200; // longer cells are text
    auto const line = base::trimmed(cell);
    if (line.size() > longest) return is_web_address(line) ? CellKind::web_address : CellKind::text;
    auto const plain = base::fold(line);
    if (is_mail_address(plain)) return CellKind::mail_address;
    if (is_web_address(plain)) return CellKind::web_address;
    if (is_date(plain)) return CellKind::date;
    if (is_phone(plain)) return CellKind::phone;
    if (is_number(plain)) return CellKind::number;
    return is_code(plain) ? CellKind::code : CellKind::text;
}

} // namespace exchange
