#pragma once

#include "ui/kit/ui_state.h"
#include "ui/kit/widgets.h"

#include <string_view>
#include <vector>

// The layout of a field's text: visual lines, and hit testing. For widgets of ui/kit only.
namespace ui {

enum class Lines { one, many };

struct FieldText {
    Type type;
    base::Rect area;
    float line = 0; // height of a line
    std::vector<Paragraph::Line> lines;
    Lines kind = Lines::one;
};

FieldText laid_out(Ui& ui, Type type, base::Rect const& area, std::string_view text, Lines kind);

using Leans = Typing::Leans;

// The visual line of the caret. Where a long word was broken, an offset is both the end of a line
// and the start of the next: `leans` chooses.
std::size_t line_of(FieldText const& layout, std::size_t caret, Leans leans);
float x_of(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t caret,
           Leans leans);

// A caret position on one of the lines.
struct Spot {
    std::size_t at = 0;
    Leans leans = Leans::next;
};
// The caret position nearest to `x` on that line.
Spot spot_at(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t line,
             float x);
// The start and the end of a visual line.
Spot line_start(FieldText const& layout, std::size_t line);
Spot line_end(FieldText const& layout, std::size_t line);

// Top left of the first line, scrolled.
base::Vec2 origin_of(FieldText const& layout, float scroll);
// The caret position nearest to a point of the screen.
Spot spot_under(Ui const& ui, FieldText const& layout, std::string_view text, float scroll,
                base::Vec2 point);

} // namespace ui
