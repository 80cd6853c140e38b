#include "analysis/common/in_use.h"
#include "ui/kit/paint.h"
#include "ui/panels/room_head.h"
#include "ui/screens/place/place_view.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr int title_lines = 8;

// Scrolls once to the case that got the focus.
void bring_into_sight(Ui& ui, PlaceView& view, base::Rect const& row, base::Rect const& list)
{
    if (view.scrolled_to == view.selected) return;
    view.scrolled_to = view.selected;
    float const above = list.min.y + ui.px(4) - row.min.y,
                below = row.max.y + ui.px(10) - list.max.y;
    if (above > 0) view.tray.offset -= above;
    if (below > 0) view.tray.offset += below;
    if (above > 0 || below > 0) ui.keep_drawing(0.05);
}

// Switches: clouds, labels, contested only; filter; overview.
void draw_foot(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area)
{
    using Only = PlaceFilter::Only;
    float y = area.min.y;
    float const row = ui.px(42);
    auto turn = [&](std::string_view id, std::string_view key, bool& on) {
        (void)toggle_row(ui, id, {{area.min.x, y}, {area.max.x, y + row}}, ui.tr(key), on);
        y += row;
    };
    turn("place.clouds", "place.clouds", view.clouds);
    turn("place.names", "place.names", view.names);
    bool contested = view.filter.only == Only::contested;
    turn("place.contested", "place.contested", contested);
    if (contested)
        view.filter.only = Only::contested;
    else if (view.filter.only == Only::contested)
        view.filter.only = Only::all;
    y += ui.px(10);
    auto const axes = analysis::active_axes(workshop.doc()).size();
    if (axes < 2) return;
    if (button(ui, "place.overview", {{area.min.x, y}, {area.max.x, y + ui.px(48)}},
               ui.words->text("place.overview", axes),
               {.icon = icon::grid_view, .key = "0", .align = Align::left}))
        view.show = PlaceView::Show::overview;
}

// The heading: number of cases to place, filter.
void draw_head(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area,
               std::int64_t count)
{
    bool const narrows = view.filter.narrows();
    draw_text(ui, {area.min.x, area.min.y + ui.px(4)}, type::h2, ui.color().ink,
              ui.tr("place.tray"));
    float const side = ui.px(40);
    base::Rect const filter{{area.max.x - side, area.min.y}, {area.max.x, area.min.y + side}};
    if (icon_button(ui, "place.filter", filter, icon::filter_list,
                    ui.words->text("filter.now", filter_said(ui, view.filter, workshop.doc())),
                    narrows ? Rank::tinted : Rank::secondary))
        view.filtering = filter;
    auto const said = ui.words->plural("place.count", count);
    draw_pill(ui, {filter.min.x - ui.px(10) - pill_width(ui, said), filter.center().y}, said);
    if (narrows)
        draw_text_in(
            ui, {{area.min.x, filter.max.y + ui.px(2)}, {area.max.x, filter.max.y + ui.px(26)}},
            type::legend, ui.color().accent, filter_said(ui, view.filter, workshop.doc()));
}

} // namespace

Asked draw_tray(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area)
{
    Asked asked;
    auto const& doc = workshop.doc();
    // Space for two cards; for one, and no QR code, when a case or an open round is described
    // above.
    bool const told = view.selected || open_estimating(doc);
    auto const inner =
        draw_room_head(ui, workshop, draw_panel(ui, area), told ? RoomHead::line : RoomHead::whole,
                       "room.head.estimate", asked);
    auto const unplaced = tray_order(view, workshop);
    float const foot = inner.max.y - ui.px(200), least_list = ui.px(told ? 94 : 190);
    base::Rect const room{inner.min, {inner.max.x, foot - least_list - ui.px(58)}};
    asked.take(draw_place_card(ui, view, workshop, room));
    float head = inner.min.y + std::min(view.card_height, room.height()) + ui.px(8);
    head += draw_unnamed(ui, view, workshop, {{inner.min.x, head}, room.max});
    draw_head(ui, view, workshop, {{inner.min.x, head}, inner.max},
              static_cast<std::int64_t>(unplaced.size()));
    if (view.filter.narrows()) head += ui.px(26);
    base::Rect const list{{inner.min.x - ui.px(8), head + ui.px(48)},
                          {inner.max.x + ui.px(8), foot - ui.px(12)}};
    bool const may = workshop.access == Access::edit;
    {
        ScrollArea scroll(ui, "place.tray", list, view.tray);
        float y = scroll.top() + ui.px(4);
        float const top = y;
        for (auto id : unplaced) {
            auto const text = model::get<model::Case>(doc, id);
            float const x = inner.min.x, width = inner.width(), words = width - ui.px(104);
            float const said = paragraph_height(ui, type::body, text.title, words, title_lines);
            float const height = std::max(ui.px(72), said + ui.px(20));
            base::Rect const box{{x, y}, {x + width, y + height}};
            if (view.selected == id) bring_into_sight(ui, view, box, list);
            if (box.max.y > list.min.y && box.min.y < list.max.y) {
                auto const press = touch(ui, "place.tray." + std::to_string(text.number), box,
                                         text.title, enabled_if(may));
                bool const on = view.selected == id;
                draw_surface(ui, box,
                             {.radius = ui.px(14),
                              .fill = ui.color().card,
                              .border = on              ? ui.color().accent
                                        : press.hovered ? ui.color().edge
                                                        : ui.color().line,
                              .border_width = on ? ui.px(2.5F) : 1,
                              .level = press.hovered ? Level::e2 : Level::e1});
                if (may) // otherwise nothing is dragged
                    draw_icon_at(ui, {x + ui.px(22), box.center().y}, ui.px(22), ui.color().ink3,
                                 icon::drag_indicator);
                auto const number = std::to_string(text.number);
                draw_case_mark(ui, {x + ui.px(56), box.center().y},
                               {.number = number, .diameter = 36});
                draw_paragraph(ui, {x + ui.px(88), box.center().y - said / 2}, words, type::body,
                               ui.color().ink, text.title, title_lines);
                if (press.focused) focus_ring(ui, box, ui.px(14));
                if (press.pressed || press.clicked) view.selected = view.scrolled_to = id;
                if (press.held && press.dragged && !view.drag && view.hand == PlaceView::Hand::free)
                    view.drag = {id, PlaceView::Drag::From::tray};
            }
            y += height + ui.px(10);
        }
        if (unplaced.empty()) {
            auto const key = analysis::visible_cases(doc).empty() ? "place.tray.none"
                             : view.filter.narrows()              ? "place.tray.filtered"
                                                                  : "place.tray.done";
            y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2,
                                ui.tr(key));
        }
        scroll.content_height(y - top + ui.px(8));
    }
    hairline_h(ui, area.min.x, area.max.x, foot, ui.color().line);
    draw_foot(ui, view, workshop, {{inner.min.x, foot + ui.px(8)}, inner.max});
    return asked;
}

} // namespace ui
