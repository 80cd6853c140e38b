#include "analysis/order.h"
#include "base/text.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/place_view.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

// The case that the keyboard came to is brought into sight, once.
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

} // namespace

std::optional<Wish> draw_tray(Ui& ui, PlaceView& view, Workshop const& workshop,
                              base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    auto const& doc = workshop.doc();
    auto const unplaced = tray_order(view, workshop);
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("place.tray"));
    auto const count = ui.words->plural("place.count", static_cast<std::int64_t>(unplaced.size()));
    draw_pill(ui, {inner.max.x - pill_width(ui, count), inner.min.y + ui.px(16)}, count);

    float const foot = inner.max.y - ui.px(122);
    base::Rect const list{{inner.min.x - ui.px(8), inner.min.y + ui.px(46)},
                          {inner.max.x + ui.px(8), foot - ui.px(12)}};
    bool const may = workshop.access == Access::edit;
    {
        ScrollArea scroll(ui, "place.tray", list, view.tray);
        float y = scroll.top() + ui.px(4);
        float const top = y;
        for (auto id : unplaced) {
            auto const text = model::get<model::Case>(doc, id);
            float const x = inner.min.x, width = inner.width(), words = width - ui.px(104);
            float const height = std::max(
                ui.px(72), paragraph_height(ui, type::body, text.title, words, 3) + ui.px(20));
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
                draw_icon_at(ui, {x + ui.px(22), box.center().y}, ui.px(22), ui.color().ink3,
                             icon::drag_indicator);
                auto const number = std::to_string(text.number);
                draw_case_mark(ui, {x + ui.px(56), box.center().y},
                               {.number = number, .diameter = 36});
                float const said = paragraph_height(ui, type::body, text.title, words, 3);
                draw_paragraph(ui, {x + ui.px(88), box.center().y - said / 2}, words, type::body,
                               ui.color().ink, text.title, 3);
                if (press.focused) focus_ring(ui, box, ui.px(14));
                if (press.pressed || press.clicked) view.selected = view.scrolled_to = id;
                if (press.held && press.dragged && !view.drag && view.hand == PlaceView::Hand::free)
                    view.drag = {id, PlaceView::Drag::From::tray};
            }
            y += height + ui.px(10);
        }
        if (unplaced.empty()) {
            auto const key =
                analysis::visible_cases(doc).empty() ? "place.tray.none" : "place.tray.done";
            y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2,
                                ui.tr(key));
        }
        scroll.content_height(y - top + ui.px(8));
    }
    hairline_h(ui, area.min.x, area.max.x, foot, ui.color().line);
    (void)toggle_row(ui, "place.names",
                     {{inner.min.x, foot + ui.px(12)}, {inner.max.x, foot + ui.px(56)}},
                     ui.tr("place.names"), view.names);
    if (button(ui, "place.overview",
               {{inner.min.x, foot + ui.px(68)}, {inner.max.x, foot + ui.px(116)}},
               ui.tr("place.overview"),
               {.icon = icon::grid_view, .key = "0", .align = Align::left}))
        view.show = PlaceView::Show::overview;
    return std::nullopt;
}

// The matrix in words: number, case, opportunity, risk, quadrant.
std::optional<Wish> draw_place_list(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area)
{
    auto const& doc = workshop.doc();
    auto const axis = model::get<model::Axis>(doc, view.axis);
    draw_prompt(ui, area, axis.title, ui.tr("place.list.line"));
    (void)text_field(
        ui, "place.find",
        {{area.max.x - ui.px(384), area.min.y + ui.px(44)},
         {area.max.x - ui.px(24), area.min.y + ui.px(92)}},
        ui.tr("place.find"), view.find,
        {.hint = ui.tr("place.find"), .icon = icon::search, .after = FieldLook::After::stays});
    auto const needle = base::fold(view.find);
    auto wanted = [&](model::CaseId id) {
        auto const text = model::get<model::Case>(doc, id);
        return base::fold(std::to_string(text.number) + " " + text.title + " " + text.domain)
                   .find(needle) != std::string::npos;
    };
    base::Rect const box{{area.min.x + ui.px(24), area.min.y + ui.px(112)},
                         {area.max.x - ui.px(24), area.max.y - ui.px(24)}};
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e1});
    float const row = ui.px(48);
    std::array const columns{box.min.x + ui.px(40), box.min.x + ui.px(84), box.max.x - ui.px(560),
                             box.max.x - ui.px(400), box.max.x - ui.px(240)};
    auto head = [&](std::size_t column, std::string_view key, board::Color color) {
        draw_text_in(
            ui,
            {{columns.at(column), box.min.y}, {columns.at(column) + ui.px(150), box.min.y + row}},
            type::strong, color, ui.tr(key));
    };
    head(1, "place.list.case", ui.color().ink2);
    head(2, "place.list.opportunity", ui.color().opp);
    head(3, "place.list.risk", ui.color().risk);
    head(4, "place.list.quadrant", ui.color().ink2);
    hairline_h(ui, box.min.x, box.max.x, box.min.y + row, ui.color().line);
    ScrollArea scroll(ui, "place.list", {{box.min.x, box.min.y + row + 1}, box.max}, view.table);
    float y = scroll.top();
    float const top = y;
    auto placed = analysis::placements(doc, view.axis);
    std::ranges::stable_sort(placed.placed, std::greater{}, &analysis::Placed::opportunity);
    auto line_of = [&](model::CaseId id, analysis::Placed const* where) {
        auto const text = model::get<model::Case>(doc, id);
        base::Rect const line_box{{box.min.x, y}, {box.max.x, y + row}};
        auto const press =
            touch(ui, "place.list." + std::to_string(text.number), line_box, text.title);
        if (view.sought == id) scroll.show(line_box.min.y, line_box.max.y), view.sought = {};
        if (press.hovered || view.selected == id)
            fill(ui, line_box, 0, view.selected == id ? ui.color().atint : ui.color().sunken);
        if (press.clicked) view.selected = id;
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {columns[0], line_box.center().y}, {.number = number, .diameter = 34});
        draw_text_in(ui, {{columns[1], y}, {columns[2] - ui.px(20), y + row}}, type::body,
                     ui.color().ink, text.title);
        auto cell = [&](std::size_t column, std::string const& said) {
            draw_text_in(ui, {{columns.at(column), y}, {columns.at(column) + ui.px(220), y + row}},
                         type::body, ui.color().ink, said);
        };
        if (!where) {
            cell(4, ui.tr("place.unplaced"));
        } else {
            cell(2, ui.words->decimal(where->opportunity / 100.0, 1));
            cell(3, ui.words->decimal(where->risk / 100.0, 1));
            draw_decision(ui, {columns[4], line_box.center().y}, outcome_of(where->quadrant),
                          quadrant_name(ui, where->quadrant), 36);
        }
        hairline_h(ui, box.min.x + ui.px(20), box.max.x - ui.px(20), y + row, ui.color().line);
        y += row;
    };
    for (auto const& one : placed.placed)
        if (wanted(one.on)) line_of(one.on, &one);
    for (auto id : placed.unplaced)
        if (wanted(id)) line_of(id, nullptr);
    if (y == top)
        draw_text_in(ui, {{columns[1], y}, {box.max.x, y + row}}, type::body, ui.color().ink2,
                     ui.tr("place.find.none"));
    scroll.content_height(y - top);
    return std::nullopt;
}

} // namespace ui
