#include "analysis/common/in_use.h"
#include "analysis/estimates/settling.h"
#include "analysis/voting/tally.h"
#include "pictures/clouds.h"
#include "pictures/matrix_picture.h"
#include "pictures/profile.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/paint/cloud_paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/place/place_view.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

// One case on all axes: small matrices and the case's profile.
namespace ui {
namespace {

using analysis::Quadrant;

// The quadrant of the tracked case on an axis with icon and word, or that it is not placed; and the
// agreement. Returns the right end.
float draw_verdict(Ui& ui, base::Vec2 at, model::Axis const& axis,
                   std::optional<analysis::Placed> const& placed, analysis::Cloud const* cloud)
{
    float x = at.x;
    if (placed) {
        auto const look = look_of(ui, outcome_of(placed->quadrant));
        draw_icon_at(ui, {x + ui.px(10), at.y + ui.px(11)}, ui.px(20), look.text, look.icon);
        x += ui.px(26) + draw_text(ui, {x + ui.px(26), at.y}, type::legend, look.text,
                                   wording::quadrant(*ui.words, axis, placed->quadrant));
    } else {
        x += draw_text(ui, at, type::legend, ui.color().ink3, ui.tr("place.unplaced"));
    }
    if (!cloud || !cloud->contested()) return x;
    return x + ui.px(12) +
           draw_text(ui, {x + ui.px(12), at.y}, type::legend, ui.color().warn,
                     "\u2260 " + ui.tr("place.legend.contested"));
}

// A mark that the placement contradicts the estimates.
void draw_elsewhere(Ui& ui, base::Vec2 at, float end)
{
    draw_icon_at(ui, {at.x + ui.px(20), at.y + ui.px(11)}, ui.px(18), ui.color().warn,
                 icon_contradicted);
    draw_text_in(ui, {{at.x + ui.px(32), at.y}, {end, at.y + ui.px(22)}}, type::legend,
                 ui.color().warn, ui.tr("place.legend.contradicted"));
}

// Height above a small matrix, for a title of one or two lines.
constexpr float head_one = 44, head_two = 58;
constexpr Type overview_title_on_two{Face::semibold, 17, 19};

void draw_small(Ui& ui, PlaceView& view, Workshop const& workshop, model::AxisId id,
                base::Rect const& box, base::Rect const& head,
                std::optional<analysis::Placed> const& tracked)
{
    auto const& doc = workshop.doc();
    auto const axis = model::get<model::Axis>(doc, id);
    auto const press = touch(ui, "overview.axis." + std::to_string(axis.place), head, axis.title);
    if (press.hovered) fill(ui, base::grown(head, ui.px(4)), ui.px(10), ui.color().sunken);
    if (press.clicked) {
        view.axis = id;
        view.show = PlaceView::Show::matrix;
    }
    draw_axis_badge(ui, head.min, ui.px(40), axis.place);
    // On one line, or smaller on two if needed; the quadrant below.
    bool const two = head.height() > ui.px(head_one);
    float const words = head.min.x + ui.px(52), under_y = head.max.y - ui.px(23);
    draw_lines_in(ui, {{words, head.min.y - ui.px(6)}, {head.max.x, under_y + ui.px(1)}},
                  two ? overview_title_on_two : type::frame, ui.color().ink,
                  wording::axis_name(axis));
    auto const* cloud = cloud_of(view.room, workshop, {id, view.selected});
    bool const elsewhere = standing_of(view, workshop, {id, view.selected}).contradicted();
    base::Vec2 const under{words, under_y};
    float const said = draw_verdict(ui, under, axis, tracked, cloud);
    if (elsewhere) draw_elsewhere(ui, {said, under.y}, head.max.x);
    probe_value(ui, "overview.axis." + std::to_string(axis.place),
                elsewhere ? ui.tr("cloud.contradicted") : "");
    auto const matrix = pictures::matrix_of(axis, box, ui.px(6));
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_small_matrix(pen, box, doc, id, view.selected, pen.px(6.5F), pen.px(6),
                                    pen.px(14));
    });
    for (auto const& one : analysis::placements(doc, id).placed) {
        if (one.on == view.selected) continue;
        auto const at = matrix.at(one.opportunity, one.risk);
        auto const text = model::get<model::Case>(doc, one.on);
        float const r = ui.px(9);
        auto const dot = touch(
            ui, "overview." + std::to_string(axis.place) + "." + std::to_string(text.number),
            {{at.x - r, at.y - r}, {at.x + r, at.y + r}}, text.title, Enabled::yes, Role::area);
        if (dot.hovered) {
            ring(ui, at, ui.px(8), ui.color().accent, ui.px(2));
            tooltip(ui, {{at.x - r, at.y - r}, {at.x + r, at.y + r}},
                    std::to_string(text.number) + " · " + text.title);
        }
        if (dot.clicked) view.selected = one.on;
    }
    auto const number = std::to_string(model::get<model::Case>(doc, view.selected).number);
    auto const badge =
        cloud && cloud->contested() ? CaseChip::Badge::contested : CaseChip::Badge::none;
    auto const median = view.clouds && cloud ? analysis::at_the_median(*cloud) : std::nullopt;
    draw_picture(ui, [&](auto& pen) {
        if (view.clouds && cloud && cloud->shape)
            pictures::draw_cloud(pen, matrix, *cloud->shape, pen.color().ax.at(hue_of(axis.place)),
                                 0.22F);
        if (tracked)
            pictures::draw_tracked(pen, matrix, axis,
                                   matrix.at(tracked->opportunity, tracked->risk), number,
                                   ChipState::rest, badge);
        else if (median) // the median, as there is no placement
            pictures::draw_tracked(pen, matrix, axis, matrix.at(median->opportunity, median->risk),
                                   number, ChipState::before, badge);
    });
}

std::vector<pictures::ProfileRow> profile_rows(PlaceView& view, Workshop const& workshop,
                                               std::vector<analysis::ProfilePoint> const& profile)
{
    using Sign = pictures::ProfileRow::Sign;
    std::vector<pictures::ProfileRow> rows;
    for (auto const& point : profile) {
        model::PlacementKey const key{point.axis, view.selected};
        auto const* cloud = cloud_of(view.room, workshop, key);
        auto const sign = cloud && cloud->contested()                       ? Sign::contested
                          : standing_of(view, workshop, key).contradicted() ? Sign::contradicted
                                                                            : Sign::none;
        rows.push_back(
            {model::get<model::Axis>(workshop.doc(), point.axis).place, point.placed, sign});
    }
    return rows;
}

// Conflicts between axes for the tracked case.
std::string pulled_apart(Ui& ui, PlaceView& view, Workshop const& workshop,
                         std::vector<analysis::ProfilePoint> const& profile)
{
    std::vector<model::AxisId> contested, contradicted;
    for (auto const& point : profile) {
        auto const standing = standing_of(view, workshop, {point.axis, view.selected});
        if (standing.cloud && standing.cloud->contested()) contested.push_back(point.axis);
        if (standing.contradicted()) contradicted.push_back(point.axis);
    }
    return wording::pulled_apart(*ui.words, workshop.doc(), profile, contested, contradicted);
}

// The tracked case: title, counts of quadrants, profile, conflicts.
void draw_followed(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area,
                   base::Rect const& inner, std::vector<model::CaseId> const& cases)
{
    auto const& doc = workshop.doc();
    auto const at = std::ranges::find(cases, view.selected) - cases.begin();
    auto go = [&](std::ptrdiff_t step) {
        auto const count = static_cast<std::ptrdiff_t>(cases.size());
        view.selected = cases[static_cast<std::size_t>((at + step + count) % count)];
    };
    ScrollArea scroll(ui, "overview.side", {{area.min.x, inner.min.y}, {area.max.x, inner.max.y}},
                      view.side);
    float const top = scroll.top(), side = ui.px(44);
    if (icon_button(ui, "overview.previous", {{inner.min.x, top}, {inner.min.x + side, top + side}},
                    icon::chevron_left, ui.tr("place.previous"), Rank::secondary) ||
        shortcut(ui, ImGuiKey_LeftArrow))
        go(-1);
    if (icon_button(ui, "overview.next", {{inner.max.x - side, top}, {inner.max.x, top + side}},
                    icon::chevron_right, ui.tr("place.next"), Rank::secondary) ||
        shortcut(ui, ImGuiKey_RightArrow))
        go(1);
    draw_text_in(ui, {{inner.min.x, top}, {inner.max.x, top + side}}, type::label, ui.color().ink2,
                 ui.words->text("place.tracked", at + 1, cases.size()), Align::centre);
    auto const text = model::get<model::Case>(doc, view.selected);
    auto const number = std::to_string(text.number);
    float y = top + ui.px(64);
    draw_case_mark(ui, {inner.min.x + ui.px(23), y + ui.px(23)},
                   {.number = number, .diameter = 46, .fill = ChipFill::accent});
    y += std::max(ui.px(46),
                  draw_paragraph(ui, {inner.min.x + ui.px(62), y}, inner.width() - ui.px(62),
                                 type::h2, ui.color().ink, text.title, 4));
    auto line_said = text.domain;
    auto const& voted = vote_of(view, workshop);
    if (auto const* one = voted ? voted->find(view.selected) : nullptr)
        line_said +=
            (line_said.empty() ? "" : " · ") +
            wording::voted(*ui.words, {model::get<model::Round>(doc, voted->round), *voted, *one});
    y += draw_paragraph(ui, {inner.min.x + ui.px(62), y}, inner.width() - ui.px(62), type::text,
                        ui.color().ink2, line_said, 3) +
         ui.px(18);

    auto const profile = analysis::profile(doc, view.selected);
    std::array<int, analysis::quadrant_count> counts{};
    for (auto const& point : profile)
        if (point.placed) ++counts.at(static_cast<std::size_t>(point.placed->quadrant));
    float x = inner.min.x;
    float const tile = (inner.width() - 3 * ui.px(8)) / 4;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const quadrant = static_cast<Quadrant>(i);
        auto const look = look_of(ui, outcome_of(quadrant));
        base::Rect const box{{x, y}, {x + tile, y + ui.px(78)}};
        fill(ui, box, ui.px(13), counts.at(i) > 0 ? look.tint : ui.color().sunken);
        auto const color = counts.at(i) > 0 ? look.text : ui.color().ink3;
        draw_icon_at(ui, {x + ui.px(24), y + ui.px(26)}, ui.px(22), color, look.icon);
        draw_text(ui, {x + ui.px(42), y + ui.px(10)}, type::rank, color,
                  std::to_string(counts.at(i)));
        draw_text_in(ui, {{x + ui.px(6), y + ui.px(46)}, {x + tile - ui.px(2), y + ui.px(70)}},
                     {Face::semibold, 14, 20}, color, wording::quadrant(*ui.words, quadrant));
        x += tile + ui.px(8);
    }
    y += ui.px(100);
    hairline_h(ui, area.min.x, area.max.x, y, ui.color().line);
    y += ui.px(22);
    auto const rows = profile_rows(view, workshop, profile);
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_profile(pen, rows, {{inner.min.x, y}, {inner.max.x, y}});
    });
    y += ui.px(pictures::profile_head) +
         ui.px(pictures::profile_row) * static_cast<float>(profile.size()) + ui.px(8);
    if (auto const conflict = pulled_apart(ui, view, workshop, profile); !conflict.empty()) {
        float const words = inner.width() - ui.px(62);
        float const height = paragraph_height(ui, type::text, conflict, words) + ui.px(28);
        base::Rect const box{{inner.min.x, y}, {inner.max.x, y + height}};
        fill(ui, box, ui.px(14), ui.color().warntint);
        draw_icon_at(ui, {box.min.x + ui.px(26), box.min.y + ui.px(27)}, ui.px(22), ui.color().warn,
                     icon::warning_amber);
        draw_paragraph(ui, {box.min.x + ui.px(46), box.min.y + ui.px(14)}, words, type::text,
                       ui.color().ink, conflict);
        y += height + ui.px(12);
    }
    scroll.content_height(y - top);
}

std::optional<Wish> draw_side(Ui& ui, PlaceView& view, Workshop const& workshop,
                              base::Rect const& area, std::vector<model::CaseId> const& cases)
{
    if (ui.audience == Audience::room) return std::nullopt;
    auto const inner = draw_panel(ui, area);
    base::Rect const next{{inner.min.x, inner.max.y - ui.px(52)}, inner.max};
    draw_followed(ui, view, workshop, area, {inner.min, {inner.max.x, next.min.y - ui.px(12)}},
                  cases);
    if (button(ui, "overview.decide", next, ui.tr("place.decide"),
               {.rank = Rank::primary, .icon = icon::arrow_forward}))
        return edit::SetStep{model::Step::decide};
    return std::nullopt;
}

} // namespace

std::optional<Wish> draw_overview(Ui& ui, PlaceView& view, Workshop const& workshop,
                                  ScreenLayout const& layout)
{
    auto const& doc = workshop.doc();
    auto const cases = analysis::visible_cases(doc);
    bool const eight = analysis::active_axes(doc).size() == 8;
    auto const rest =
        draw_prompt(ui, layout.main, ui.tr(eight ? "place.overview.title" : "place.overview.any"),
                    ui.tr("place.overview.line"));
    draw_picture(ui, [&](auto& pen) { pictures::draw_overview_legend(pen, rest); });
    if (cases.empty()) {
        (void)draw_panel(ui, layout.panel);
        return std::nullopt;
    }
    if (std::ranges::find(cases, view.selected) ==
        cases.end()) { // the first placed one, else the first
        auto const placed = std::ranges::find_if(cases, [&](auto id) {
            return std::ranges::any_of(analysis::profile(doc, id),
                                       [](auto const& p) { return p.placed.has_value(); });
        });
        view.selected = placed == cases.end() ? cases.front() : *placed;
    }
    auto const profile = analysis::profile(doc, view.selected);
    auto const count = static_cast<int>(profile.size());
    int const columns = count <= 1 ? 1 : count <= 4 ? 2 : count <= 8 ? 4 : 5;
    int const rows = std::max(1, (count + columns - 1) / columns);
    base::Rect const grid{{layout.main.min.x + ui.px(24), layout.main.min.y + ui.px(112)},
                          {layout.main.max.x - ui.px(24), layout.main.max.y - ui.px(20)}};
    float const gap = ui.px(20);
    float const width =
        (grid.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    bool const two = std::ranges::any_of(profile, [&](auto const& point) {
        auto const name = wording::axis_name(model::get<model::Axis>(doc, point.axis));
        return text_width(ui, type::frame, name) > width - ui.px(52);
    });
    float const over = ui.px(two ? head_two : head_one), head = over + ui.px(18);
    float const pitch = grid.height() / static_cast<float>(rows);
    for (int i = 0; i < count; ++i) {
        float const x = grid.min.x + static_cast<float>(i % columns) * (width + gap);
        int const line = i / columns;
        float const y = grid.min.y + static_cast<float>(line) * pitch;
        base::Rect const box{{x, y + head}, {x + width, y + pitch - ui.px(16)}};
        auto const& point = profile[static_cast<std::size_t>(i)];
        draw_small(ui, view, workshop, point.axis, box,
                   {{x, y + ui.px(8)}, {x + width, y + ui.px(8) + over}}, point.placed);
    }
    return draw_side(ui, view, workshop, layout.panel, cases);
}

} // namespace ui
