#include "ui/screens/place/axes_dialog.h"

#include "analysis/common/in_use.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/paint/matrix_paint.h"
#include "wording/placements.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ui {
namespace {

constexpr float row_height = 60, list_width = 440; // design pixels

std::vector<model::AxisId> retired(model::Document const& doc)
{
    std::vector<model::AxisId> out;
    for (auto const& [id, axis] : model::table<model::Axis>(doc))
        if (axis.state == model::AxisState::retired) out.push_back(id);
    return out;
}

// The number of placements on an axis, active or not.
std::int64_t placed_on(model::Document const& doc, model::AxisId id)
{
    return std::ranges::count_if(model::table<model::Placement>(doc),
                                 [&](auto const& one) { return one.first.axis == id; });
}

edit::ArrangeAxes moved(std::vector<model::AxisId> order, std::size_t from, std::size_t to)
{
    std::swap(order[from], order[to]);
    return {std::move(order)};
}

void draw_ground(Ui& ui, Touch const& press, base::Rect const& row, On on)
{
    bool const chosen = on == On::yes;
    if (chosen || press.hovered)
        fill(ui, row, ui.px(12), chosen ? ui.color().atint : ui.color().sunken);
    if (chosen) outline(ui, row, ui.px(12), ui.color().accent, ui.snap(2));
    if (press.focused) focus_ring(ui, row, ui.px(12));
}

// An active axis: a press selects it; its arrows, or Alt and an arrow key, move it.
std::optional<Wish> draw_row(Ui& ui, AxesDialog& dialog, std::vector<model::AxisId> const& order,
                             std::size_t i, model::Document const& doc, base::Rect const& row,
                             Enabled may)
{
    auto const id = order[i];
    auto const axis = model::get<model::Axis>(doc, id);
    auto const name = std::to_string(axis.place);
    auto const press = touch(ui, "axes.row." + name, row, axis.title);
    auto const on = dialog.axis == id ? On::yes : On::no;
    probe_on(ui, "axes.row." + name, on);
    draw_ground(ui, press, row, on);
    if (press.clicked) dialog.axis = id;
    draw_axis_badge(ui, {row.min.x + ui.px(10), row.center().y - ui.px(18)}, ui.px(36), axis.place);
    float const side = ui.px(38), y = row.center().y - side / 2;
    float const x = row.max.x - 2 * side - ui.px(12);
    auto const weight =
        ui.words->text("axes.weight.short", ui.words->decimal(axis.weight_milli / 1000.0, 1));
    float const words = text_width(ui, type::legend, weight);
    draw_listed(ui, {{row.min.x + ui.px(58), row.min.y}, {x - words - ui.px(18), row.max.y}},
                type::label, ui.color().ink, wording::axis_name(axis));
    draw_text_in(ui, {{x - words - ui.px(10), row.min.y}, {x, row.max.y}}, type::legend,
                 ui.color().ink2, weight);
    bool const usable = may == Enabled::yes;
    std::optional<Wish> wish;
    if (icon_button(ui, "axes.up." + name, {{x, y}, {x + side, y + side}}, icon::arrow_upward,
                    ui.tr("axes.up"), Rank::quiet, enabled_if(usable && i > 0)))
        wish = moved(order, i, i - 1);
    if (icon_button(ui, "axes.down." + name,
                    {{x + side + ui.px(4), y}, {row.max.x - ui.px(8), y + side}}, icon::expand_more,
                    ui.tr("axes.down"), Rank::quiet, enabled_if(usable && i + 1 < order.size())))
        wish = moved(order, i, i + 1);
    return wish;
}

// An inactive axis, with the number of its placements.
std::optional<Wish> draw_retired(Ui& ui, model::AxisId id, model::Document const& doc,
                                 base::Rect const& row, Enabled may)
{
    auto const axis = model::get<model::Axis>(doc, id);
    auto const word = ui.tr("axes.restore");
    ButtonLook const look{.icon = icon::restore};
    float const wide = button_width(ui, word, look);
    float const words = row.max.x - wide - ui.px(16);
    draw_axis_badge(ui, {row.min.x + ui.px(10), row.center().y - ui.px(18)}, ui.px(36), axis.place);
    float const x = row.min.x + ui.px(58);
    draw_text_in(ui, {{x, row.min.y}, {words, row.center().y + ui.px(2)}}, type::label,
                 ui.color().ink2, wording::axis_name(axis));
    draw_text_in(ui, {{x, row.center().y}, {words, row.max.y}}, type::meta, ui.color().ink3,
                 ui.trn("axes.kept", placed_on(doc, id)));
    base::Rect const box{{row.max.x - wide - ui.px(8), row.min.y + ui.px(8)},
                         {row.max.x - ui.px(8), row.max.y - ui.px(8)}};
    if (button(ui, "axes.restore." + std::to_string(axis.place), box, word, look, may))
        return edit::RestoreAxis{id};
    return std::nullopt;
}

std::optional<Wish> draw_list(Ui& ui, AxesDialog& dialog, Workshop const& workshop,
                              base::Rect const& area, Enabled may)
{
    auto const& doc = workshop.doc();
    auto const order = analysis::active_axes(doc);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    ScrollArea scroll(ui, "axes.list", area, dialog.list);
    float const row = ui.px(row_height), right = area.max.x - ui.px(14);
    float y = scroll.top() + ui.px(3);
    for (std::size_t i = 0; i < order.size(); ++i, y += row)
        take(draw_row(ui, dialog, order, i, doc,
                      {{area.min.x + ui.px(3), y}, {right, y + row - ui.px(6)}}, may));
    auto const out = retired(doc);
    if (!out.empty()) {
        y += ui.px(10);
        draw_text(ui, {area.min.x + ui.px(10), y}, type::h3, ui.color().ink2,
                  ui.tr("axes.retired"));
        y += ui.px(36);
    }
    for (auto id : out) {
        take(draw_retired(ui, id, doc, {{area.min.x, y}, {right, y + row - ui.px(2)}}, may));
        y += row;
    }
    scroll.content_height(y - scroll.top());
    return wish;
}

} // namespace

void open_axes(AxesDialog& dialog, model::AxisId axis)
{
    dialog = {};
    dialog.state = AxesDialog::State::open;
    dialog.axis = axis;
}

std::optional<Wish> draw(Ui& ui, AxesDialog& dialog, Workshop const& workshop)
{
    if (dialog.state == AxesDialog::State::closed) return std::nullopt;
    auto const& doc = workshop.doc();
    auto const order = analysis::active_axes(doc);
    if (std::ranges::find(order, dialog.axis) == order.end())
        dialog.axis = order.empty() ? model::AxisId{} : order.front();
    auto const may = enabled_if(workshop.access == Access::edit);
    Dialog const window(ui, "axes", {ui.px(1480), ui.px(980)}, ui.tr("axes.title"));
    auto const& body = window.body();
    auto const& foot = window.footer();
    float const split = body.min.x + ui.px(list_width);
    auto wish = draw_list(ui, dialog, workshop, {body.min, {split, body.max.y}}, may);
    hairline_v(ui, split + ui.px(14), body.min.y, foot.max.y, ui.color().line);
    if (dialog.axis) {
        auto asked = draw_axis_form(ui, dialog, workshop,
                                    {{split + ui.px(30), body.min.y}, {body.max.x, foot.max.y}});
        if (asked && !wish) wish = std::move(asked);
    }
    auto const word = ui.tr("axes.add");
    if (button(ui, "axes.add", {foot.min, {split, foot.max.y}}, word,
               {.rank = Rank::tinted, .icon = icon::add}, may)) {
        auto const id = workshop.mint<model::AxisId>();
        dialog.axis = id; // shown when it is stored
        wish = edit::SetAxis{id, wording::new_axis(*ui.words, model::next_place(workshop.doc()))};
        focus(ui, "axis.title");
    }
    if (window.dismissed()) dialog.state = AxesDialog::State::closed;
    return wish;
}

} // namespace ui
