#include "ui/screens/facilitator/notes.h"

#include "base/text.h"

#include <algorithm>

namespace ui {

std::string lines_of(std::vector<Note> const& list)
{
    std::string out;
    for (auto const& note : list) {
        if (!out.empty()) out += '\n';
        out += note.text;
    }
    return out;
}

std::vector<Note> notes_of(std::string_view lines, std::vector<Note> const& before)
{
    std::vector<Note> out;
    while (!lines.empty()) {
        auto const end = std::min(lines.find('\n'), lines.size());
        std::string text{base::trimmed(lines.substr(0, end))};
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (text.empty()) continue;
        auto const known = std::ranges::find(before, text, &Note::text);
        out.push_back({text, known == before.end() ? Note::State::open : known->state});
    }
    return out;
}

} // namespace ui
