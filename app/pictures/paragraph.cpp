#include "pictures/paragraph.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace pictures {
namespace {

// A type with its measure.
struct Metrics {
    Measure const& measure;
    Type const& type;
    [[nodiscard]] float advance(char32_t c) const { return measure.advance(type, c); }
    [[nodiscard]] float width(std::string_view text) const { return measure.width(type, text); }
};

// The number of bytes of `text` that fit into `width`; at least one character unless empty.
std::size_t bytes_within(Metrics const& m, std::string_view text, float width)
{
    float x = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        auto const c = base::character_at(text, at);
        x += m.advance(c.code);
        if (x > width && at > 0) return at;
        at += c.bytes;
    }
    return at;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0x200B; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether `text` begins with a group of three digits.
bool begins_with_group(std::string_view text)
{
    constexpr std::size_t group = 3;
    return text.size() >= group && std::ranges::all_of(text.substr(0, group), is_digit) &&
           (text.size() == group || !is_digit(text[group]));
}

// Whether the space at `at` belongs to a sign of French punctuation, to a number or to its unit,
// typed without U+00A0.
bool sticks(std::string_view text, std::size_t at)
{
    constexpr std::string_view opening = "\u00AB";
    if (text.substr(0, at).ends_with(opening)) return true;
    auto const after = text.substr(at + 1);
    bool const number = at > 0 && is_digit(text[at - 1]);
    if (number && begins_with_group(after)) return true;
    auto const stands = [&](std::string_view sign) {
        return after.starts_with(sign) && (after.size() == sign.size() ||
                                           after[sign.size()] == ' ' || after[sign.size()] == '\n');
    };
    constexpr std::array<std::string_view, 7> signs{"?", "!", ":", ";", "%", "\u00BB", "€"};
    constexpr std::array<std::string_view, 2> units{"k€", "M€"};
    return std::ranges::any_of(signs, stands) || (number && std::ranges::any_of(units, stands));
}

// Breaks text without line feeds and appends its lines to `lines`.
void break_run(Metrics const& m, std::string_view text, std::size_t begin, std::size_t end,
               float width, std::vector<Paragraph::Line>& lines)
{
    std::size_t line = begin, at = begin;
    std::size_t fit = begin, next = begin; // end of the line, start of the next one
    float x = 0, fit_x = 0;
    char32_t before = 0;
    while (at < end) {
        auto const c = base::character_at(text, at);
        bool const space = is_space(c.code) && !(c.code == ' ' && sticks(text, at));
        if (space) {
            if (!is_space(before)) fit = at, fit_x = x;
            next = at + c.bytes;
        } else if (before == '-' && at > line + 1) {
            fit = next = at;
            fit_x = x;
        }
        auto const advance = m.advance(c.code);
        if (!space && x + advance > width && at > line) {
            if (next <= line) fit = next = at, fit_x = x; // a word wider than a line
            lines.push_back({line, fit, fit_x});
            line = at = next;
            x = 0;
            before = 0;
            continue;
        }
        x += advance;
        before = space ? c.code : is_space(c.code) ? U'\u00A0' : c.code;
        at += c.bytes;
    }
    auto const last = is_space(before) && fit > line ? fit : end;
    lines.push_back({line, last, m.width(text.substr(line, last - line))});
}

} // namespace

std::size_t word_end(std::string_view text, std::size_t at)
{
    at = text.find(' ', at);
    while (at != std::string_view::npos && sticks(text, at)) at = text.find(' ', at + 1);
    return std::min(at, text.size());
}

Paragraph const& Measure::lines(Type const& type, std::string_view text, float width,
                                int max_lines) const
{
    last_ = broken(*this, type, text, width, max_lines);
    return last_;
}

Paragraph broken(Measure const& measure, Type const& type, std::string_view text, float width,
                 int max_lines)
{
    Metrics const m{measure, type};
    Paragraph paragraph;
    auto& lines = paragraph.lines;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        auto const end = std::min(text.find('\n', begin), text.size());
        break_run(m, text, begin, end, width, lines);
        begin = end + 1;
    }
    if (max_lines > 0 && lines.size() > static_cast<std::size_t>(max_lines)) {
        lines.resize(static_cast<std::size_t>(max_lines));
        auto& last = lines.back();
        auto const room = width - m.width(ellipsis);
        auto const rest = text.substr(last.begin, last.end - last.begin);
        auto const kept = last.width <= room ? rest.size() : bytes_within(m, rest, room);
        last.end = last.begin + base::before_ellipsis(rest.substr(0, kept)).size();
        last.width = m.width(text.substr(last.begin, last.end - last.begin)) + m.width(ellipsis);
        paragraph.cut = true;
    }
    return paragraph;
}

std::string shortened(Measure const& measure, Type const& type, std::string_view text, float width)
{
    Metrics const m{measure, type};
    auto const room = width - m.width(ellipsis);
    if (room <= 0) return {};
    std::string out{base::before_ellipsis(text.substr(0, bytes_within(m, text, room)))};
    out += ellipsis;
    return out;
}

} // namespace pictures
