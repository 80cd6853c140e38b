#pragma once

#include "i18n/catalogue.h"
#include "pictures/list.h"
#include "pictures/paragraph.h"

#include <span>
#include <string_view>

namespace pictures {

// The resources for drawing: theme colours, language, text measure, and the size of a design pixel.
struct Means {
    board::Palette const& palette;
    i18n::Catalogue const& words;
    Measure const& measure;
    float unit = 1;

    [[nodiscard]] board::Palette const& color() const { return palette; }
    [[nodiscard]] float px(float design_pixels) const { return design_pixels * unit; }
    // For strokes and borders: rounded down to whole pixels, at least one, as in browsers (1.5
    // becomes 1).
    [[nodiscard]] float snap(float design_pixels) const;
    [[nodiscard]] float width(Type const& type, std::string_view text) const
    {
        return measure.width(type, text);
    }
    [[nodiscard]] float line_box(Type const& type) const { return line_height(type, unit); }
};

// Appends to a display list. In pixels of the picture.
class Pen : public Means {
public:
    Pen(Means const& means, List& list)
        : Means(means)
        , list_(list)
    {
        list_.unit = unit;
    }

    void fill(base::Rect const& box, float radius, Color color, Corners corners = Corners::all);
    void outline(base::Rect const& box, float radius, Color color, float width = 1,
                 Corners corners = Corners::all);
    void dashed_outline(base::Rect const& box, float radius, Color color, float width, Dash dash);
    void line(base::Vec2 from, base::Vec2 to, Color color, float width = 1);
    void dashed_line(base::Vec2 from, base::Vec2 to, Color color, float width, Dash dash);
    // One pixel wide, aligned to the pixel grid.
    void hairline_h(float x0, float x1, float y, Color color);
    void hairline_v(float x, float y0, float y1, Color color);
    // A line with a filled triangle at `to`; `head`: length of the triangle.
    void arrow(base::Vec2 from, base::Vec2 to, Color color, float width, float head);
    void path(std::vector<base::Vec2> points, Color color, float width, Dash dash = {});
    void disc(base::Vec2 centre, float radius, Color color);
    void ring(base::Vec2 centre, float radius, Color color, float width);
    void dashed_ring(base::Vec2 centre, float radius, Color color, float width, Dash dash);
    // A part of a ring, in turns clockwise from the top: arc(…, 0, 0.25, …) is the first quarter.
    void arc(base::Vec2 centre, float radius, float from, float to, Color color, float width);
    void oval(base::Vec2 centre, base::Vec2 radii, Color color);
    void polygon(std::vector<base::Vec2> points, Color color);
    void triangle(base::Vec2 a, base::Vec2 b, base::Vec2 c, Color color);
    // Parallel lines within `box` at 45 degrees, `step` apart.
    void hatch(base::Rect const& box, Color color, float step, float width);
    void dot_grid(base::Rect const& area, base::Vec2 origin, float step, float radius, Color color);
    // A value's interval: a line from `low` to `high` with caps, over a light outline.
    void whisker(float low, float high, float y, Color color, Color underlay);
    // Centred at `centre`.
    void icon(base::Vec2 centre, float size, Color color, unsigned code);

    // One line whose line box has its top left at `at`. Returns its width.
    float text(base::Vec2 at, Type const& type, Color color, std::string_view text);
    // One line centred vertically in `box`, with an ellipsis when too wide. Returns the width
    // drawn.
    float text_in(base::Rect const& box, Type const& type, Color color, std::string_view text,
                  Align align = Align::left);
    // One line with its baseline at `baseline.y`, starting at, centred on or ending at
    // `baseline.x`.
    float text_on(base::Vec2 baseline, Type const& type, Color color, std::string_view text,
                  Align align = Align::left);
    // Wrapped text with its top left at `at`, aligned within `width`. Returns its height.
    float paragraph(base::Vec2 at, float width, Type const& type, Color color,
                    std::string_view text, int max_lines = 0, Align align = Align::left);

    // Clips what `cut` adds to `box`.
    template <class F>
    void clipped(base::Rect const& box, F&& cut)
    {
        list_.items.emplace_back(Clip{box});
        cut();
        list_.items.emplace_back(ClipEnd{});
    }

private:
    float put(base::Vec2 baseline, Type const& type, Color color, std::string text, Align align,
              float wide);

    List& list_;
};

} // namespace pictures
