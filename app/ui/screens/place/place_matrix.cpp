#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/place/matrix_hand.h"
#include "wording/estimates.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float least_title = 0.7F; // smallest scale of an axis's title
constexpr Type title_on_two{Face::display, 21, 26};
constexpr float drop_reach = 12; // design pixels outside the matrix that accept a drop

using pictures::MatrixNow;
using pictures::Spot;

// The matrix of the current axis, with its surroundings and titles.
struct Ground {
    pictures::Matrix matrix;
    pictures::QuadrantTitles titles;
};

pictures::ShowsCase shown_here(PlaceView& view, Workshop const& workshop)
{
    return [&](model::CaseId on) { return shows(view.filter, view.room, workshop, view.axis, on); };
}

// Lays out chips and requests label positions, when something changed.
void lay_out(Ui& ui, PlaceView& view, Workshop const& workshop, pictures::Means const& means,
             Ground const& ground)
{
    auto& laid = view.laid;
    auto const& matrix = ground.matrix;
    view.desk.refresh(ui);
    if (!laid.from.renew(workshop.doc(), view.axis, matrix.box, view.filter, ui.words->language(),
                         view.names, view.clouds))
        return;
    workshop.computed.note("place.matrix");
    // Keeps nothing for another axis or size.
    bool const same = laid.axis == view.axis && laid.box == matrix.box;
    laid.axis = view.axis, laid.box = matrix.box;
    auto const& clouds = clouds_on(view.room, workshop, view.axis);
    auto const shows_case = shown_here(view, workshop);
    auto const taken = pictures::boxes_of(ground.titles);
    auto const spots = pictures::spots_on(
        workshop.doc(), view.axis, clouds,
        view.clouds ? pictures::Medians::shown : pictures::Medians::hidden, shows_case);
    laid.chips =
        pictures::lay_out_chips(means, workshop.doc(), matrix, spots, taken,
                                view.names ? pictures::Names::shown : pictures::Names::none);
    float const count = pill_width(ui, wording::left_out(*ui.words, laid.chips.size())) + ui.px(22);
    auto rings = view.clouds ? pictures::contested_outlines(matrix, clouds, shows_case)
                             : std::vector<std::vector<base::Vec2>>{};
    view.desk.ask(ui,
                  pictures::names_wanted(means, matrix, laid.chips, taken, std::move(rings), count),
                  same ? NameDesk::Keep::places : NameDesk::Keep::nothing);
}

void draw_legend_in(Ui& ui, PlaceView const& view, RoomClouds::OfAxis const& clouds,
                    base::Rect const& strip, model::Axis const& axis)
{
    using pictures::Legend;
    Legend legend;
    if (view.clouds && !clouds.empty()) legend.clouds = Legend::Clouds::shown;
    auto const contradicted = [](pictures::MatrixChip const& chip) {
        return chip.spot.right == Spot::Right::contradicted;
    };
    if (std::ranges::any_of(view.laid.chips, contradicted))
        legend.contradicted = Legend::Contradicted::some;
    auto const drawn = draw_picture(
        ui, [&](auto& pen) { return pictures::draw_legend(pen, legend, strip, axis); });
    touch(ui, "place.legend", {{drawn.left, strip.min.y}, strip.max}, drawn.said, Enabled::yes,
          Role::area);
}

void draw_head(Ui& ui, PlaceView& view, Workshop const& workshop, model::Axis const& axis,
               analysis::AxisPlacements const& counts, base::Rect const& area)
{
    float const x = area.min.x + ui.px(24), y = area.min.y + ui.px(14);
    draw_axis_badge(ui, {x, y}, ui.px(48), axis.place);
    auto const total = counts.placed.size() + counts.unplaced.size();
    auto const pill = ui.words->text("place.counted", counts.placed.size(), total);
    float const right = area.max.x - ui.px(24), legend = ui.px(330);
    float const room = right - legend - x - ui.px(64) - pill_width(ui, pill) - ui.px(20);
    auto const title = wording::axis_name(axis);
    base::Rect const line_box{{x + ui.px(64), y},
                              {x + ui.px(64) + std::max(room, ui.px(80)), y + ui.px(48)}};
    // Shrinks a long title, then uses two lines.
    auto face = type::axis_title;
    float const wide = text_width(ui, face, title);
    float const fits = std::clamp((line_box.width() - ui.px(1)) / wide, least_title, 1.0F);
    face.px = std::floor(std::round(ui.px(face.px)) * fits) / ui.scale; // whole pixels
    if (wide * least_title > line_box.width()) face = title_on_two;
    float const drawn =
        draw_lines_in(ui, base::Rect{line_box.min, {line_box.max.x, line_box.max.y + ui.px(4)}},
                      face, ui.color().ink, title);
    draw_pill(ui, {line_box.min.x + drawn + ui.px(20), y + ui.px(25)}, pill);
    float const free = line_box.min.x + drawn + ui.px(40) + pill_width(ui, pill);
    draw_legend_in(ui, view, clouds_on(view.room, workshop, view.axis),
                   {{free, y}, {right, y + ui.px(48)}}, axis);
    // The selected case in words.
    auto const* one = model::find<model::Case>(workshop.doc(), view.selected);
    base::Rect const under{{area.min.x + ui.px(320), y + ui.px(50)}, {right, y + ui.px(78)}};
    if (!one) {
        auto const said = wording::other_scales(*ui.words, workshop.doc(), view.axis);
        if (said.empty()) return;
        auto const touched = touch(ui, "place.other_scales", under, said, Enabled::yes, Role::area);
        draw_text_in(ui, under, type::legend, ui.color().ink2, said, Align::right);
        if (touched.hovered && text_width(ui, type::legend, said) > under.width())
            tooltip(ui, under, said);
        return;
    }
    auto const* settled = model::find<model::Placement>(workshop.doc(), {view.axis, view.selected});
    auto const* cloud = cloud_of(view.room, workshop, {view.axis, view.selected});
    auto said = std::to_string(one->number) + ", " + brief_of(*one).text;
    if (view.nudge && view.nudge->key == model::PlacementKey{view.axis, view.selected})
        settled = &view.nudge->to;
    if (settled) said += ", " + wording::levels(*ui.words, settled->opportunity, settled->risk);
    if (cloud && cloud->contested()) said += ", " + ui.tr("place.legend.contested");
    if (settled && cloud && analysis::contradicted(*settled, *cloud))
        said += ", " + ui.tr("place.legend.contradicted");
    draw_text_in(ui, under, type::label, ui.color().ink2, said, Align::right);
}

// Adds the clouds, fading in.
void add_clouds(Ui& ui, PlaceView& view, Workshop const& workshop, MatrixNow& now)
{
    auto const& clouds = clouds_on(view.room, workshop, view.axis);
    bool const any = view.clouds && !clouds.empty();
    now.clouds_shown =
        follow(ui, "place/clouds", any ? 1.F : 0.F, span_ms::reveal, Ease::out_quint);
    if (!any) return;
    auto const shows_case = shown_here(view, workshop);
    for (auto const& rounds : clouds)
        if (auto const& cloud = rounds.back(); cloud.shape && shows_case(cloud.on))
            now.clouds.push_back({cloud.on, &*cloud.shape});
}

bool is_nudged(PlaceView const& view, model::CaseId on)
{
    return view.nudge && view.nudge->key == model::PlacementKey{view.axis, on};
}

// The drawn position of a chip: moved by keys, or animated to the median.
base::Vec2 centre_of(Ui& ui, PlaceView const& view, Workshop const& workshop,
                     pictures::Matrix const& matrix, pictures::MatrixChip const& chip)
{
    auto const on = chip.spot.on;
    if (is_nudged(view, on)) return matrix.at(view.nudge->to.opportunity, view.nudge->to.risk);
    auto const* now = model::find<model::Placement>(workshop.doc(), {view.axis, on});
    bool const travels = now && now->by == model::PlacedBy::median;
    auto const id =
        "place/chip/" + std::to_string(view.axis.value) + "/" + std::to_string(on.value) + "/";
    float const ms = travels ? span_ms::settle : 0;
    return {follow(ui, id + "x", chip.centre.x, ms, Ease::in_out_cubic),
            follow(ui, id + "y", chip.centre.y, ms, Ease::in_out_cubic)};
}

// The contents of the matrix in this frame, before pointer input.
MatrixNow now_on(Ui& ui, PlaceView& view, Workshop const& workshop, model::Axis const& axis,
                 pictures::Matrix const& matrix)
{
    MatrixNow now;
    now.axis = &axis;
    now.matrix = matrix;
    add_clouds(ui, view, workshop, now);
    for (auto const& chip : view.laid.chips) {
        bool const nudged = is_nudged(view, chip.spot.on);
        now.chips.push_back(
            {&chip, centre_of(ui, view, workshop, matrix, chip),
             nudged ? nullptr : view.desk.place_of(chip.spot.on, chip.centre),
             nudged ? MatrixNow::Chip::Moved::by_keys : MatrixNow::Chip::Moved::no});
    }
    return now;
}

// The interactive areas of the matrix, and the pointer input.
MatrixTouched touched(Ui& ui, Workshop const& workshop, MatrixNow const& now,
                      model::CaseId selected)
{
    MatrixTouched out;
    if (touch(ui, "place.matrix", now.matrix.box, wording::axis_name(*now.axis), Enabled::yes,
              Role::area)
            .clicked)
        out.ground = MatrixTouched::Ground::clicked;
    for (auto const& one : now.chips) {
        auto const on = one.chip->spot.on;
        auto said = std::to_string(one.chip->number) + " " +
                    model::get<model::Case>(workshop.doc(), on).title;
        if (one.chip->spot.right == Spot::Right::contradicted)
            said += ", " + ui.tr("cloud.contradicted");
        auto const press =
            touch(ui, "place.chip." + std::to_string(one.chip->number),
                  base::grown({one.centre, one.centre}, ui.px(24)), said, Enabled::yes, Role::area);
        if (press.hovered) out.hovered = on;
        if (press.pressed) out.pressed = on;
        if (press.held && press.dragged) out.pulled = on;
    }
    // The label of the active case is on top.
    auto const top = out.hovered ? out.hovered : selected;
    auto const touch_name = [&](MatrixNow::Chip const& one) {
        if (one.name && touch(ui, "place.name." + std::to_string(one.chip->number), one.name->box,
                              one.chip->name.title, Enabled::yes, Role::area)
                            .clicked)
            out.named = one.chip->spot.on;
    };
    for (auto const& one : now.chips)
        if (one.chip->spot.on != top) touch_name(one);
    for (auto const& one : now.chips)
        if (one.chip->spot.on == top) touch_name(one);
    return out;
}

// Whether a case may be dragged.
Pull pull_of(PlaceView const& view, Workshop const& workshop, model::CaseId on)
{
    auto const* now = model::find<model::Placement>(workshop.doc(), {view.axis, on});
    bool const locked = now && now->lock == model::Lock::locked;
    bool const free = workshop.access == Access::edit && !locked && !view.nudge &&
                      view.hand == PlaceView::Hand::free;
    return free ? Pull::free : Pull::refused;
}

// The dragged chip, under the pointer.
void draw_dragged(Ui& ui, PlaceView const& view, Workshop const& workshop, model::Axis const& axis,
                  pictures::Matrix const& matrix)
{
    auto const number =
        std::to_string(model::get<model::Case>(workshop.doc(), view.drag->on).number);
    draw_picture(ui,
                 [&](auto& pen) { pictures::draw_carried(pen, matrix, axis, number, ui.mouse); });
    if (!matrix.box.contains(ui.mouse)) return;
    auto const to = matrix.levels_at(ui.mouse);
    tooltip(ui, base::grown({ui.mouse, ui.mouse}, ui.px(30)),
            wording::levels(*ui.words, to.opportunity, to.risk));
}

// The tooltip of the hovered case; the panel describes the selected one.
void draw_hovered(Ui& ui, PlaceView& view, Workshop const& workshop, MatrixNow const& now,
                  base::Rect const& bounds)
{
    if (!now.hovered || now.hovered == view.selected) return;
    for (auto const& one : now.chips)
        if (one.chip->spot.on == now.hovered)
            draw_hover_card(ui, view, workshop, *one.chip, *now.axis, one.centre, bounds);
}

} // namespace

std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray)
{
    auto const axis = model::get<model::Axis>(workshop.doc(), view.axis);
    auto const counts = analysis::placements(workshop.doc(), view.axis);
    draw_head(ui, view, workshop, axis, counts, area);

    // Layout.
    ScreenMeasure const measure(ui);
    auto const means = means_of(ui, measure);
    Ground ground;
    ground.matrix = pictures::matrix_of(axis,
                                        {{area.min.x + ui.px(84), area.min.y + ui.px(110)},
                                         {area.max.x - ui.px(24), area.max.y - ui.px(72)}},
                                        ui.px(8), ui.px(pictures::title_band));
    auto const& matrix = ground.matrix;
    ground.titles = pictures::quadrant_titles(means, matrix, axis, counts.counts);
    lay_out(ui, view, workshop, means, ground);
    auto now = now_on(ui, view, workshop, axis, matrix);

    // Pointer input and actions.
    auto const hand = touched(ui, workshop, now, view.selected);
    auto const held =
        held_after({view.selected, view.drag}, hand, pull_of(view, workshop, hand.pulled));
    view.selected = held.selected;
    view.drag = held.drag;
    now.selected = view.selected;
    now.hovered = hand.hovered;
    if (view.drag) now.carried = view.drag->on;

    // Drawing.
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_quadrants(pen, matrix, pen.px(20), ground.titles);
        pictures::draw_scales(pen, matrix, axis);
        pictures::draw_cases(pen, now);
    });
    if (!view.drag) {
        if (view.names) draw_left_out(ui, view, workshop);
        draw_hovered(ui, view, workshop, now, {{area.min.x + ui.px(8), area.min.y}, area.max});
        return std::nullopt;
    }
    draw_dragged(ui, view, workshop, axis, matrix);
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return std::nullopt;
    auto const drag = *std::exchange(view.drag, std::nullopt);
    return dropped(workshop.doc(), view.axis, drag,
                   drop_spot(matrix, tray, ui.mouse, ui.px(drop_reach)));
}

} // namespace ui
