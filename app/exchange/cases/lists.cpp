#include "exchange/cases/lists.h"

#include "base/text.h"

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

bool only_marker(std::string_view cell)
{
    auto const said = base::trimmed(cell);
    if (said.empty()) return true;
    bool const digits =
        said.size() <= 4 && said.find_first_not_of("0123456789") == std::string_view::npos;
    return digits || marker(said) == said.size();
}

} // namespace exchange
