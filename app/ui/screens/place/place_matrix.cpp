#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/paint/cloud_paint.h"
#include "ui/screens/place/place_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float least_title = 0.7F; // of the size of an axis's title
constexpr Type title_on_two{Face::display, 21, 26};
constexpr float cloud_alpha = 0.13F, cloud_faint = 0.04F, cloud_strong = 0.2F;

// What lies on the matrix: what is settled, and the room's medians of what is not yet.
std::vector<Spot> spots_of(PlaceView& view, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    std::vector<Spot> spots;
    auto badge_of = [](analysis::Cloud const* cloud, model::Lock lock) {
        if (cloud && cloud->contested()) return CaseChip::Badge::contested;
        return lock == model::Lock::locked ? CaseChip::Badge::locked : CaseChip::Badge::none;
    };
    for (auto const& one : analysis::placements(doc, view.axis).placed) {
        if (!shows(view.filter, view.room, workshop, view.axis, one.on)) continue;
        model::PlacementKey const key{view.axis, one.on};
        auto const now = model::get<model::Placement>(doc, key);
        auto const* cloud = cloud_of(view.room, workshop, key);
        auto const badge = badge_of(cloud, now.lock);
        Spot spot{one.on, one.opportunity, one.risk, Spot::Kind::settled, badge};
        if (now.lock == model::Lock::locked && badge != CaseChip::Badge::locked)
            spot.left = Spot::Left::locked;
        if (cloud && analysis::contradicted(now, *cloud))
            spot.right = Spot::Right::contradicted;
        else if (cloud && cloud->shape && now.by == model::PlacedBy::hand)
            spot.right = Spot::Right::by_hand;
        spots.push_back(spot);
    }
    if (!view.clouds) return spots;
    for (auto const& rounds : clouds_on(view.room, workshop, view.axis)) {
        auto const& cloud = rounds.back();
        auto const at = analysis::at_the_median(cloud);
        if (!at || model::find<model::Placement>(doc, {view.axis, cloud.on})) continue;
        if (!shows(view.filter, view.room, workshop, view.axis, cloud.on)) continue;
        spots.push_back({cloud.on, at->opportunity, at->risk, Spot::Kind::median,
                         badge_of(&cloud, model::Lock::open)});
    }
    return spots;
}

// The dashed outlines of what is contested, as `draw_clouds` draws them.
std::vector<std::vector<base::Vec2>> rings_of(PlaceView& view, Workshop const& workshop,
                                              pictures::Matrix const& matrix)
{
    std::vector<std::vector<base::Vec2>> out;
    if (!view.clouds) return out;
    for (auto const& rounds : clouds_on(view.room, workshop, view.axis)) {
        auto const& cloud = rounds.back();
        if (!cloud.contested() || !cloud.shape->half) continue;
        if (!shows(view.filter, view.room, workshop, view.axis, cloud.on)) continue;
        auto const outline = pictures::outline_of(matrix, *cloud.shape->half);
        out.emplace_back(outline.begin(), outline.end());
    }
    return out;
}

void lay_out(Ui& ui, PlaceView& view, Workshop const& workshop, pictures::Matrix const& matrix,
             std::vector<base::Rect> const& taken)
{
    auto& laid = view.laid;
    view.desk.refresh(ui);
    auto const entries = workshop.session.version;
    if (laid.entries == entries && laid.axis == view.axis && laid.box == matrix.box &&
        laid.names == view.names && laid.clouds == view.clouds && laid.filter == view.filter &&
        laid.language == ui.words->language())
        return;
    // Of another axis or size nothing is kept.
    bool const same = laid.axis == view.axis && laid.box == matrix.box;
    laid = {entries,     view.axis,   matrix.box,           view.names,
            view.clouds, view.filter, ui.words->language(), {}};
    laid.chips = lay_out_chips(ui, workshop.doc(), matrix, spots_of(view, workshop), taken,
                               view.names ? Titles::shown : Titles::none);
    float const count = pill_width(ui, left_out_said(ui, laid.chips.size())) + ui.px(22);
    auto rings = rings_of(view, workshop, matrix);
    view.desk.ask(ui, names_wanted(ui, matrix, laid.chips, taken, std::move(rings), count),
                  same ? NameDesk::Keep::places : NameDesk::Keep::nothing);
}

void draw_leader(Ui& ui, MatrixChip const& chip)
{
    if (std::hypot(chip.centre.x - chip.at.x, chip.centre.y - chip.at.y) < ui.px(6)) return;
    line(ui, chip.at, chip.centre, ui.color().ink3, ui.snap(1.5F));
    disc(ui, chip.at, ui.px(3), ui.color().ink3);
}

void draw_legend(Ui& ui, PlaceView const& view, RoomClouds::OfAxis const& clouds,
                 base::Rect const& strip, model::Axis const& axis)
{
    float x = strip.max.x;
    float const y = strip.center().y;
    std::string all;
    auto entry = [&](std::string const& text, float wide, auto&& mark) {
        float const needed = text_width(ui, type::legend, text) + ui.px(wide + 26);
        if (x - needed < strip.min.x) return; // what finds no room is not cut
        all += (all.empty() ? "" : ", ") + text;
        x -= text_width(ui, type::legend, text);
        draw_text_in(ui, {{x, y - ui.px(11)}, {strip.max.x, y + ui.px(11)}}, type::legend,
                     ui.color().ink2, text);
        x -= ui.px(wide);
        mark(base::Vec2{x + ui.px(wide / 2 - 4), y});
        x -= ui.px(26);
    };
    auto const hue = ui.color().ax.at(hue_of(axis.place));
    auto const& chips = view.laid.chips;
    if (std::ranges::find(chips, Spot::Right::contradicted, &MatrixChip::right) != chips.end())
        entry(ui.tr("place.legend.contradicted"), 26, [&](base::Vec2 at) {
            draw_icon_at(ui, at, ui.px(20), ui.color().warn, icon::warning_amber);
        });
    if (clouds.empty() || !view.clouds) {
        entry(ui.tr("place.legend.locked"), 26,
              [&](base::Vec2 at) { draw_icon_at(ui, at, ui.px(20), ui.color().ink2, icon::lock); });
        entry(ui.tr("place.legend.placed"), 26,
              [&](base::Vec2 at) { disc(ui, at, ui.px(9), hue); });
    } else {
        entry(ui.tr("place.legend.contested"), 30, [&](base::Vec2 at) {
            dashed_ring(ui, at, ui.px(11), ui.color().warn, ui.px(2), {ui.px(4), ui.px(3)});
            draw_contested_badge(ui, at, ui.px(7));
        });
        entry(ui.tr("place.legend.half", analysis::ellipse_from), 38, [&](base::Vec2 at) {
            ellipse(ui, at, {ui.px(15), ui.px(8)}, 0, board::faded(hue, 0.25F));
        });
        entry(ui.tr("place.legend.to_settle"), 26, [&](base::Vec2 at) {
            dashed_ring(ui, at, ui.px(9), hue, ui.px(2), {ui.px(3), ui.px(2.5F)});
        });
        entry(ui.tr("place.legend.settled"), 26,
              [&](base::Vec2 at) { disc(ui, at, ui.px(9), hue); });
    }
    touch(ui, "place.legend", {{x, strip.min.y}, strip.max}, all, Enabled::yes, Role::area);
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
    auto const title = name_of_axis(axis);
    base::Rect const line_box{{x + ui.px(64), y},
                              {x + ui.px(64) + std::max(room, ui.px(80)), y + ui.px(48)}};
    // Smaller where the title is too long for its line, then on two.
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
    draw_legend(ui, view, clouds_on(view.room, workshop, view.axis),
                {{free, y}, {right, y + ui.px(48)}}, axis);
    // The case that has the keyboard, said in words.
    auto const* one = model::find<model::Case>(workshop.doc(), view.selected);
    if (!one) return;
    auto const* settled = model::find<model::Placement>(workshop.doc(), {view.axis, view.selected});
    auto const* cloud = cloud_of(view.room, workshop, {view.axis, view.selected});
    auto said = std::to_string(one->number) + ", " + one->title;
    if (view.nudge && view.nudge->key == model::PlacementKey{view.axis, view.selected})
        settled = &view.nudge->to;
    if (settled) said += ", " + levels_said(ui, settled->opportunity, settled->risk);
    if (cloud && cloud->contested()) said += ", " + ui.tr("place.legend.contested");
    if (settled && cloud && analysis::contradicted(*settled, *cloud))
        said += ", " + ui.tr("place.legend.contradicted");
    draw_text_in(ui, {{area.min.x + ui.px(320), y + ui.px(50)}, {right, y + ui.px(78)}},
                 type::label, ui.color().ink2, said, Align::right);
}

// Where a case is let go: on the matrix, back in the tray, or nowhere.
std::optional<Wish> drop(Ui const& ui, PlaceView& view, Workshop const& workshop,
                         pictures::Matrix const& matrix, base::Rect const& tray)
{
    auto const drag = *view.drag;
    view.drag.reset();
    model::PlacementKey const key{view.axis, drag.on};
    if (base::grown(matrix.box, ui.px(12)).contains(ui.mouse)) {
        auto const to = matrix.levels_at(ui.mouse);
        return edit::Place{key, moved_by_hand(model::get<model::Placement>(workshop.doc(), key),
                                              to.opportunity, to.risk)};
    }
    if (drag.from == PlaceView::Drag::From::matrix && tray.contains(ui.mouse) &&
        model::find<model::Placement>(workshop.doc(), key))
        return edit::Unplace{key};
    return std::nullopt;
}

void draw_dragged(Ui& ui, PlaceView const& view, Workshop const& workshop, model::Axis const& axis,
                  pictures::Matrix const& matrix)
{
    auto const text = model::get<model::Case>(workshop.doc(), view.drag->on);
    if (matrix.box.contains(ui.mouse)) {
        auto const to = matrix.levels_at(ui.mouse);
        outline(ui, matrix.quadrant(matrix.quadrant_of(to)), ui.px(20), ui.color().accent,
                ui.px(2.5F));
        tooltip(ui, base::grown({ui.mouse, ui.mouse}, ui.px(30)),
                levels_said(ui, to.opportunity, to.risk));
    }
    auto const number = std::to_string(text.number);
    CaseChip drawn;
    drawn.number = number;
    drawn.axis = hue_of(axis.place);
    drawn.radius = ui.px(27);
    drawn.state = ChipState::selected;
    draw_case_chip(ui, ui.mouse, drawn);
}

// The clouds, under the chips.
void draw_clouds(Ui& ui, PlaceView& view, Workshop const& workshop, pictures::Matrix const& matrix,
                 model::Axis const& axis, model::CaseId looked_at)
{
    auto const& clouds = clouds_on(view.room, workshop, view.axis);
    bool const any = view.clouds && !clouds.empty();
    float const shown =
        follow(ui, "place/clouds", any ? 1.F : 0.F, span_ms::reveal, Ease::out_quint);
    if (!any) return;
    auto const hue = ui.color().ax.at(hue_of(axis.place));
    for (auto const& rounds : clouds) {
        auto const& cloud = rounds.back();
        if (!cloud.shape || !shows(view.filter, view.room, workshop, view.axis, cloud.on)) continue;
        float const alpha = cloud.on == looked_at ? cloud_strong
                            : looked_at           ? cloud_faint
                                                  : cloud_alpha;
        draw_cloud(ui, matrix, *cloud.shape, hue, alpha * shown);
    }
}

// Above the others: each dot and the camps of the one that is looked at.
void draw_people(Ui& ui, PlaceView& view, Workshop const& workshop, pictures::Matrix const& matrix,
                 model::CaseId looked_at)
{
    if (!view.clouds || !looked_at) return;
    auto const* cloud = cloud_of(view.room, workshop, {view.axis, looked_at});
    if (!cloud || !cloud->shape) return;
    if (!shows(view.filter, view.room, workshop, view.axis, looked_at)) return;
    draw_dots(ui, matrix, *cloud->shape);
}

// Where a chip is drawn: under the keys, or on its way to the room's median.
base::Vec2 centre_of(Ui& ui, PlaceView const& view, Workshop const& workshop,
                     pictures::Matrix const& matrix, MatrixChip const& chip)
{
    model::PlacementKey const key{view.axis, chip.on};
    if (view.nudge && view.nudge->key == key)
        return matrix.at(view.nudge->to.opportunity, view.nudge->to.risk);
    auto const* now = model::find<model::Placement>(workshop.doc(), key);
    bool const travels = now && now->by == model::PlacedBy::median;
    auto const id =
        "place/chip/" + std::to_string(view.axis.value) + "/" + std::to_string(chip.on.value) + "/";
    float const ms = travels ? span_ms::settle : 0;
    return {follow(ui, id + "x", chip.centre.x, ms, Ease::in_out_cubic),
            follow(ui, id + "y", chip.centre.y, ms, Ease::in_out_cubic)};
}

} // namespace

std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray)
{
    auto const axis = model::get<model::Axis>(workshop.doc(), view.axis);
    auto const counts = analysis::placements(workshop.doc(), view.axis);
    draw_head(ui, view, workshop, axis, counts, area);
    auto const matrix = pictures::matrix_of(axis,
                                            {{area.min.x + ui.px(84), area.min.y + ui.px(110)},
                                             {area.max.x - ui.px(24), area.max.y - ui.px(72)}},
                                            ui.px(8), ui.px(title_band));
    auto const taken = draw_quadrants(ui, matrix, ui.px(20), Titles::shown, counts, axis);
    draw_scales(ui, matrix, axis);
    lay_out(ui, view, workshop, matrix, taken);
    if (touch(ui, "place.matrix", matrix.box, name_of_axis(axis), Enabled::yes, Role::area).clicked)
        view.selected = {};

    MatrixChip const* hovered = nullptr;
    bool const may = workshop.access == Access::edit;
    std::vector<base::Vec2> centres;
    for (auto& chip : view.laid.chips) {
        auto const centre = centre_of(ui, view, workshop, matrix, chip);
        centres.push_back(centre);
        float const r = ui.px(24);
        auto const text = model::get<model::Case>(workshop.doc(), chip.on);
        auto said = std::to_string(chip.number) + " " + text.title;
        if (chip.right == Spot::Right::contradicted) said += ", " + ui.tr("cloud.contradicted");
        auto const press = touch(ui, "place.chip." + std::to_string(chip.number),
                                 {{centre.x - r, centre.y - r}, {centre.x + r, centre.y + r}}, said,
                                 Enabled::yes, Role::area);
        if (press.hovered) hovered = &chip;
        if (press.pressed) view.selected = chip.on;
        auto const* now = model::find<model::Placement>(workshop.doc(), {view.axis, chip.on});
        bool const locked = now && now->lock == model::Lock::locked;
        if (may && press.held && press.dragged && !locked && !view.drag && !view.nudge &&
            view.hand == PlaceView::Hand::free)
            view.drag = {chip.on, PlaceView::Drag::From::matrix};
    }
    bool const dragging = view.drag.has_value();
    auto const looked_at = dragging ? view.drag->on : hovered ? hovered->on : view.selected;
    draw_clouds(ui, view, workshop, matrix, axis, looked_at);
    auto nudged = [&](MatrixChip const& chip) {
        return view.nudge && view.nudge->key == model::PlacementKey{view.axis, chip.on};
    };
    for (auto const& chip : view.laid.chips)
        if (!nudged(chip)) draw_leader(ui, chip);
    auto draw_one = [&](std::size_t i) {
        auto const& chip = view.laid.chips[i];
        auto const number = std::to_string(chip.number);
        auto drawn = chip_of(ui, chip, axis, number);
        bool const faint = (hovered && &chip != hovered) || (dragging && view.drag->on == chip.on);
        if (&chip == hovered) drawn.radius = ui.px(27);
        if (chip.on == view.selected) drawn.state = ChipState::selected;
        if (dragging && view.drag->on == chip.on) drawn.alpha = 0.35F;
        if (hovered && &chip != hovered) drawn.alpha = 0.45F;
        draw_case_chip(ui, centres[i], drawn);
        draw_signs(ui, chip, centres[i], drawn.alpha);
        auto const* place = nudged(chip) ? nullptr : view.desk.place_of(chip.on, chip.centre);
        if (!place) return;
        if (chip.on == looked_at) // over the dots
            fill(ui, base::grown(place->box, ui.px(3)), ui.px(8),
                 board::faded(ui.color().panel, 0.82F));
        auto const name = touch(ui, "place.name." + number, place->box, chip.name.title,
                                Enabled::yes, Role::area);
        if (name.clicked) view.selected = chip.on;
        draw_name_leader(ui, *place, board::faded(ui.color().ink2, faint ? 0.35F : 1));
        draw_name(ui, chip.name, *place, board::faded(ui.color().ink, faint ? 0.35F : 1));
    };
    for (std::size_t i = 0; i < centres.size(); ++i)
        if (view.laid.chips[i].on != looked_at) draw_one(i);
    draw_people(ui, view, workshop, matrix, looked_at);
    for (std::size_t i = 0; i < centres.size(); ++i)
        if (view.laid.chips[i].on == looked_at) draw_one(i);
    if (view.names && !dragging) draw_left_out(ui, view, workshop);
    std::optional<Wish> wish;
    // Of the case in hand the panel says more.
    if (hovered && hovered->on != view.selected && !dragging)
        draw_hover_card(ui, view, workshop, *hovered, axis,
                        centres[static_cast<std::size_t>(hovered - view.laid.chips.data())],
                        {{area.min.x + ui.px(8), area.min.y}, area.max});
    if (dragging) {
        draw_dragged(ui, view, workshop, axis, matrix);
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left))
            wish = drop(ui, view, workshop, matrix, tray);
    }
    return wish;
}

} // namespace ui
