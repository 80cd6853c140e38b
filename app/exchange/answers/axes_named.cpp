#include "base/text.h"
#include "exchange/answers/scale_columns.h"

#include <algorithm>
#include <array>
#include <charconv>

// Recognises axes by their names in tables.
namespace exchange {
namespace {

using namespace std::string_view_literals;

// Replaces punctuation by spaces, to compare words.
std::string words_of(std::string_view text)
{
    std::string out;
    for (char c : base::fold(text))
        out += (c >= 0 && std::ispunct(static_cast<unsigned char>(c))) != 0 ? ' ' : c;
    return base::fold(out);
}

std::optional<int> leading_number(std::string_view& text)
{
    int value = 0;
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

// The position of `what` in `text` as whole words.
std::size_t words_at(std::string_view text, std::string_view what)
{
    if (what.empty()) return std::string_view::npos;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
        bool const begins = at == 0 || text[at - 1] == ' ';
        auto const end = at + what.size();
        if (begins && (end == text.size() || text[end] == ' ')) return at;
    }
    return std::string_view::npos;
}

} // namespace

Axes::Axes(model::Document const& doc)
{
    std::vector<std::pair<int, model::AxisId>> ordered;
    for (auto const& [id, axis] : model::table<model::Axis>(doc)) {
        auto const& name = axis.short_title.empty() ? axis.title : axis.short_title;
        all_.push_back({id, axis.place, words_of(axis.title), words_of(axis.short_title),
                        words_of(axis.opportunity), words_of(axis.risk), words_of(axis.severity),
                        words_of(axis.likelihood), std::to_string(axis.place) + " " + name});
        if (axis.state == model::AxisState::active) ordered.emplace_back(axis.order, id);
    }
    std::ranges::sort(ordered);
    for (auto const& [order, id] : ordered) in_use_.push_back(id);
}

std::optional<model::AxisId> Axes::numbered(int number) const
{
    auto const it = std::ranges::find(all_, number, &One::number);
    return it == all_.end() ? std::nullopt : std::optional(it->id);
}

int Axes::number_of(model::AxisId id) const
{
    auto const it = std::ranges::find(all_, id, &One::id);
    return it == all_.end() ? 0 : it->number;
}

std::optional<model::AxisId> Axes::called(std::string_view name) const
{
    auto const words = words_of(name);
    for (auto const& one : all_)
        if (!words.empty() && (words == one.title || words == one.short_title)) return one.id;
    std::string rest;
    auto const found = within(words, rest);
    if (found && rest.empty()) return found;
    std::string_view text = words;
    if (text.starts_with("a"sv)) text.remove_prefix(1); // "A3"
    auto const number = leading_number(text);
    if (number && base::trimmed(text).empty()) return numbered(*number);
    return std::nullopt;
}

std::optional<model::AxisId> Axes::within(std::string_view folded, std::string& rest) const
{
    auto words = words_of(folded);
    auto const without = [&](std::size_t at, std::size_t size) {
        words.replace(at, size, 1, ' ');
        rest = base::fold(words);
    };
    // A number after "axe", at either end, or next to the scale's letter.
    std::optional<model::AxisId> found;
    for (auto start : {"axe"sv, "axis"sv, "ax"sv}) {
        auto const at = std::string_view(words).find(start);
        if (at == std::string_view::npos || (at > 0 && words[at - 1] != ' ')) continue;
        std::string_view text = std::string_view(words).substr(at + start.size());
        auto const spaces = text.find_first_not_of(' ');
        if (spaces == std::string_view::npos) continue;
        auto const before = text.size();
        text.remove_prefix(spaces);
        auto const number = leading_number(text);
        if (!number) continue;
        found = numbered(*number);
        if (!found) continue;
        without(at, start.size() + before - text.size());
        break;
    }
    for (auto const& one : all_) {
        if (found && *found != one.id) continue;
        for (auto const& name : {one.title, one.short_title})
            if (auto const at = words_at(words, name); at != std::string_view::npos) {
                without(at, name.size());
                found = one.id;
                break;
            }
        if (found) break;
    }
    if (found) return found;
    std::string_view text = words;
    if (auto const number = leading_number(text); number && (text.empty() || text[0] == ' ')) {
        found = numbered(*number);
        if (found) without(0, words.size() - text.size());
        return found;
    }
    auto const digits = words.find_last_not_of("0123456789");
    if (digits != std::string::npos && digits + 1 < words.size()) {
        text = std::string_view(words).substr(digits + 1);
        auto const number = leading_number(text);
        found = number ? numbered(*number) : std::nullopt;
        if (found) without(digits + 1, words.size() - digits - 1);
    }
    return found;
}

std::optional<std::pair<model::AxisId, Part>> Axes::worded(std::string_view folded) const
{
    auto const words = words_of(folded);
    std::optional<std::pair<model::AxisId, Part>> found;
    for (auto const& one : all_)
        for (auto const& [text, part] :
             {std::pair(one.opportunity, Part::opportunity), std::pair(one.risk, Part::risk),
              std::pair(one.severity, Part::severity), std::pair(one.likelihood, Part::likelihood)})
            if (!text.empty() && text == words) {
                if (found) return std::nullopt; // ambiguous
                found = std::pair(one.id, part);
            }
    return found;
}

std::string Axes::listed() const
{
    std::string out;
    for (auto id : in_use_)
        for (auto const& one : all_)
            if (one.id == id) out += (out.empty() ? "" : ", ") + one.shown;
    return out;
}

} // namespace exchange
