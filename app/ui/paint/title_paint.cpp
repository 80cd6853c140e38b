#include "ui/paint/title_paint.h"

#include "ui/kit/paint.h"

#include <algorithm>

namespace ui {
namespace {

constexpr Type plain = type::label, strong = type::strong;
constexpr float slack = 0.94F; // marked words are bolder and a little wider

Paragraph const& broken(Ui& ui, std::string_view title, float width, int max_lines)
{
    return paragraph(ui, plain, title, width * slack, max_lines);
}

} // namespace

float marked_title_height(Ui& ui, std::string_view title, float width, int max_lines)
{
    return static_cast<float>(broken(ui, title, width, max_lines).lines.size()) *
           line_height(ui, plain);
}

float draw_marked_title(Ui& ui, base::Vec2 at, float width, std::string_view title,
                        std::vector<base::WordSpan> const& marked, int max_lines)
{
    auto const& c = ui.color();
    // a copy: measuring may invalidate the reference
    auto const lines = broken(ui, title, width, max_lines);
    auto const high = line_height(ui, plain);
    auto y = at.y;
    for (auto const& line : lines.lines) {
        float x = at.x;
        for (auto from = line.begin; from < line.end;) {
            auto const it = std::find_if(marked.begin(), marked.end(),
                                         [&](auto const& span) { return span.end > from; });
            bool const in = it != marked.end() && it->begin <= from;
            auto const to = std::min(line.end, it == marked.end() ? line.end
                                               : in               ? it->end
                                                                  : it->begin);
            auto const part = title.substr(from, to - from);
            auto const& type = in ? strong : plain;
            if (in) {
                auto const wide = text_width(ui, type, part);
                fill(ui, {{x - ui.px(2), y + ui.px(1)}, {x + wide + ui.px(2), y + high - ui.px(1)}},
                     ui.px(4), c.atint);
            }
            x += draw_text(ui, {x, y}, type, c.ink, part);
            from = to;
        }
        if (lines.cut && &line == &lines.lines.back()) draw_text(ui, {x, y}, plain, c.ink, "…");
        y += high;
    }
    return y - at.y;
}

} // namespace ui
