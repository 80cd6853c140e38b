#include "ui/kit/widgets/chips.h"

#include "ui/kit/paint.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {
namespace {

using base::Vec2;

// A type for a size in screen pixels (types use design pixels).
Type sized(Ui const& ui, Face face, float screen_px)
{
    return {face, screen_px / ui.scale, screen_px * 1.2F / ui.scale};
}

// Centres the digits, not the line box.
void draw_number(Ui& ui, Vec2 centre, Type type, board::Color color, std::string_view number)
{
    auto const baseline = std::round(centre.y + ui.px(type.px) * pictures::cap_em / 2);
    draw_text_on(ui, {centre.x, baseline}, type, color, number, Align::centre);
}

} // namespace

void draw_case_mark(Ui& ui, Vec2 centre, CaseMark const& mark)
{
    auto const r = ui.px(mark.diameter) / 2;
    auto const& c = ui.color();
    auto text = c.ink;
    if (mark.fill == ChipFill::outlined) {
        disc(ui, centre, r, c.card);
        auto const width = ui.snap(1.5F);
        ring(ui, centre, r - width / 2, c.ink, width);
    } else {
        disc(ui, centre, r, mark.fill == ChipFill::ink ? c.ink : c.accent);
        text = mark.fill == ChipFill::ink ? c.paper : c.onaccent;
    }
    auto const digits = mark.number.size();
    auto const share = pictures::number_share(digits, digits < 3 ? 0.5F : 0.42F);
    auto const px = std::round(mark.diameter * share);
    draw_number(ui, centre, {Face::semibold, px, px}, text, mark.number);
}

void draw_axis_badge(Ui& ui, Vec2 at, float size, int place)
{
    auto const hue = hue_of(place);
    base::Rect const box{at, at + Vec2{size, size}};
    fill(ui, box, size * 0.26F, ui.color().ax.at(hue));
    draw_number(ui, box.center(), sized(ui, Face::semibold, size * 0.56F), ui.color().axt.at(hue),
                std::to_string(place));
}

float pill_width(Ui const& ui, std::string_view text)
{
    return std::round(text_width(ui, type::legend, text) + ui.px(26));
}

float draw_pill(Ui& ui, Vec2 left_middle, std::string_view text)
{
    auto const width = pill_width(ui, text), half = std::round(ui.px(16));
    base::Rect const box{{left_middle.x, left_middle.y - half},
                         {left_middle.x + width, left_middle.y + half}};
    fill(ui, box, half, ui.color().sunken);
    draw_text_in(ui, box, type::legend, ui.color().ink2, text, Align::centre);
    return width;
}

OutcomeLook look_of(Ui const& ui, Outcome outcome)
{
    return pictures::look_of(ui.color(), outcome);
}

float decision_width(Ui const& ui, std::string_view word)
{
    return std::round(text_width(ui, type::strong, word) + ui.px(56));
}

float draw_decision(Ui& ui, Vec2 left_middle, Outcome outcome, std::string_view word, float height)
{
    auto const look = look_of(ui, outcome);
    auto const width = decision_width(ui, word), half = std::round(ui.px(height) / 2);
    base::Rect const box{{left_middle.x, left_middle.y - half},
                         {left_middle.x + width, left_middle.y + half}};
    fill(ui, box, half, look.tint);
    if (outcome == Outcome::later)
        dashed_outline(ui, box, half, look.border, ui.snap(1.5F), {ui.px(3), ui.px(2)});
    else
        outline(ui, box, half, look.border, ui.snap(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(22), left_middle.y}, ui.px(22), look.text, look.icon);
    draw_text_in(ui, {{box.min.x + ui.px(40), box.min.y}, box.max}, type::strong, look.text, word);
    return width;
}

float key_width(Ui const& ui, std::string_view key)
{
    constexpr Type face{Face::medium, 15, 18};
    return std::round(std::max(ui.px(26), text_width(ui, face, key) + ui.px(16)));
}

float draw_key(Ui& ui, Vec2 left_middle, std::string_view key)
{
    constexpr Type face{Face::medium, 15, 18};
    auto const width = key_width(ui, key), half = std::round(ui.px(13));
    base::Rect const box{{left_middle.x, left_middle.y - half},
                         {left_middle.x + width, left_middle.y + half}};
    fill(ui, box, ui.px(6), ui.color().card);
    outline(ui, box, ui.px(6), ui.color().line2, ui.snap(1));
    draw_text_in(ui, box, face, ui.color().ink2, key, Align::centre);
    return width;
}

} // namespace ui
