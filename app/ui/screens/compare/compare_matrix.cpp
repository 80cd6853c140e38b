#include "pictures/matrix_picture.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/compare/compare_parts.h"
#include "wording/placements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// The moves on the matrices.
namespace ui {
namespace {

using analysis::AxisMove;
using analysis::CaseChange;
using pictures::MoveChip;
using pictures::Moved;

// The description of a case on the shown matrix.
std::string said_of(Ui const& ui, ComparedSessions const& of, std::optional<std::size_t> axis,
                    Moved const& what)
{
    auto const& words = *ui.words;
    if (what.kind == Moved::Kind::gone)
        return wording::titled(words, of.before, what.on) + " · " + ui.tr("compare.is_gone");
    auto title = wording::titled(words, of.after, what.on);
    if (what.kind == Moved::Kind::fresh) return title + " · " + ui.tr("compare.is_fresh");
    auto const* one = of.all.find(what.on);
    if (!one) return title;
    std::string said;
    if (!axis) {
        said = wording::moved(words, *one);
    } else if (auto const it = std::ranges::find(one->axes, *axis, &AxisMove::axis);
               it != one->axes.end()) {
        said = wording::moved(words, of.of(), *it);
    }
    return title + " · " + (said.empty() ? ui.tr("compare.legend.still") : said);
}

void lay_out(Ui& ui, CompareView& view, ComparedSessions const& of, pictures::Matrix const& matrix,
             std::vector<base::Rect> const& taken)
{
    view.desk.refresh(ui);
    auto& laid = view.laid;
    if (laid.of == view.work.found() && laid.axis == view.axis && laid.box == matrix.box) return;
    laid.of = view.work.found(), laid.axis = view.axis, laid.box = matrix.box;
    ScreenMeasure const measure(ui);
    auto const means = means_of(ui, measure);
    laid.chips =
        pictures::lay_out_moves(means, of.before, of.after, matrix,
                                pictures::moves_on(of.all, of.before, of.after, view.axis), taken);
    float const count = pill_width(ui, wording::left_out(*ui.words, laid.chips.size()));
    view.desk.ask(ui, pictures::move_names_wanted(means, matrix, laid.chips, taken, count),
                  NameDesk::Keep::nothing);
}

// Returns the case under the pointer.
model::CaseId touch_chips(Ui& ui, CompareView& view, ComparedSessions const& of)
{
    model::CaseId hovered;
    for (auto const& chip : view.laid.chips) {
        auto const box = base::grown({chip.centre, chip.centre}, chip.radius);
        auto const said = said_of(ui, of, view.axis, chip.what);
        bool const gone = chip.what.kind == Moved::Kind::gone;
        auto const id = fmt::format("compare.{}.{}", gone ? "gone" : "chip", chip.what.number);
        auto const press = touch(ui, id, box, said);
        if (press.focused) focus_ring(ui, base::grown(box, ui.px(3)), chip.radius + ui.px(3));
        if (press.hovered) {
            hovered = chip.what.on;
            tooltip(ui, box, said);
        }
        if (press.clicked && !gone)
            view.selected = view.selected == chip.what.on ? model::CaseId{} : chip.what.on;
    }
    return hovered;
}

// The choice of an axis, or all. Returns its bottom.
float draw_axis_choice(Ui& ui, CompareView& view, ComparedSessions const& of, base::Vec2 at)
{
    auto const& c = ui.color();
    auto const all = ui.tr("compare.all_axes");
    float const size = ui.px(40), wide = button_width(ui, all, {}, 40);
    float x = at.x;
    ButtonLook const chosen{.rank = view.axis ? Rank::secondary : Rank::tinted};
    if (button(ui, "compare.axis.all", {{x, at.y}, {x + wide, at.y + size}}, all, chosen))
        view.axis.reset();
    x += wide + ui.px(12);
    for (std::size_t i = 0; i < of.all.axes.size(); ++i) {
        if (!of.all.axes[i].in_both()) continue;
        auto const axis = model::get<model::Axis>(of.after, *of.all.axes[i].after);
        base::Rect const box{{x, at.y}, {x + size, at.y + size}};
        auto const id = fmt::format("compare.axis.{}", axis.place);
        auto const press = touch(ui, id, box, axis.title);
        draw_axis_badge(ui, box.min, size, axis.place);
        if (view.axis == i) {
            probe_on(ui, id, On::yes);
            outline(ui, base::grown(box, ui.px(4)), ui.px(12), c.accent, ui.px(2.5F));
        }
        if (press.focused) focus_ring(ui, base::grown(box, ui.px(3)), ui.px(10));
        if (press.hovered) tooltip(ui, box, axis.title);
        if (press.clicked) view.axis = i;
        x += size + ui.px(12);
    }
    return x;
}

} // namespace

void draw_moves_matrix(Ui& ui, CompareView& view, ComparedSessions const& of,
                       base::Rect const& area)
{
    if (view.axis && (*view.axis >= of.all.axes.size() || !of.all.axes[*view.axis].in_both()))
        view.axis.reset();
    float const chosen_to = draw_axis_choice(ui, view, of, {area.min.x + ui.px(24), area.min.y});
    draw_text_in(
        ui, {{chosen_to + ui.px(12), area.min.y}, {area.max.x - ui.px(24), area.min.y + ui.px(40)}},
        type::text, ui.color().ink2, wording::common_cases(*ui.words, of.of()), Align::right);
    auto const axis = pictures::axis_of_moves(*ui.words, of.all, of.after, view.axis);
    base::Rect const box{{area.min.x + ui.px(108), area.min.y + ui.px(112)},
                         {area.max.x - ui.px(24), area.max.y - ui.px(64)}};
    auto const matrix = pictures::matrix_of(axis, box, ui.px(8), ui.px(pictures::title_band));
    ScreenMeasure const measure(ui);
    auto const titles =
        pictures::quadrant_titles(means_of(ui, measure), matrix, axis, {-1, -1, -1, -1});
    lay_out(ui, view, of, matrix, pictures::boxes_of(titles));
    auto const hovered = touch_chips(ui, view, of);
    pictures::MovesNow now;
    now.looked_at = hovered ? hovered : view.selected;
    for (auto const& chip : view.laid.chips)
        now.chips.push_back({&chip, view.desk.place_of(chip.what.on, chip.centre)});
    bool const any = std::ranges::any_of(
        view.laid.chips, [&](auto const& chip) { return chip.what.on == now.looked_at; });
    if (!any) now.looked_at = {};
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_quadrants(pen, matrix, pen.px(20), titles);
        pictures::draw_scales(pen, matrix, axis);
        pictures::draw_moves_legend(pen,
                                    {{box.min.x + pen.px(240), area.min.y + pen.px(66)},
                                     {box.max.x, area.min.y + pen.px(102)}},
                                    said_of(ui, view, CompareView::before),
                                    said_of(ui, view, CompareView::after));
        pictures::draw_moves(pen, now);
    });
    if (auto const& spot = view.desk.count_at())
        draw_pill(ui, {spot->min.x, spot->center().y},
                  wording::left_out(*ui.words, view.desk.left_out().size()));
}

void draw_moves_grid(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area)
{
    std::vector<std::size_t> axes;
    for (std::size_t i = 0; i < of.all.axes.size(); ++i)
        if (of.all.axes[i].in_both()) axes.push_back(i);
    base::Rect const inner{{area.min.x + ui.px(24), area.min.y},
                           {area.max.x - ui.px(24), area.max.y - ui.px(20)}};
    if (axes.empty()) {
        draw_paragraph(ui, inner.min, inner.width(), type::body, ui.color().ink2,
                       ui.tr("compare.axes.none"));
        return;
    }
    std::size_t const across = axes.size() <= 2 ? axes.size() : axes.size() <= 4 ? 2 : 4;
    auto const down = (axes.size() + across - 1) / across;
    float const gap = ui.px(24), head = ui.px(58);
    float const width =
        (inner.width() - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float const least = ui.px(230);
    float const height = std::max(least, (inner.height() - gap * static_cast<float>(down - 1)) /
                                             static_cast<float>(down));
    ScrollArea scroll(ui, "compare.grid", {{area.min.x, area.min.y}, area.max}, view.grid);
    for (std::size_t n = 0; n < axes.size(); ++n) {
        auto const i = axes[n];
        auto const axis = model::get<model::Axis>(of.after, *of.all.axes[i].after);
        auto const row = n / across;
        base::Vec2 const at{inner.min.x + static_cast<float>(n % across) * (width + gap),
                            scroll.top() + static_cast<float>(row) * (height + gap)};
        base::Rect const box{{at.x, at.y + head}, {at.x + width, at.y + height}};
        auto const moves = pictures::moves_on(of.all, of.before, of.after, i);
        auto const moved = std::ranges::count_if(moves, [](Moved const& one) {
            return one.kind == Moved::Kind::moved || one.kind == Moved::Kind::crossed;
        });
        auto const said = moved == 0 ? ui.tr("compare.moved.none") : ui.trn("compare.moved", moved);
        auto const press = touch(ui, fmt::format("compare.small.{}", axis.place), {at, box.max},
                                 axis.title + " · " + said);
        if (press.hovered)
            fill(ui, base::grown({at, box.max}, ui.px(6)), ui.px(14), ui.color().sunken);
        draw_axis_badge(ui, at, ui.px(40), axis.place);
        float const x = at.x + ui.px(52);
        draw_text_in(ui, {{x, at.y - ui.px(4)}, {box.max.x, at.y + ui.px(24)}}, type::h3,
                     ui.color().ink, wording::axis_name(axis));
        draw_text_in(ui, {{x, at.y + ui.px(24)}, {box.max.x, at.y + ui.px(48)}}, type::legend,
                     moved == 0 ? ui.color().ink3 : ui.color().ink2, said);
        draw_picture(ui, [&](auto& pen) { pictures::draw_small_moves(pen, box, axis, moves); });
        if (press.focused) focus_ring(ui, base::grown({at, box.max}, ui.px(6)), ui.px(14));
        if (press.clicked) {
            view.axis = i;
            view.show = CompareView::Show::matrix;
            dissolve(ui);
        }
    }
    scroll.content_height(static_cast<float>(down) * (height + gap));
}

} // namespace ui
