#include "pictures/pareto.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/placements.h"
#include "wording/ranking.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

// The Pareto plot of mean opportunity and risk. It depends on the axes' weights only: no case
// offers more opportunity with less risk than one of the first layer.
namespace ui {
namespace {

using analysis::RankedCase;
using pictures::ParetoChip;
using pictures::ParetoPlot;

// The points of the small plot; returns the one under the pointer.
model::CaseId touch_points(Ui& ui, DecideView& view, model::Document const& doc,
                           ParetoPlot const& plot)
{
    model::CaseId hovered;
    auto const point = [&](RankedCase const& one, float radius) {
        auto const box = base::grown({plot.at(one), plot.at(one)}, ui.px(radius));
        auto const said = wording::on_the_plot(*ui.words, doc, one);
        auto const press =
            touch(ui, "pareto." + case_number(doc, one.on), box, said, Enabled::yes, Role::area);
        if (press.clicked) view.select(one.on);
        if (!press.hovered) return;
        hovered = one.on;
        tooltip(ui, box, said);
    };
    for (auto const& one : view.ranking().cases)
        if (one.placed() && one.pareto_layer > 1) point(one, pictures::pareto_dot);
    for (auto const* one : pictures::pareto_layer(view.ranking(), 1))
        point(*one, pictures::pareto_front_dot);
    return hovered;
}

} // namespace

void draw_pareto(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
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
    ParetoPlot const plot{
        {{area.min.x, area.min.y + ui.px(62)}, {area.max.x, area.max.y - ui.px(70)}}};
    auto const hovered = touch_points(ui, view, workshop.doc(), plot);
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_pareto(pen, plot, workshop.doc(), view.ranking(), hovered, view.selected);
    });
    draw_text_in(
        ui,
        {{plot.box.min.x, plot.box.max.y + ui.px(4)}, {plot.box.max.x, plot.box.max.y + ui.px(26)}},
        type::legend, c.risk, ui.tr("decide.pareto.risk") + " →", Align::right);
    draw_paragraph(ui, {plot.box.min.x, plot.box.max.y + ui.px(28)}, area.width(), type::meta,
                   c.ink2, ui.tr("decide.pareto.line"), 2);
}

namespace {

using Names = DecideView::Plot::Names;

// Labels are hidden while a slider is held, as they would jump.
Names names_now(DecideView const& view)
{
    auto const& plot = view.plot;
    bool const held = ImGui::IsAnyMouseDown();
    bool const changes = plot.order != 0 && plot.order != view.order.made();
    return held && (changes || plot.names == Names::left_out) ? Names::left_out : Names::placed;
}

// Asks for the positions of the labels of a new layout.
void place_labels(Ui& ui, DecideView& view, std::vector<ParetoChip> const& chips,
                  ParetoPlot const& plot)
{
    auto& kept = view.plot;
    if (kept.placed == kept.layout.made()) return;
    bool const same = kept.box == plot.box;
    kept.placed = kept.layout.made();
    kept.box = plot.box;
    if (kept.names == Names::left_out) return kept.desk.forget();
    ScreenMeasure const measure(ui);
    auto const& layout = kept.layout.value();
    float const width = pill_width(ui, wording::left_out(*ui.words, chips.size()));
    kept.desk.ask(ui,
                  pictures::pareto_names_wanted(means_of(ui, measure), plot, chips, layout.centres,
                                                layout.texts, view.ranking(), width),
                  same ? NameDesk::Keep::places : NameDesk::Keep::nothing);
}

// Animates the chips; labels are shown at the end.
void settle_chips(Ui& ui, DecideView& view, std::vector<ParetoChip>& chips)
{
    auto const& layout = view.plot.layout.value();
    for (std::size_t i = 0; i < chips.size(); ++i) {
        auto const id = "decide/chip/" + chips[i].number;
        auto const to = layout.centres[i];
        chips[i].centre = {follow(ui, id + "/x", to.x, span_ms::reorder, Ease::in_out_cubic),
                           follow(ui, id + "/y", to.y, span_ms::reorder, Ease::in_out_cubic)};
        if (std::hypot(chips[i].centre.x - to.x, chips[i].centre.y - to.y) >= 1) {
            chips[i].at = chips[i].centre; // moving, without label
        } else if (i < layout.texts.size()) {
            chips[i].name = &layout.texts[i];
            chips[i].place = view.plot.desk.place_of(chips[i].one->on, to);
        }
    }
}

std::vector<ParetoChip> lay_out(Ui& ui, DecideView& view, Workshop const& workshop,
                                ParetoPlot const& plot)
{
    ScreenMeasure const measure(ui);
    auto const means = means_of(ui, measure);
    auto chips = pictures::pareto_chips(means, plot, workshop.doc(), view.ranking());
    auto& kept = view.plot;
    kept.desk.refresh(ui);
    kept.names = names_now(view);
    kept.order = view.order.made();
    kept.layout.get(workshop.source(), kept.order, plot.box, kept.names,
                    [&](model::Document const& doc, std::uint64_t, base::Rect const&, Names names) {
                        DecideView::PlotLayout out;
                        out.centres = pictures::parted_chips(means, plot, chips);
                        if (names == Names::left_out) return out;
                        for (auto const& chip : chips)
                            out.texts.push_back(pictures::name_of(
                                measure, ui.scale, model::get<model::Case>(doc, chip.one->on)));
                        return out;
                    });
    place_labels(ui, view, chips, plot);
    settle_chips(ui, view, chips);
    return chips;
}

// Handles the pointer on a chip; returns its highlight.
pictures::Marked touch_chip(Ui& ui, DecideView& view, model::Document const& doc,
                            ParetoChip const& chip)
{
    auto const on = chip.one->on;
    bool const chosen = view.selected == on;
    auto const said = wording::on_the_plot(*ui.words, doc, *chip.one);
    auto const id = "pareto.chip." + chip.number;
    auto const box = base::grown({chip.centre, chip.centre}, chip.radius);
    auto const press = touch(ui, id, box, said);
    if (chosen) probe_on(ui, id, On::yes);
    if (press.hovered) tooltip(ui, box, said);
    if (press.clicked) {
        view.select(on);
        view.side = DecideView::Side::sheet;
    }
    return chosen          ? pictures::Marked::chosen
           : press.focused ? pictures::Marked::focused
                           : pictures::Marked::no;
}

} // namespace

void draw_pareto_large(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& doc = workshop.doc();
    auto const& ranking = view.ranking();
    base::Rect const head{area.min, {area.max.x, area.min.y + ui.px(28)}};
    draw_text_in(ui, head, type::h3, c.opp, "↑ " + ui.tr("decide.pareto.opportunity"));
    ParetoPlot const plot{
        {{area.min.x, area.min.y + ui.px(36)}, {area.max.x, area.max.y - ui.px(30)}}};
    base::Rect const foot{{plot.box.min.x, plot.box.max.y + ui.px(2)},
                          {plot.box.max.x, area.max.y}};
    draw_text_in(ui, foot, type::h3, c.risk, ui.tr("decide.pareto.risk") + " →", Align::right);
    if (ranking.placed == 0) {
        draw_picture(ui, [&](auto& pen) {
            pictures::draw_pareto_legend(pen, head);
            pictures::draw_pareto_ground(pen, plot);
        });
        draw_text_in(ui, plot.box, type::body, c.ink2, ui.tr("decide.pareto.empty"), Align::centre);
        return;
    }
    draw_text_in(ui, foot, type::legend, c.ink2, ui.tr("decide.pareto.line"));
    auto const chips = lay_out(ui, view, workshop, plot);
    std::vector<pictures::Marked> marked;
    for (auto const& chip : chips) marked.push_back(touch_chip(ui, view, doc, chip));
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_pareto_legend(pen, head);
        pictures::draw_pareto_large_ground(pen, plot, ranking);
        for (std::size_t i = 0; i < chips.size(); ++i)
            pictures::draw_pareto_chip(pen, chips[i], marked[i]);
    });
    auto const& desk = view.plot.desk;
    if (auto const& spot = desk.count_at())
        draw_pill(ui, {spot->min.x, spot->center().y},
                  wording::left_out(*ui.words, desk.left_out().size()));
}

} // namespace ui
