#include "exchange/workbooks/xlsx_styles.h"

#include <charconv>

namespace exchange {
namespace {

constexpr std::size_t styles_most = 100'000;

int number(std::string_view text)
{
    int out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

} // namespace

Shown shown_by(std::string_view code)
{
    bool date = false, time = false, percent = false, months_or_minutes = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        char const c = code[i];
        if (c == '"') {
            i = code.find('"', i + 1);
            if (i == std::string_view::npos) break;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            auto const end = code.find(']', i);
            if (end == std::string_view::npos) break;
            auto const inside = code.substr(i + 1, end - i - 1);
            time = time || inside.find_first_not_of("hms") == std::string_view::npos; // [h]:mm
            i = end;
        } else if (c == ';') {
            break; // the part for negative numbers
        } else {
            auto const small = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            date = date || small == 'y' || small == 'd' || small == 'j' || small == 'a';
            time = time || small == 'h' || small == 's';
            months_or_minutes = months_or_minutes || small == 'm';
            percent = percent || c == '%';
            if (small == 'g' || small == 'e') return Shown::number; // General, 0.00E+00
        }
    }
    date = date || (months_or_minutes && !time);
    if (date) return time ? Shown::date_and_time : Shown::date;
    if (time) return Shown::time;
    return percent ? Shown::percent : Shown::number;
}

void XlsxStyles::open(std::string_view element, Attributes const& attributes)
{
    if (element == "numFmt" && own_.size() < styles_most)
        own_.emplace(number(attributes.get("numFmtId")), shown_by(attributes.get("formatCode")));
    if (element == "cellXfs") in_styles_ = true;
    if (element == "xf" && in_styles_ && styles_.size() < styles_most)
        styles_.push_back(number(attributes.get("numFmtId")));
}

void XlsxStyles::close(std::string_view element)
{
    if (element == "cellXfs") in_styles_ = false;
}

Shown XlsxStyles::of(std::size_t style) const
{
    return style < styles_.size() ? of_format(styles_[style]) : Shown::number;
}

// The built-in formats (18.8.30).
Shown XlsxStyles::of_format(int id) const
{
    if (auto const it = own_.find(id); it != own_.end()) return it->second;
    if (id == 9 || id == 10) return Shown::percent;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) ||
        (id >= 50 && id <= 58))
        return Shown::date;
    if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47))
        return Shown::time;
    return id == 22 ? Shown::date_and_time : Shown::number;
}

} // namespace exchange
