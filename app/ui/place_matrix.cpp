#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/place_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

void lay_out(Ui const& ui, PlaceView& view, Workshop const& workshop, board::Matrix const& matrix,
             std::vector<base::Rect> const& taken)
{
    auto& laid = view.laid;
    auto const entries = workshop.session.log().size();
    if (laid.entries == entries && laid.axis == view.axis && laid.box == matrix.box &&
        laid.names == view.names && laid.language == ui.words->language())
        return;
    laid = {entries, view.axis, matrix.box, view.names, ui.words->language(), {}};
    laid.chips = lay_out_chips(ui, workshop.doc(), view.axis, matrix, taken,
                               view.names ? Titles::shown : Titles::none);
}

CaseChip chip_of(Ui const& ui, MatrixChip const& chip, model::Axis const& axis,
                 std::string const& number)
{
    CaseChip out;
    out.number = number;
    out.axis = static_cast<std::size_t>(std::max(1, axis.number) - 1) % board::axis_hues;
    out.radius = ui.px(22);
    out.badge = chip.badge;
    return out;
}

void draw_leader(Ui& ui, MatrixChip const& chip)
{
    if (std::hypot(chip.centre.x - chip.at.x, chip.centre.y - chip.at.y) < ui.px(6)) return;
    line(ui, chip.at, chip.centre, ui.color().ink3, ui.snap(1.5F));
    disc(ui, chip.at, ui.px(3), ui.color().ink3);
}

// Number, title, levels of a case and who placed it, beside its chip.
void draw_card_of(Ui& ui, MatrixChip const& chip, Workshop const& workshop, PlaceView const& view,
                  model::Axis const& axis, base::Rect const& bounds)
{
    auto const text = model::get<model::Case>(workshop.doc(), chip.on);
    auto const settled = model::get<model::Placement>(workshop.doc(), {view.axis, chip.on});
    auto said = ui.words->text("place.levels", ui.words->decimal(settled.risk / 100.0, 1),
                               ui.words->decimal(settled.opportunity / 100.0, 1));
    said +=
        " · " + ui.tr(settled.lock == model::Lock::locked ? "place.by.locked" : "place.by.hand");
    float const width = ui.px(420), pad = ui.px(20), inner = width - 2 * pad;
    float const title = paragraph_height(ui, type::h3, text.title, inner - ui.px(46));
    float const height = title + ui.px(26) + 2 * pad + ui.px(8);
    float x = chip.centre.x - width / 2, y = chip.centre.y + ui.px(40);
    if (y + height > bounds.max.y) y = chip.centre.y - ui.px(40) - height;
    x = std::clamp(x, bounds.min.x, std::max(bounds.min.x, bounds.max.x - width));
    base::Rect const box{{x, y}, {x + width, y + height}};
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e2});
    auto const number = std::to_string(chip.number);
    auto mark = chip_of(ui, chip, axis, number);
    mark.radius = ui.px(17);
    mark.badge = CaseChip::Badge::none;
    draw_case_chip(ui, {x + pad + ui.px(17), y + pad + ui.px(15)}, mark);
    draw_paragraph(ui, {x + pad + ui.px(46), y + pad}, inner - ui.px(46), type::h3, ui.color().ink,
                   text.title);
    draw_text_in(
        ui, {{x + pad, y + pad + title + ui.px(8)}, {x + width - pad, y + pad + title + ui.px(34)}},
        type::text, ui.color().ink2, said);
}

void draw_legend(Ui& ui, base::Rect const& strip, model::Axis const& axis)
{
    float x = strip.max.x;
    float const y = strip.center().y;
    auto entry = [&](std::string const& text, auto&& mark) {
        x -= text_width(ui, type::legend, text);
        draw_text_in(ui, {{x, y - ui.px(11)}, {strip.max.x, y + ui.px(11)}}, type::legend,
                     ui.color().ink2, text);
        x -= ui.px(20);
        mark(base::Vec2{x, y});
        x -= ui.px(34);
    };
    auto const hue =
        ui.color().ax.at(static_cast<std::size_t>(std::max(1, axis.number) - 1) % board::axis_hues);
    entry(ui.tr("place.legend.locked"),
          [&](base::Vec2 at) { draw_icon_at(ui, at, ui.px(20), ui.color().ink2, icon::lock); });
    entry(ui.tr("place.legend.placed"), [&](base::Vec2 at) { disc(ui, at, ui.px(9), hue); });
}

void draw_head(Ui& ui, PlaceView const& view, Workshop const& workshop, model::Axis const& axis,
               analysis::AxisPlacements const& counts, base::Rect const& area)
{
    float const x = area.min.x + ui.px(24), y = area.min.y + ui.px(14);
    draw_axis_badge(ui, {x, y}, ui.px(48),
                    static_cast<std::size_t>(std::max(1, axis.number) - 1) % board::axis_hues);
    auto const total = counts.placed.size() + counts.unplaced.size();
    auto const pill = ui.words->text("place.counted", counts.placed.size(), total);
    float const right = area.max.x - ui.px(24), legend = ui.px(260);
    float const room = right - legend - x - ui.px(64) - pill_width(ui, pill) - ui.px(20);
    auto const title = axis.short_title.empty() ? axis.title : axis.short_title;
    base::Rect const line_box{{x + ui.px(64), y},
                              {x + ui.px(64) + std::max(room, ui.px(80)), y + ui.px(48)}};
    float const drawn = draw_text_in(ui, line_box, type::axis_title, ui.color().ink, title);
    draw_pill(ui, {line_box.min.x + drawn + ui.px(20), y + ui.px(25)}, pill);
    draw_legend(ui, {{right - legend, y}, {right, y + ui.px(48)}}, axis);
    // The case that has the keyboard, said in words.
    auto const* one = model::find<model::Case>(workshop.doc(), view.selected);
    if (!one) return;
    auto const* settled = model::find<model::Placement>(workshop.doc(), {view.axis, view.selected});
    auto said = std::to_string(one->number) + ", " + short_name(*one);
    if (view.nudge && view.nudge->key == model::PlacementKey{view.axis, view.selected})
        settled = &view.nudge->to;
    if (settled)
        said += ", " + ui.words->text("place.levels", ui.words->decimal(settled->risk / 100.0, 1),
                                      ui.words->decimal(settled->opportunity / 100.0, 1));
    draw_text_in(ui, {{area.min.x + ui.px(320), y + ui.px(50)}, {right, y + ui.px(78)}},
                 type::label, ui.color().ink2, said, Align::right);
}

// Where a case is let go: on the matrix, back in the tray, or nowhere.
std::optional<Wish> drop(Ui const& ui, PlaceView& view, board::Matrix const& matrix,
                         base::Rect const& tray)
{
    auto const drag = *view.drag;
    view.drag.reset();
    model::PlacementKey const key{view.axis, drag.on};
    if (base::grown(matrix.box, ui.px(12)).contains(ui.mouse)) {
        auto const to = matrix.levels_at(ui.mouse);
        return edit::Place{key,
                           {to.opportunity, to.risk, model::PlacedBy::hand, model::Lock::open, {}}};
    }
    if (drag.from == PlaceView::Drag::From::matrix && tray.contains(ui.mouse))
        return edit::Unplace{key};
    return std::nullopt;
}

void draw_dragged(Ui& ui, PlaceView const& view, Workshop const& workshop, model::Axis const& axis,
                  board::Matrix const& matrix)
{
    auto const text = model::get<model::Case>(workshop.doc(), view.drag->on);
    if (matrix.box.contains(ui.mouse)) {
        auto const to = matrix.levels_at(ui.mouse);
        auto const quadrant = analysis::quadrant_of(to.opportunity, to.risk);
        outline(ui, matrix.quadrant(quadrant), ui.px(20), ui.color().accent, ui.px(2.5F));
        auto const said = ui.words->text("place.levels", ui.words->decimal(to.risk / 100.0, 1),
                                         ui.words->decimal(to.opportunity / 100.0, 1));
        tooltip(ui, base::grown({ui.mouse, ui.mouse}, ui.px(30)), said);
    }
    auto const number = std::to_string(text.number);
    MatrixChip const chip{view.drag->on, text.number,          ui.mouse, ui.mouse, {}, {},
                          true,          CaseChip::Badge::none};
    auto drawn = chip_of(ui, chip, axis, number);
    drawn.radius = ui.px(27);
    drawn.state = ChipState::selected;
    draw_case_chip(ui, ui.mouse, drawn);
}

} // namespace

std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray)
{
    auto const axis = model::get<model::Axis>(workshop.doc(), view.axis);
    auto const counts = analysis::placements(workshop.doc(), view.axis);
    draw_head(ui, view, workshop, axis, counts, area);
    board::Matrix const matrix{{{area.min.x + ui.px(84), area.min.y + ui.px(110)},
                                {area.max.x - ui.px(24), area.max.y - ui.px(72)}},
                               ui.px(8)};
    auto const taken = draw_quadrants(ui, matrix, ui.px(20), Titles::shown, counts);
    draw_scales(ui, matrix, axis);
    lay_out(ui, view, workshop, matrix, taken);

    MatrixChip const* hovered = nullptr;
    bool const may = workshop.access == Access::edit;
    for (auto& chip : view.laid.chips) {
        bool const nudged =
            view.nudge && view.nudge->key == model::PlacementKey{view.axis, chip.on};
        auto const centre =
            nudged ? matrix.at(view.nudge->to.opportunity, view.nudge->to.risk) : chip.centre;
        float const r = ui.px(24);
        auto const said = std::to_string(chip.number) + " " + chip.name;
        auto const press = touch(ui, "place.chip." + std::to_string(chip.number),
                                 {{centre.x - r, centre.y - r}, {centre.x + r, centre.y + r}}, said,
                                 Enabled::yes, Role::area);
        if (press.hovered) hovered = &chip;
        if (press.pressed) view.selected = chip.on;
        bool const locked = chip.badge == CaseChip::Badge::locked;
        if (may && press.held && press.dragged && !locked && !view.drag && !view.nudge &&
            view.hand == PlaceView::Hand::free)
            view.drag = {chip.on, PlaceView::Drag::From::matrix};
    }
    bool const dragging = view.drag.has_value();
    for (auto const& chip : view.laid.chips) {
        bool const nudged =
            view.nudge && view.nudge->key == model::PlacementKey{view.axis, chip.on};
        if (!nudged) draw_leader(ui, chip);
    }
    for (auto const& chip : view.laid.chips) {
        bool const nudged =
            view.nudge && view.nudge->key == model::PlacementKey{view.axis, chip.on};
        auto const centre =
            nudged ? matrix.at(view.nudge->to.opportunity, view.nudge->to.risk) : chip.centre;
        auto const number = std::to_string(chip.number);
        auto drawn = chip_of(ui, chip, axis, number);
        if (&chip == hovered) drawn.radius = ui.px(27);
        if (chip.on == view.selected) drawn.state = ChipState::selected;
        bool const faint = (hovered && &chip != hovered) || (dragging && view.drag->on == chip.on);
        if (dragging && view.drag->on == chip.on) drawn.alpha = 0.35F;
        draw_case_chip(ui, centre, drawn);
        if (chip.name.empty() || nudged) continue;
        // A name that found no clear place waits for the pointer.
        if (!chip.label_clear && &chip != hovered && chip.on != view.selected) continue;
        draw_text(ui, {chip.label.min.x, chip.label.min.y}, type::room,
                  board::faded(ui.color().ink, faint ? 0.35F : 1), chip.name);
    }
    std::optional<Wish> wish;
    if (hovered && !dragging) draw_card_of(ui, *hovered, workshop, view, axis, matrix.box);
    if (dragging) {
        draw_dragged(ui, view, workshop, axis, matrix);
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) wish = drop(ui, view, matrix, tray);
    }
    return wish;
}

} // namespace ui
