#include "exchange/cases/lists.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace exchange {
namespace {

// Bullet characters.
constexpr std::array<std::string_view, 20> bullets{
    "-", "–", "—", "•", "·", "*", "▪", "◦", "‣", "●",
    "○", "■", "□", "☐", "☑", "✓", "✔", "➢", "→", "\uF0B7"}; // the last is Word's private-use bullet

constexpr std::array<std::string_view, 4> spaces{" ", "\t", "\u00A0", "\u202F"};

std::string_view without_spaces(std::string_view text)
{
    for (bool more = true; more;) {
        more = false;
        for (auto space : spaces)
            if (text.starts_with(space)) text.remove_prefix(space.size()), more = true;
    }
    return text;
}

// The length in bytes of a leading bullet, box or number; 0: none.
std::size_t marker(std::string_view text)
{
    for (auto bullet : bullets)
        if (text.starts_with(bullet)) return bullet.size();
    for (auto box : {"[ ]", "[x]", "[X]"})
        if (text.starts_with(box)) return 3;
    bool const opened = text.starts_with('(');
    std::size_t const from = opened ? 1 : 0;
    auto at = from;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    bool const number = at > from && at - from <= 3;
    bool const letter =
        at == from && at < text.size() && ((text[at] | 32) >= 'a' && (text[at] | 32) <= 'z');
    if (letter) ++at;
    if (!number && !letter) return 0;
    if (at >= text.size()) return 0;
    bool const closes = text[at] == ')' || (text[at] == '.' && number && !opened);
    return closes ? at + 1 : 0;
}

} // namespace

std::string_view without_bullet(std::string_view line)
{
    auto text = without_spaces(line);
    for (int depth = 0; depth < 2; ++depth) { // "- 1. Tri du courrier"
        auto const size = marker(text);
        if (size == 0) break;
        auto const rest = text.substr(size);
        auto const after = without_spaces(rest);
        bool const apart = after.size() < rest.size() || text.starts_with("•");
        if (!apart || after.empty()) break;
        text = after;
    }
    return base::trimmed(text);
}

namespace {

// Whether a full stop after `before` ends a sentence.
bool ends_with_word(std::string_view before)
{
    constexpr std::array<std::string_view, 24> short_words{
        "m",   "mm", "mme", "mmes", "mlle", "mr", "mrs", "ms", "dr", "pr",  "st", "ste",
        "art", "al", "cf",  "ex",   "p",    "pp", "vol", "no", "n°", "env", "vs", "e.g"};
    auto const at = before.find_last_of(" \t(\"");
    auto word = base::fold(at == std::string_view::npos ? before : before.substr(at + 1));
    word.erase(0, word.rfind('\'') + 1); // "l'art"; npos + 1 is 0
    bool const initial = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
    return !initial && std::ranges::find(short_words, word) == short_words.end();
}

// Whether `rest` can start a sentence: a capital, a digit, an opening quote or a bullet.
bool begins(std::string_view rest)
{
    auto const c = base::character_at(rest, 0);
    if (c.code >= '0' && c.code <= '9') return true;
    if (c.code == '"' || c.code == '(' || c.code == 0xAB || c.code == 0x201C) return true;
    bool const latin = c.code >= 0xC0 && c.code <= 0xDE && c.code != 0xD7;
    return (c.code >= 'A' && c.code <= 'Z') || latin || c.code == 0x152;
}

} // namespace

std::vector<std::string> sentences_of(std::string_view paragraph)
{
    constexpr std::array<std::string_view, 4> stops{".", "!", "?", "…"};
    constexpr std::array<std::string_view, 5> closing{"»", "”", "\"", ")", "."};
    std::vector<std::string> out;
    auto const take = [&](std::string_view said) {
        said = base::trimmed(without_spaces(said));
        if (said.ends_with('.') && !said.ends_with("..")) said.remove_suffix(1);
        if (!base::trimmed(said).empty()) out.emplace_back(base::trimmed(said));
    };
    std::size_t from = 0;
    for (std::size_t at = 0; at < paragraph.size();) {
        auto const rest = paragraph.substr(at);
        auto const stop = std::ranges::find_if(
            stops, [&](std::string_view one) { return rest.starts_with(one); });
        if (stop == stops.end()) {
            at += base::character_at(paragraph, at).bytes;
            continue;
        }
        auto const before = paragraph.substr(from, at - from);
        at += stop->size();
        for (bool more = true; more;) { // closing quotes and brackets, also after a space
            more = false;
            auto const after = paragraph.substr(at);
            auto const close = without_spaces(after);
            for (auto one : closing)
                if (close.starts_with(one) && (one != "\"" || close.size() == after.size()))
                    at += after.size() - close.size() + one.size(), more = true;
        }
        auto const after = paragraph.substr(at);
        auto const next = without_spaces(after);
        if (next.empty() || next.size() == after.size() || !begins(next)) continue;
        if (*stop == "." && !ends_with_word(before)) continue;
        take(paragraph.substr(from, at - from));
        from = at;
    }
    take(paragraph.substr(from));
    return out;
}

bool only_marker(std::string_view cell)
{
    auto const said = base::trimmed(cell);
    if (said.empty()) return true;
    bool const digits =
        said.size() <= 4 && said.find_first_not_of("0123456789") == std::string_view::npos;
    return digits || marker(said) == said.size();
}

} // namespace exchange
