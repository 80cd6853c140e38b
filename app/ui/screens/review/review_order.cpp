#include "analysis/common/in_use.h"
#include "pictures/matrix_picture.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/review/review_parts.h"
#include "wording/decisions.h"
#include "wording/placements.h"
#include "wording/story.h"

#include <algorithm>
#include <array>

// The order at that moment with decisions; and the matrix, overall or of one axis. A press on a
// case explains its rank.
namespace ui {
namespace {

constexpr float row_height = 52; // design pixels
constexpr std::array bodies{model::Body::workshop, model::Body::committee};

void order_then(ReviewView& view, Workshop const& workshop)
{
    view.order.get(workshop.source(), [](auto const& part) {
        ReviewView::Order out;
        out.evidence = analysis::read_evidence(part);
        out.cases = analysis::place_cases(out.evidence);
        return out;
    });
}

// The cases affected by the current entry.
bool is_touched(Workshop const& workshop, model::CaseId on)
{
    if (!workshop.story) return false;
    auto const* event = event_at(*workshop.story, workshop.session.version);
    return event && concerns(*event, on);
}

void draw_levels(Ui& ui, base::Rect const& box, double value, board::Color color)
{
    auto const& c = ui.color();
    float const y = box.center().y;
    draw_text_in(ui, box, type::label, c.ink, ui.words->decimal(value, 1));
    base::Rect const track{{box.min.x + ui.px(44), y - ui.px(5)}, {box.max.x, y + ui.px(5)}};
    fill(ui, track, ui.px(5), c.sunken);
    fill(ui,
         {track.min, {track.min.x + track.width() * static_cast<float>(value / 10), track.max.y}},
         ui.px(5), color);
}

// What the workshop decided, then the committee after its icon: in words where there is room for
// both, else as icons.
void draw_decisions(Ui& ui, model::Document const& doc, model::CaseId on, base::Rect const& box,
                    std::string const& number)
{
    float const committee_icon = ui.px(28), space = ui.px(8), disc = ui.px(outcome_disc);
    float const y = box.center().y;
    auto const verdict_of = [&](model::Body body) {
        return model::get<model::Decision>(doc, {on, body}).verdict;
    };
    float x = box.min.x;
    for (auto body : bodies) {
        auto const verdict = verdict_of(body);
        if (verdict == model::Verdict::none) continue;
        bool const ours = body == model::Body::workshop;
        float const from = x;
        if (!ours) {
            draw_icon_at(ui, {x + ui.px(10), y}, ui.px(20), ui.color().ink2, icon::groups);
            x += committee_icon;
        }
        bool const more = ours && verdict_of(model::Body::committee) != model::Verdict::none;
        float const rest = more ? space + committee_icon + disc : 0;
        auto const word = wording::verdict(*ui.words, verdict);
        if (x + decision_width(ui, word) + rest <= box.max.x) {
            x += draw_decision(ui, {x, y}, outcome_of(verdict), word, 34);
        } else {
            draw_outcome_disc(ui, {x + disc / 2, y}, outcome_of(verdict));
            x += disc;
        }
        base::Rect const seen{{from, y - disc / 2}, {x, y + disc / 2}};
        auto const said = wording::decided(*ui.words, body, verdict);
        auto const id = std::string(ours ? "review.workshop." : "review.committee.") + number;
        if (touch(ui, id, seen, said, Enabled::yes, Role::area).hovered) tooltip(ui, seen, said);
        x += space;
    }
}

void draw_order_row(Ui& ui, ReviewView& view, Workshop const& workshop,
                    analysis::PlacedCase const& one, base::Rect const& row)
{
    auto const& doc = workshop.doc();
    auto const& c = ui.color();
    auto const text = model::get<model::Case>(doc, one.on);
    auto const number = std::to_string(text.number);
    bool const chosen = view.selected == one.on;
    auto const press = touch(ui, "review.row." + number, row,
                             ui.words->ordinal(one.rank) + ", " + number + ", " + text.title);
    if (chosen) probe_on(ui, "review.row." + number, On::yes);
    if (is_touched(workshop, one.on)) fill(ui, row, ui.px(8), c.warntint);
    if (chosen || press.hovered) fill(ui, row, ui.px(8), chosen ? c.atint : c.sunken);
    if (press.focused) focus_ring(ui, row, ui.px(8));
    if (press.clicked) select(view, one.on);
    float const w = row.width();
    draw_text_in(ui, {{row.min.x + ui.px(12), row.min.y}, {row.min.x + ui.px(64), row.max.y}},
                 type::rank, c.ink, std::to_string(one.rank));
    draw_case_mark(ui, {row.min.x + ui.px(84), row.center().y}, {.number = number, .diameter = 32});
    draw_case_title(ui, {{row.min.x + ui.px(112), row.min.y}, {row.min.x + w * 0.50F, row.max.y}},
                    type::label, c.ink, text);
    draw_levels(ui, {{row.min.x + w * 0.52F, row.min.y}, {row.min.x + w * 0.62F, row.max.y}},
                one.opportunity, c.oppfill);
    draw_levels(ui, {{row.min.x + w * 0.64F, row.min.y}, {row.min.x + w * 0.74F, row.max.y}},
                one.risk, c.riskfill);
    draw_decisions(ui, doc, one.on, {{row.min.x + w * 0.76F, row.min.y}, row.max}, number);
    hairline_h(ui, row.min.x, row.max.x, row.max.y, c.line);
}

void draw_order_heads(Ui& ui, base::Rect const& head)
{
    auto const& c = ui.color();
    float const w = head.width();
    auto say = [&](float from, float to, char const* key) {
        draw_text_in(ui, {{head.min.x + from, head.min.y}, {head.min.x + to, head.max.y}},
                     type::label, c.ink2, ui.tr(key));
    };
    say(ui.px(12), ui.px(70), "decide.rank");
    say(ui.px(112), w * 0.5F, "decide.case");
    say(w * 0.52F, w * 0.63F, "decide.opportunity");
    say(w * 0.64F, w * 0.75F, "decide.risk");
    say(w * 0.76F, w, "decide.verdict");
    hairline_h(ui, head.min.x, head.max.x, head.max.y, c.line);
}

// « Tous 1 2 3 … »: the choice of the matrix's axis.
void draw_axis_choice(Ui& ui, ReviewView& view, model::Document const& doc, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const axes = analysis::active_axes(doc);
    if (std::ranges::find(axes, view.axis) == axes.end()) view.axis = {};
    float x = box.min.x;
    auto const all = ui.tr("review.all_axes");
    auto one = [&](std::string const& id, std::string const& said, model::AxisId axis, int place) {
        float const wide = place > 0 ? ui.px(40) : text_width(ui, type::label, said) + ui.px(28);
        base::Rect const at{{x, box.min.y}, {x + wide, box.max.y}};
        bool const chosen = view.axis == axis;
        auto const press = touch(ui, id, at, said);
        if (chosen) {
            probe_on(ui, id, On::yes);
            fill(ui, at, ui.px(10), c.atint);
            outline(ui, at, ui.px(10), c.accent, ui.px(1.5F));
        } else if (press.hovered)
            fill(ui, at, ui.px(10), c.sunken);
        if (place > 0)
            draw_axis_badge(ui, {at.center().x - ui.px(13), at.center().y - ui.px(13)}, ui.px(26),
                            place);
        else
            draw_text_in(ui, at, type::label, c.ink, said, Align::centre);
        if (press.focused) focus_ring(ui, at, ui.px(10));
        if (press.hovered && place > 0) tooltip(ui, at, said);
        if (press.clicked) view.axis = axis;
        x = at.max.x + ui.px(6);
    };
    one("review.axis.all", all, {}, 0);
    for (auto id : axes) {
        auto const axis = model::get<model::Axis>(doc, id);
        if (x + ui.px(40) > box.max.x) break;
        one("review.axis." + std::to_string(axis.place), axis.title, id, axis.place);
    }
}

struct Spot {
    model::CaseId on;
    double opportunity = 0, risk = 0; // on 0..10
};

std::vector<Spot> spots_of(ReviewView const& view, model::Document const& doc)
{
    std::vector<Spot> out;
    if (!view.axis) {
        for (auto const& one : view.order.value().cases)
            out.push_back({one.on, one.opportunity, one.risk});
        return out;
    }
    for (auto const& [key, placement] : model::table<model::Placement>(doc))
        if (key.axis == view.axis && !model::find<model::Merge>(doc, key.on))
            out.push_back({key.on, placement.opportunity / 100.0, placement.risk / 100.0});
    return out;
}

void draw_scale_words(Ui& ui, base::Rect const& box, model::Axis const& axis)
{
    auto const& c = ui.color();
    auto const up = axis.opportunity.empty() ? ui.tr("review.opportunity") : axis.opportunity;
    auto const along = axis.risk.empty() ? ui.tr("review.risk") : axis.risk;
    draw_text_in(ui, {{box.min.x, box.min.y - ui.px(30)}, {box.max.x, box.min.y - ui.px(4)}},
                 type::legend, c.opp, "↑ " + up);
    draw_text_in(ui, {{box.min.x, box.max.y + ui.px(4)}, {box.max.x, box.max.y + ui.px(30)}},
                 type::legend, c.risk, along + " →", Align::right);
}

} // namespace

void draw_order_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area)
{
    order_then(view, workshop);
    auto const& cases = view.order.value().cases;
    if (cases.empty()) return draw_nothing_then(ui, area, "review.order.none");
    auto const& c = ui.color();
    draw_surface(ui, area, {ui.px(20), c.card, c.line, 1, Level::e1});
    auto const inside = base::grown(area, -ui.px(16));
    base::Rect const head{inside.min, {inside.max.x, inside.min.y + ui.px(36)}};
    draw_order_heads(ui, head);
    base::Rect const list{{inside.min.x, head.max.y}, inside.max};
    ScrollArea scroll(ui, "review.order", list, view.order_scroll);
    float const pitch = ui.px(row_height);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        float const y = scroll.top() + pitch * static_cast<float>(i);
        if (y + pitch < list.min.y || y > list.max.y) continue;
        draw_order_row(ui, view, workshop, cases[i], {{list.min.x, y}, {list.max.x, y + pitch}});
    }
    scroll.content_height(pitch * static_cast<float>(cases.size()));
}

void draw_matrix_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& doc = workshop.doc();
    if (model::table<model::Placement>(doc).empty())
        return draw_nothing_then(ui, area, "review.matrix.none");
    order_then(view, workshop);
    auto const& c = ui.color();
    draw_surface(ui, area, {ui.px(20), c.card, c.line, 1, Level::e1});
    draw_axis_choice(ui, view, doc,
                     {{area.min.x + ui.px(20), area.min.y + ui.px(12)},
                      {area.max.x - ui.px(20), area.min.y + ui.px(52)}});
    auto const axis = view.axis ? model::get<model::Axis>(doc, view.axis) : model::Axis{};
    base::Rect const box{{area.min.x + ui.px(24), area.min.y + ui.px(92)},
                         {area.max.x - ui.px(24), area.max.y - ui.px(40)}};
    auto const matrix = pictures::matrix_of(axis, box, ui.px(8), ui.px(pictures::title_band));
    draw_picture(ui, [&](auto& pen) {
        std::array<int, analysis::quadrant_count> unsaid{};
        unsaid.fill(-1);
        auto const titles = pictures::quadrant_titles(pen, matrix, axis, unsaid);
        pictures::draw_quadrants(pen, matrix, pen.px(14), titles);
    });
    draw_scale_words(ui, box, axis);
    auto spots = spots_of(view, doc);
    auto marked = [&](Spot const& spot) {
        return spot.on == view.selected || is_touched(workshop, spot.on);
    };
    std::stable_partition(spots.begin(), spots.end(),
                          [&](Spot const& spot) { return !marked(spot); });
    for (auto const& spot : spots) {
        auto const text = model::get<model::Case>(doc, spot.on);
        auto const number = std::to_string(text.number);
        auto const at = matrix.at_point(spot.opportunity * 100, spot.risk * 100);
        bool const named = marked(spot);
        float const radius = ui.px(named ? 20 : 16);
        auto const said = wording::numbered(*ui.words, {spot.on, text.number, text.title}) + ". " +
                          wording::levels(*ui.words, analysis::Point{spot.opportunity, spot.risk});
        auto const press = touch(ui, "review.chip." + number, base::grown({at, at}, radius), said);
        draw_picture(ui, [&](auto& pen) {
            CaseChip chip;
            chip.number = number;
            chip.radius = radius;
            if (axis.place > 0) chip.axis = pictures::hue_of(axis.place);
            if (spot.on == view.selected) chip.state = ChipState::selected;
            pictures::draw_case_chip(pen, at, chip);
        });
        if (named) {
            auto const brief = text.short_title.empty() ? text.title : text.short_title;
            bool const right = at.x < box.center().x + box.width() / 4;
            base::Rect const name{{right ? at.x + radius + ui.px(8) : box.min.x, at.y - ui.px(14)},
                                  {right ? box.max.x : at.x - radius - ui.px(8), at.y + ui.px(14)}};
            float const wide = std::min(text_width(ui, type::strong, brief), name.width());
            base::Rect ground = base::grown(name, ui.px(3));
            (right ? ground.max.x : ground.min.x) =
                right ? name.min.x + wide + ui.px(6) : name.max.x - wide - ui.px(6);
            fill(ui, ground, ui.px(8), c.card); // covers what is below
            draw_text_in(ui, name, type::strong, c.ink, brief, right ? Align::left : Align::right);
        }
        if (press.focused) focus_ring(ui, base::grown({at, at}, radius), radius);
        if (press.hovered) tooltip(ui, base::grown({at, at}, radius), said);
        if (press.clicked) select(view, spot.on);
    }
}

} // namespace ui
