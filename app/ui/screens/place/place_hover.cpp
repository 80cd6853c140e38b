#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/place/place_view.h"
#include "wording/estimates.h"

#include <algorithm>
#include <array>

// The tooltip of a case, beside its chip.
namespace ui {
namespace {

bool holds(base::Rect const& outer, base::Rect const& inner)
{
    return inner.min.x >= outer.min.x && inner.min.y >= outer.min.y && inner.max.x <= outer.max.x &&
           inner.max.y <= outer.max.y;
}

} // namespace

base::Rect beside_chip(base::Rect const& chip, std::optional<base::Rect> const& name,
                       base::Vec2 size, float gap, base::Rect const& bounds)
{
    auto const middle = chip.center();
    auto within = [](float at, float wide, float least, float most) {
        return std::clamp(at, least, std::max(least, most - wide));
    };
    float const x = within(middle.x - size.x / 2, size.x, bounds.min.x, bounds.max.x);
    float const y = within(middle.y - size.y / 2, size.y, bounds.min.y, bounds.max.y);
    std::array const corners{
        base::Vec2{x, chip.max.y + gap}, base::Vec2{x, chip.min.y - gap - size.y},
        base::Vec2{chip.max.x + gap, y}, base::Vec2{chip.min.x - gap - size.x, y}};
    std::optional<base::Rect> over_name;
    for (auto const& corner : corners) {
        base::Rect const box{corner, corner + size};
        if (!holds(bounds, box)) continue;
        if (!name || !name->overlaps(box)) return box;
        if (!over_name) over_name = box;
    }
    if (over_name) return *over_name;
    return {corners.front(), corners.front() + size}; // it fits nowhere
}

void draw_hover_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                     pictures::MatrixChip const& chip, model::Axis const& axis, base::Vec2 centre,
                     base::Rect const& bounds)
{
    auto const text = model::get<model::Case>(workshop.doc(), chip.spot.on);
    auto const standing = standing_of(view, workshop, {view.axis, chip.spot.on});
    auto const said = wording::where(*ui.words, standing);
    auto const people =
        standing.cloud ? wording::people(*ui.words, *standing.cloud) : std::string();
    auto const trouble = wording::trouble(*ui.words, standing);
    float const width = ui.px(420), pad = ui.px(20), inner = width - 2 * pad;
    float const title = paragraph_height(ui, type::h3, text.title, inner - ui.px(46));
    float const more =
        trouble.empty() ? 0 : paragraph_height(ui, type::legend, trouble, inner) + ui.px(8);
    float const height = title + ui.px(people.empty() ? 34.F : 60.F) + more + 2 * pad;
    std::optional<base::Rect> name;
    if (auto const* place = view.desk.place_of(chip.spot.on, chip.centre)) name = place->box;
    auto const box = beside_chip(base::grown({centre, centre}, ui.px(36)), name, {width, height},
                                 ui.px(4), bounds);
    touch(ui, "place.hover", box, text.title, Enabled::yes, Role::area);
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e2});
    float const x = box.min.x, y = box.min.y;
    auto const number = std::to_string(chip.number);
    draw_picture(ui, [&](auto& pen) {
        auto mark = pictures::chip_of(pen, chip, axis, number);
        mark.radius = pen.px(17);
        mark.badge = CaseChip::Badge::none;
        pictures::draw_case_chip(pen, {x + pad + pen.px(17), y + pad + pen.px(15)}, mark);
    });
    draw_paragraph(ui, {x + pad + ui.px(46), y + pad}, inner - ui.px(46), type::h3, ui.color().ink,
                   text.title);
    float at = y + pad + title + ui.px(8);
    auto line_of = [&](std::string const& words) {
        draw_text_in(ui, {{x + pad, at}, {x + width - pad, at + ui.px(26)}}, type::legend,
                     ui.color().ink2, words);
        at += ui.px(26);
    };
    line_of(said);
    if (!people.empty()) line_of(people);
    if (!trouble.empty())
        draw_paragraph(ui, {x + pad, at + ui.px(4)}, inner, type::legend, ui.color().warn, trouble);
}

} // namespace ui
