#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "pictures/paragraph.h"
#include "ui/kit/fonts.h"

#include <string_view>

// Text on the screen, its left edge on a whole pixel. Type sizes scale with ui.scale; positions and
// widths are screen pixels.
namespace ui {

struct Ui;

using pictures::Align;
using pictures::Fit;
using pictures::Paragraph;
using pictures::Type;
namespace type = pictures::type;

// Width in screen pixels.
float text_width(Ui const& ui, Type type, std::string_view text);
float line_height(Ui const& ui, Type type);

// One line whose line box has its top left at `at`. Returns its width.
float draw_text(Ui& ui, base::Vec2 at, Type type, board::Color color, std::string_view text);

// One line centred vertically in `box`, with an ellipsis when too wide; a figure is drawn whole,
// beyond the box. Returns the width drawn.
float draw_text_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                   std::string_view text, Align align = Align::left);

// One line with its baseline at `baseline.y`, starting at, centred on or ending at `baseline.x`.
float draw_text_on(Ui& ui, base::Vec2 baseline, Type type, board::Color color,
                   std::string_view text, Align align = Align::left);

// Breaks text as pictures::broken does, with a cache.
Paragraph const& paragraph(Ui& ui, Type type, std::string_view text, float width,
                           int max_lines = 0);

// The same without the cache, for callers that store it.
Paragraph broken_once(Ui const& ui, Type type, std::string_view text, float width);

// Height in screen pixels of that paragraph.
float paragraph_height(Ui& ui, Type type, std::string_view text, float width, int max_lines = 0);

// Draws it with its top left at `at`, aligned within `width`. Returns the height drawn.
float draw_paragraph(Ui& ui, base::Vec2 at, float width, Type type, board::Color color,
                     std::string_view text, int max_lines = 0, Align align = Align::left);

// Measures text with the fonts of the screen, for pictures. `ui` must outlive it.
class ScreenMeasure : public pictures::Measure {
public:
    explicit ScreenMeasure(Ui& ui)
        : ui_(ui)
    {
    }
    [[nodiscard]] float width(Type const& type, std::string_view text) const override;
    [[nodiscard]] float advance(Type const& type, char32_t character) const override;
    [[nodiscard]] Paragraph const& lines(Type const& type, std::string_view text, float width,
                                         int max_lines) const override;

private:
    Ui& ui_;
};

// An icon of icons.h in a square of `size` screen pixels, by its top left or centre.
void draw_icon(Ui& ui, base::Vec2 at, float size, board::Color color, unsigned icon);
void draw_icon_at(Ui& ui, base::Vec2 centre, float size, board::Color color, unsigned icon);

} // namespace ui
