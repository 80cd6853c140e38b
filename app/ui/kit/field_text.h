#pragma once

#include "ui/kit/ui_state.h"
#include "ui/kit/widgets.h"

#include <string_view>
#include <vector>

// Where the text of a field stands: its visual lines, and what lies under a point of them. For
// app/ui's own fields.
namespace ui {

enum class Lines { one, many };

struct FieldText {
    Type type;
    base::Rect area;
    float line = 0; // height of one
    std::vector<Paragraph::Line> lines;
    Lines kind = Lines::one;
};

FieldText laid_out(Ui& ui, Type type, base::Rect const& area, std::string_view text, Lines kind);

using Leans = Typing::Leans;

// The visual line that the caret is on. Where a word too long for a line was broken, an offset is
// the end of one line and the start of the next: `leans` says which.
std::size_t line_of(FieldText const& layout, std::size_t caret, Leans leans);
float x_of(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t caret,
           Leans leans);

// A place between two characters, on one of the lines.
struct Spot {
    std::size_t at = 0;
    Leans leans = Leans::next;
};
// The nearest to `x` on that line.
Spot spot_at(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t line,
             float x);
// Where a visual line begins and ends.
Spot line_start(FieldText const& layout, std::size_t line);
Spot line_end(FieldText const& layout, std::size_t line);

// Top left of the first line, with what is scrolled away.
base::Vec2 origin_of(FieldText const& layout, float scroll);
// The nearest to a point of the screen.
Spot spot_under(Ui const& ui, FieldText const& layout, std::string_view text, float scroll,
                base::Vec2 point);

} // namespace ui
