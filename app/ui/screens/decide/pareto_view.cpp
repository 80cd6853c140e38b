#include "ui/kit/icons.h"
#include "ui/paint/matrix_paint.h"
#include "ui/screens/decide/decide_parts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

// Opportunity against risk over all axes. It needs no convention but the weights of the axes: a
// case of the first layer has none that offers more opportunity for less risk.
namespace ui {
namespace {

using analysis::RankedCase;

struct Plot {
    base::Rect box;
    [[nodiscard]] base::Vec2 at(RankedCase const& one) const
    {
        return {box.min.x + box.width() * static_cast<float>(*one.risk / 10),
                box.max.y - box.height() * static_cast<float>(*one.opportunity / 10)};
    }
};

std::vector<RankedCase const*> layer_of(analysis::Ranking const& ranking, int layer)
{
    std::vector<RankedCase const*> out;
    for (auto const& one : ranking.cases)
        if (one.placed() && one.pareto_layer == layer) out.push_back(&one);
    std::ranges::sort(out, [](auto* a, auto* b) {
        return std::pair(*a->risk, *a->opportunity) < std::pair(*b->risk, *b->opportunity);
    });
    return out;
}

void draw_ground(Ui& ui, base::Rect const& plot)
{
    auto const& c = ui.color();
    fill(ui, plot, ui.px(14), c.neutint);
    auto const middle = plot.center();
    Dash const dash{ui.px(4), ui.px(4)};
    dashed_line(ui, {plot.min.x, middle.y}, {plot.max.x, middle.y}, c.line2, ui.px(1.5F), dash);
    dashed_line(ui, {middle.x, plot.min.y}, {middle.x, plot.max.y}, c.line2, ui.px(1.5F), dash);
}

// The staircase of a layer: what lies below and right of it is beaten by one of its cases.
void draw_staircase(Ui& ui, Plot const& plot, std::vector<RankedCase const*> const& layer,
                    board::Color color, float width)
{
    float from_y = plot.box.max.y;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        auto const p = plot.at(*layer[i]);
        line(ui, {p.x, from_y}, p, color, width);
        float const to = i + 1 == layer.size() ? plot.box.max.x : plot.at(*layer[i + 1]).x;
        line(ui, p, {to, p.y}, color, width);
        from_y = p.y;
    }
}

void choose(DecideView& view, model::CaseId on) { view.select(on); }

std::string said_of(Ui const& ui, model::Document const& doc, RankedCase const& one)
{
    auto const text = model::get<model::Case>(doc, one.on);
    return ui.words->text("decide.pareto.said", text.number, text.title,
                          ui.words->decimal(*one.opportunity, 1), ui.words->decimal(*one.risk, 1),
                          one.pareto_layer);
}

} // namespace

void draw_pareto(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& ranking = view.ranking();
    draw_text(ui, area.min, type::h2, c.ink, ui.tr("decide.pareto"));
    base::Rect const larger{{area.max.x - ui.px(40), area.min.y - ui.px(6)},
                            {area.max.x + ui.px(4), area.min.y + ui.px(38)}};
    if (icon_button(ui, "decide.pareto.large", larger, icon::open_in_full,
                    ui.tr("decide.pareto.large"))) {
        view.show = DecideView::Show::pareto;
        dissolve(ui);
    }
    draw_text(ui, {area.min.x, area.min.y + ui.px(36)}, type::legend, c.opp,
              "↑ " + ui.tr("decide.pareto.opportunity"));
    Plot const plot{{{area.min.x, area.min.y + ui.px(62)}, {area.max.x, area.max.y - ui.px(70)}}};
    draw_ground(ui, plot.box);
    auto const front = layer_of(ranking, 1);
    for (auto const& one : ranking.cases)
        if (one.placed() && one.pareto_layer > 1) {
            auto const id = "pareto." + case_number(workshop.doc(), one.on);
            auto const p = plot.at(one);
            float const r = ui.px(6.5F);
            auto const press = touch(ui, id, base::grown({p, p}, r),
                                     said_of(ui, workshop.doc(), one), Enabled::yes, Role::area);
            disc(ui, p, press.hovered ? r * 1.3F : r, board::faded(c.ink3, 0.5F));
            if (press.clicked) choose(view, one.on);
            if (press.hovered)
                tooltip(ui, base::grown({p, p}, r), said_of(ui, workshop.doc(), one));
        }
    draw_staircase(ui, plot, front, c.accent, ui.px(2));
    float const r = ui.px(8);
    for (std::size_t i = 0; i < front.size(); ++i) {
        auto const p = plot.at(*front[i]);
        auto const number = case_number(workshop.doc(), front[i]->on);
        auto const press = touch(ui, "pareto." + number, base::grown({p, p}, r),
                                 said_of(ui, workshop.doc(), *front[i]), Enabled::yes, Role::area);
        disc(ui, p, r, c.accent);
        if (press.clicked) choose(view, front[i]->on);
        if (press.hovered)
            tooltip(ui, base::grown({p, p}, r), said_of(ui, workshop.doc(), *front[i]));
        // Up and left of its step no staircase passes.
        float const wide = text_width(ui, type::strong, number);
        float const x = std::max(plot.box.min.x + ui.px(2), p.x - wide - ui.px(3));
        draw_text(ui, {x, std::max(plot.box.min.y, p.y - ui.px(28))}, type::strong, c.accent,
                  number);
    }
    if (auto const* chosen = ranking.find(view.selected); chosen && chosen->placed())
        ring(ui, plot.at(*chosen), ui.px(13), c.ink, ui.px(2.5F));
    draw_text_in(
        ui,
        {{plot.box.min.x, plot.box.max.y + ui.px(4)}, {plot.box.max.x, plot.box.max.y + ui.px(26)}},
        type::legend, c.risk, ui.tr("decide.pareto.risk") + " →", Align::right);
    draw_paragraph(ui, {plot.box.min.x, plot.box.max.y + ui.px(28)}, area.width(), type::meta,
                   c.ink2, ui.tr("decide.pareto.line"), 2);
}

namespace {

// A case on the large plot, parted from those at the same place.
struct Chip {
    RankedCase const* one;
    base::Vec2 at, centre;
    std::string number;
    ChipName const* name;
    pictures::LabelPlace const* place; // null: on its way, or left out
};

// Where a staircase passes.
void add_steps(std::vector<pictures::Segment>& out, Plot const& plot,
               std::vector<RankedCase const*> const& layer)
{
    float from_y = plot.box.max.y;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        auto const p = plot.at(*layer[i]);
        float const to = i + 1 == layer.size() ? plot.box.max.x : plot.at(*layer[i + 1]).x;
        out.push_back({{p.x, from_y}, p});
        out.push_back({p, {to, p.y}});
        from_y = p.y;
    }
}

// Where the chips are drawn, and what is asked so that their names are put in place.
void spread_out(Ui& ui, DecideView& view, std::vector<Chip> const& chips, Plot const& plot,
                model::Document const& doc, float radius)
{
    auto& spread = view.spread;
    bool const same = spread.box == plot.box;
    spread.centres.clear();
    spread.texts.clear();
    for (auto const& chip : chips) spread.centres.push_back(chip.at);
    pictures::separate(spread.centres, 2 * radius + ui.px(4), base::grown(plot.box, -radius));
    if (spread.names == DecideView::Spread::Names::left_out) return spread.desk.forget();
    NameDesk::Question question;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        spread.texts.push_back(name_of(ui, model::get<model::Case>(doc, chips[i].one->on)));
        float const ringed = chips[i].one->contested ? ui.px(8) : ui.px(2.5F);
        question.on.push_back(chips[i].one->on);
        question.names.push_back(
            {spread.centres[i], radius + ringed, spread.texts.back().shapes, -1});
        if (chips[i].one->veto == analysis::Veto::risk) {
            auto const sign = spread.centres[i] + base::Vec2{radius * 0.8F, -radius * 0.8F};
            question.ground.taken.push_back(base::grown({sign, sign}, ui.px(10)));
        }
    }
    question.ground.bounds = base::grown(plot.box, -ui.px(4));
    question.ground.unit = ui.scale;
    float const width = pill_width(ui, left_out_said(ui, chips.size()));
    for (float x = plot.box.max.x - width; x > plot.box.min.x; x -= ui.px(12))
        for (float y : {plot.box.max.y - ui.px(40), plot.box.min.y + ui.px(8)})
            question.spots.push_back({{x - ui.px(8), y}, {x - ui.px(8) + width, y + ui.px(32)}});
    add_steps(question.ground.lines, plot, layer_of(view.ranking(), 1));
    spread.desk.ask(ui, std::move(question),
                    same ? NameDesk::Keep::places : NameDesk::Keep::nothing);
}

std::vector<Chip> lay_out(Ui& ui, DecideView& view, model::Document const& doc, Plot const& plot,
                          float radius)
{
    std::vector<Chip> chips;
    for (auto const& one : view.ranking().cases) {
        if (!one.placed()) continue;
        auto const text = model::get<model::Case>(doc, one.on);
        chips.push_back({&one, plot.at(one), {}, std::to_string(text.number), nullptr, nullptr});
    }
    auto& spread = view.spread;
    spread.desk.refresh(ui);
    // While a slider is held the names would jump about: they come back when it is let go.
    auto const names = spread.of != 0 && spread.of != view.order.made() && ImGui::IsAnyMouseDown()
                           ? DecideView::Spread::Names::left_out
                           : DecideView::Spread::Names::placed;
    bool const named = spread.names == DecideView::Spread::Names::placed || ImGui::IsAnyMouseDown();
    bool const kept = spread.of == view.order.made() && spread.box == plot.box && named &&
                      spread.centres.size() == chips.size();
    if (!kept) {
        spread.names = names;
        spread_out(ui, view, chips, plot, doc, radius);
        spread.of = view.order.made();
        spread.box = plot.box;
    }
    for (std::size_t i = 0; i < chips.size(); ++i) {
        auto const id = "decide/chip/" + chips[i].number;
        auto const to = spread.centres[i];
        chips[i].centre = {follow(ui, id + "/x", to.x, span_ms::reorder, Ease::in_out_cubic),
                           follow(ui, id + "/y", to.y, span_ms::reorder, Ease::in_out_cubic)};
        if (std::hypot(chips[i].centre.x - to.x, chips[i].centre.y - to.y) >= 1) {
            chips[i].at = chips[i].centre; // on its way, without its name
        } else if (i < spread.texts.size()) {
            chips[i].name = &spread.texts[i];
            chips[i].place = spread.desk.place_of(chips[i].one->on, to);
        }
    }
    return chips;
}

void draw_chip(Ui& ui, DecideView& view, model::Document const& doc, Chip const& chip, float radius)
{
    auto const& c = ui.color();
    auto const& one = *chip.one;
    bool const chosen = view.selected == one.on, first = one.pareto_layer == 1;
    auto const said = said_of(ui, doc, one);
    auto const id = "pareto.chip." + chip.number;
    auto const press = touch(ui, id, base::grown({chip.centre, chip.centre}, radius), said);
    if (chosen) probe_on(ui, id, On::yes);
    float const away = std::hypot(chip.centre.x - chip.at.x, chip.centre.y - chip.at.y);
    if (away > ui.px(6)) line(ui, chip.at, chip.centre, c.ink3, ui.px(1.5F));
    disc(ui, chip.centre, radius + ui.px(2.5F), c.halo);
    disc(ui, chip.centre, radius, first ? c.accent : c.card);
    if (!first) ring(ui, chip.centre, radius - ui.px(1), c.ink2, ui.px(2));
    if (one.contested)
        dashed_ring(ui, chip.centre, radius + ui.px(5), c.warn, ui.px(2.6F), {ui.px(7), ui.px(5)});
    if (chosen || press.focused)
        ring(ui, chip.centre, radius + ui.px(6), chosen ? c.ink : c.accent, ui.px(3));
    draw_text_in(ui, base::grown({chip.centre, chip.centre}, radius), type::strong,
                 first ? c.onaccent : c.ink, chip.number, Align::centre);
    if (one.veto == analysis::Veto::risk)
        draw_icon_at(ui, {chip.centre.x + radius * 0.8F, chip.centre.y - radius * 0.8F}, ui.px(20),
                     c.risk, icon::warning_amber);
    if (chip.place) {
        draw_name_leader(ui, *chip.place, c.ink2);
        draw_name(ui, *chip.name, *chip.place, first ? c.ink : c.ink2);
    }
    if (press.hovered) tooltip(ui, base::grown({chip.centre, chip.centre}, radius), said);
    if (press.clicked) {
        choose(view, one.on);
        view.side = DecideView::Side::sheet;
    }
}

void draw_legend(Ui& ui, base::Rect const& line_box)
{
    auto const& c = ui.color();
    float x = line_box.max.x;
    float const y = line_box.center().y;
    auto entry = [&](std::string_view key, auto&& mark) {
        auto const word = ui.tr(key);
        x -= text_width(ui, type::legend, word);
        draw_text_in(ui, {{x, line_box.min.y}, line_box.max}, type::legend, c.ink2, word);
        x -= ui.px(20);
        mark(base::Vec2{x, y});
        x -= ui.px(36);
    };
    entry("decide.pareto.legend.veto",
          [&](base::Vec2 p) { draw_icon_at(ui, p, ui.px(20), c.risk, icon::warning_amber); });
    entry("decide.pareto.legend.contested", [&](base::Vec2 p) {
        dashed_ring(ui, p, ui.px(9), c.warn, ui.px(2.4F), {ui.px(5), ui.px(4)});
    });
    entry("decide.pareto.legend.behind", [&](base::Vec2 p) {
        disc(ui, p, ui.px(9), c.card);
        ring(ui, p, ui.px(8), c.ink2, ui.px(2));
    });
    entry("decide.pareto.legend.first", [&](base::Vec2 p) { disc(ui, p, ui.px(9), c.accent); });
}

} // namespace

void draw_pareto_large(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& ranking = view.ranking();
    draw_legend(ui, {{area.min.x, area.min.y}, {area.max.x, area.min.y + ui.px(28)}});
    draw_text_in(ui, {area.min, {area.max.x, area.min.y + ui.px(28)}}, type::h3, c.opp,
                 "↑ " + ui.tr("decide.pareto.opportunity"));
    Plot const plot{{{area.min.x, area.min.y + ui.px(36)}, {area.max.x, area.max.y - ui.px(30)}}};
    draw_ground(ui, plot.box);
    draw_text_in(ui, {{plot.box.min.x, plot.box.max.y + ui.px(2)}, {plot.box.max.x, area.max.y}},
                 type::h3, c.risk, ui.tr("decide.pareto.risk") + " →", Align::right);
    if (ranking.placed == 0) {
        draw_text_in(ui, plot.box, type::body, c.ink2, ui.tr("decide.pareto.empty"), Align::centre);
        return;
    }
    draw_text_in(ui, {{plot.box.min.x, plot.box.max.y + ui.px(2)}, {plot.box.max.x, area.max.y}},
                 type::legend, c.ink2, ui.tr("decide.pareto.line"));
    for (int layer = 3; layer >= 2; --layer)
        draw_staircase(ui, plot, layer_of(ranking, layer), c.line2, ui.px(1.5F));
    draw_staircase(ui, plot, layer_of(ranking, 1), c.accent, ui.px(2.5F));
    float const radius = ui.px(ranking.placed > 30 ? 16 : 20);
    for (auto const& chip : lay_out(ui, view, workshop.doc(), plot, radius))
        draw_chip(ui, view, workshop.doc(), chip, radius);
    auto const& desk = view.spread.desk;
    if (auto const& spot = desk.count_at())
        draw_pill(ui, {spot->min.x, spot->center().y}, left_out_said(ui, desk.left_out().size()));
}

} // namespace ui
