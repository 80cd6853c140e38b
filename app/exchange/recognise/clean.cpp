#include "exchange/recognise/clean.h"

#include "base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace exchange {
namespace {

using namespace std::string_view_literals;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro has a narrowing conversion
template <class F>
void for_each(std::string_view text, F&& f)
{
    auto const size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        auto const begin = i;
        UChar32 c = 0;
        U8_NEXT(text, i, size, c);
        f(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    }
}
#pragma GCC diagnostic pop

bool is_invisible(UChar32 c)
{
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD || c == 0x180E || c == 0x115F ||
           c == 0x1160 || c == 0x3164 || c == 0xFFA0 || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

void append(std::string& out, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    out.append(bytes, static_cast<std::size_t>(length));
}

// The character of "&name;", 0 when unknown.
UChar32 entity(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, UChar32>, 46> known{
        {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
         {"apos", '\''},    {"nbsp", 0xA0},    {"deg", 0xB0},     {"sup2", 0xB2},
         {"middot", 0xB7},  {"laquo", 0xAB},   {"raquo", 0xBB},   {"Agrave", 0xC0},
         {"Acirc", 0xC2},   {"Ccedil", 0xC7},  {"Egrave", 0xC8},  {"Eacute", 0xC9},
         {"Ecirc", 0xCA},   {"Icirc", 0xCE},   {"Ocirc", 0xD4},   {"agrave", 0xE0},
         {"acirc", 0xE2},   {"auml", 0xE4},    {"ccedil", 0xE7},  {"egrave", 0xE8},
         {"eacute", 0xE9},  {"ecirc", 0xEA},   {"euml", 0xEB},    {"icirc", 0xEE},
         {"iuml", 0xEF},    {"ocirc", 0xF4},   {"ouml", 0xF6},    {"ugrave", 0xF9},
         {"ucirc", 0xFB},   {"uuml", 0xFC},    {"OElig", 0x152},  {"oelig", 0x153},
         {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
         {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026},
         {"euro", 0x20AC},  {"rarr", 0x2192}}};
    for (auto const& [said, c] : known)
        if (said == name) return c;
    if (!name.starts_with('#')) return 0;
    bool const hex = name.size() > 1 && (name[1] | 32) == 'x';
    UChar32 c = 0;
    for (char digit : name.substr(hex ? 2 : 1)) {
        auto const low = digit | 32;
        int const value = digit >= '0' && digit <= '9'      ? digit - '0'
                          : hex && low >= 'a' && low <= 'f' ? low - 'a' + 10
                                                            : -1;
        if (value < 0 || c > 0x10FFFF) return 0;
        c = c * (hex ? 16 : 10) + value;
    }
    return c >= 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) ? c : 0;
}

// The name of a tag in lower case: "br" of "<br/>", "/p" of "</p>". Empty: not a tag.
std::string tag_name(std::string_view tag)
{
    std::string name;
    for (char c : tag) {
        bool const letter = (c | 32) >= 'a' && (c | 32) <= 'z';
        if (!letter && !(name.empty() && c == '/') && !(!name.empty() && c >= '0' && c <= '9'))
            break;
        name += static_cast<char>(letter ? c | 32 : c);
    }
    return name == "/" ? std::string{} : name;
}

bool ends_a_line(std::string_view tag)
{
    constexpr std::array tags{"br"sv,  "/p"sv,  "/div"sv, "/li"sv, "/tr"sv,
                              "/h1"sv, "/h2"sv, "/h3"sv,  "/h4"sv, "/ul"sv,
                              "/ol"sv, "ul"sv,  "ol"sv,   "tr"sv,  "/table"sv};
    return std::ranges::find(tags, tag) != tags.end();
}

bool holds_tags(std::string_view text)
{
    constexpr std::array tags{"<p>"sv,    "<p "sv,      "</p>"sv, "<br"sv,   "</li>"sv,
                              "</div>"sv, "<b>"sv,      "</b>"sv, "</a>"sv,  "<ul>"sv,
                              "</ul>"sv,  "<strong>"sv, "</i>"sv, "</em>"sv, "</span>"sv};
    return std::ranges::any_of(tags,
                               [&](auto tag) { return text.find(tag) != std::string_view::npos; });
}

} // namespace

std::string without_invisible(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for_each(text, [&](UChar32 c, std::string_view bytes) {
        if (!is_invisible(c)) out += bytes;
    });
    return out;
}

bool shows(std::string_view text)
{
    bool any = false;
    for_each(text, [&](UChar32 c, std::string_view) {
        any = any || !(c < 0x20 || u_isUWhiteSpace(c) || u_isspace(c) || c == 0x2800 ||
                       u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
    });
    return any;
}

std::string one_line(std::string_view text)
{
    std::string out, spaces; // spaces: pending, dropped at the ends
    for_each(text, [&](UChar32 c, std::string_view bytes) {
        bool const breaks = c == ' ' || c == '\t' || (c >= '\n' && c <= '\r') || c == 0x85 ||
                            c == 0x2028 || c == 0x2029;
        if (breaks || u_isUWhiteSpace(c)) {
            if (!breaks)
                spaces = bytes; // keeps a no-break space
            else if (spaces.empty())
                spaces = " ";
            return;
        }
        if (!out.empty()) out += spaces;
        spaces.clear();
        out += bytes;
    });
    return out;
}

std::string without_tags(std::string_view text)
{
    if (!holds_tags(text)) return std::string(text);
    std::string out;
    auto const end_line = [&] {
        while (!out.empty() && out.back() == ' ') out.pop_back();
        if (!out.empty() && out.back() != '\n') out += '\n';
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') {
            auto const end = text.find_first_of("<>", i + 1); // a tag contains no other
            auto const name = end == std::string_view::npos || text[end] == '<'
                                  ? std::string{}
                                  : tag_name(text.substr(i + 1, end - i - 1));
            if (name.empty()) {
                out += text[i];
                continue;
            }
            if (ends_a_line(name)) end_line();
            if (name == "li") end_line(), out += "- ";
            i = end;
        } else if (text[i] == '&') {
            constexpr std::size_t longest = 10;
            auto const end = text.substr(i, longest + 1).find(';');
            auto const c = end == std::string_view::npos ? 0 : entity(text.substr(i + 1, end - 1));
            if (c == 0) {
                out += text[i];
                continue;
            }
            append(out, c);
            i += end;
        } else {
            out += text[i];
        }
    }
    return base::sanitized(base::trimmed(out)); // entities may stand for any character
}

} // namespace exchange
