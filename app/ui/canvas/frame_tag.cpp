#include "ui/canvas/frame_tag.h"

#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace ui {
namespace {

constexpr float high = 30, point = 10, pad = 10, letter = 17; // design pixels

struct Digits {
    explicit Digits(int number)
    {
        auto const length = std::snprintf(kept.data(), kept.size(), "%d", number);
        text = {kept.data(), static_cast<std::size_t>(std::max(length, 0))};
    }
    Digits(Digits const&) = delete;
    Digits& operator=(Digits const&) = delete;
    ~Digits() = default;
    std::array<char, 16> kept{};
    std::string_view text;
};

void draw_shape(Ui& ui, base::Vec2 at, float width, float k)
{
    auto const& c = ui.color();
    auto const half = high / 2 * k, round = 6 * k, tip = point * k;
    auto& list = *ui.list;
    auto const path = [&] {
        list.PathArcToFast({at.x + round, at.y - half + round}, round, 6, 9);
        list.PathLineTo({at.x + width - tip, at.y - half});
        list.PathLineTo({at.x + width, at.y});
        list.PathLineTo({at.x + width - tip, at.y + half});
        list.PathArcToFast({at.x + round, at.y + half - round}, round, 3, 6);
    };
    path();
    list.PathFillConvex(packed(c.sunken));
    path();
    list.PathStroke(packed(c.edge), ImDrawFlags_Closed, std::max(1.0F, 1.5F * k));
}

} // namespace

float draw_frame_tag(Ui& ui, base::Vec2 left_middle, int number)
{
    auto const text = std::to_string(number);
    auto const wide = text_width(ui, type::legend, text) + ui.px(2 * pad + point - 2);
    draw_shape(ui, left_middle, wide, ui.scale);
    auto const half = ui.px(high / 2);
    draw_text_in(
        ui, {left_middle + base::Vec2{ui.px(pad), -half}, left_middle + base::Vec2{wide, half}},
        type::legend, ui.color().ink2, text);
    return wide;
}

float frame_tag_width(Ui& ui, int number, float scale, Zoom zoom)
{
    Letters const letters(ui, Face::semibold, letter * scale, zoom);
    return letters.width(Digits(number).text) + (2 * pad + point - 2) * scale;
}

float paint_frame_tag(Ui& ui, base::Vec2 left_middle, int number, float scale, Zoom zoom)
{
    Digits const digits(number);
    Letters const letters(ui, Face::semibold, letter * scale, zoom);
    auto const wide = frame_tag_width(ui, number, scale, zoom);
    draw_shape(ui, left_middle, wide, scale);
    letters.draw({left_middle.x + pad * scale, left_middle.y + 0.3636F * letter * scale},
                 ui.color().ink2, digits.text);
    return wide;
}

} // namespace ui
