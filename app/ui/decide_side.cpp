#include "analysis/order.h"
#include "ui/decide_view.h"
#include "ui/icons.h"
#include "ui/matrix_paint.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

std::string times(Ui const& ui, float weight)
{
    auto said = ui.words->decimal(weight, 1);
    if (said.ends_with(",0") || said.ends_with(".0")) said.resize(said.size() - 2);
    return "×\u00A0" + said;
}

std::optional<Wish> draw_weights(Ui& ui, DecideView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y)
{
    std::optional<Wish> wish;
    auto const& doc = workshop.doc();
    bool const may = workshop.access == Access::edit;
    draw_text(ui, {area.min.x, y}, type::h2, ui.color().ink, ui.tr("decide.weights"));
    auto const axes = analysis::active_axes(doc);
    auto const uneven = std::ranges::find_if(
        axes, [&](auto id) { return model::get<model::Axis>(doc, id).weight_milli != 1000; });
    auto const word = ui.tr("decide.equal");
    float const w = button_width(ui, word, {.icon = icon::restore}, 44);
    if (button(
            ui, "decide.equal",
            {{area.max.x - w + ui.px(10), y - ui.px(6)}, {area.max.x + ui.px(10), y + ui.px(38)}},
            word, {.rank = Rank::quiet, .icon = icon::restore},
            enabled_if(may && uneven != axes.end()))) {
        auto axis =
            model::get<model::Axis>(doc, *uneven); // one axis an act: each can be taken back
        axis.weight_milli = 1000;
        wish = edit::SetAxis{*uneven, axis};
    }
    y += ui.px(48);
    for (auto id : axes) {
        auto axis = model::get<model::Axis>(doc, id);
        auto const stored = static_cast<float>(axis.weight_milli) / 1000;
        float weight = view.weights.contains(id) ? view.weights.at(id) : stored;
        draw_axis_badge(ui, {area.min.x, y + ui.px(3)}, ui.px(31),
                        static_cast<std::size_t>(std::max(1, axis.number) - 1) % board::axis_hues);
        auto const name = axis.short_title.empty() ? axis.title : axis.short_title;
        draw_text_in(ui, {{area.min.x + ui.px(42), y}, {area.max.x - ui.px(154), y + ui.px(37)}},
                     type::legend, ui.color().ink, name);
        base::Rect const track{{area.max.x - ui.px(146), y},
                               {area.max.x - ui.px(56), y + ui.px(37)}};
        auto const slid =
            slider(ui, "decide.weight." + std::to_string(axis.number), track, name, weight,
                   {0, 2, 0.1F, 1, SliderRange::Tick::shown}, enabled_if(may));
        draw_text_in(ui, {{area.max.x - ui.px(50), y}, {area.max.x, y + ui.px(37)}}, type::strong,
                     ui.color().ink, times(ui, weight), Align::right);
        if (slid == Slide::moving) view.weights[id] = weight;
        if (slid == Slide::done) {
            view.weights.erase(id);
            axis.weight_milli = static_cast<int>(std::lround(weight * 1000));
            wish = edit::SetAxis{id, axis};
        }
        y += ui.px(41);
    }
    auto convention = view.convention.value_or(model::get<model::Convention>(doc));
    auto coefficient = [&](std::string_view id, std::string_view key, int& milli, float neutral) {
        auto value = static_cast<float>(milli) / 1000;
        draw_text_in(ui, {{area.min.x, y}, {area.max.x - ui.px(154), y + ui.px(37)}}, type::label,
                     ui.color().ink, ui.tr(key));
        base::Rect const track{{area.max.x - ui.px(146), y},
                               {area.max.x - ui.px(56), y + ui.px(37)}};
        auto const slid = slider(ui, id, track, ui.tr(key), value,
                                 {0, 2, 0.05F, neutral, SliderRange::Tick::shown}, enabled_if(may));
        draw_text_in(ui, {{area.max.x - ui.px(50), y}, {area.max.x, y + ui.px(37)}}, type::strong,
                     ui.color().ink, ui.words->decimal(value, 2), Align::right);
        milli = static_cast<int>(std::lround(value * 1000));
        if (slid == Slide::moving) view.convention = convention;
        if (slid == Slide::done) {
            view.convention.reset();
            wish = edit::SetConvention{convention};
        }
        y += ui.px(41);
    };
    coefficient("decide.lambda", "decide.lambda", convention.lambda_milli, 0.5F);
    coefficient("decide.mu", "decide.mu", convention.mu_milli, 0.25F);
    return wish;
}

// Opportunity against risk over all axes; numbered: no other offers more opportunity for less risk.
void draw_pareto(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    draw_text(ui, area.min, type::h2, c.ink, ui.tr("decide.pareto"));
    draw_text(ui, {area.min.x, area.min.y + ui.px(34)}, type::legend, c.opp,
              "↑ " + ui.tr("decide.pareto.opportunity"));
    base::Rect const plot{{area.min.x, area.min.y + ui.px(62)},
                          {area.max.x, area.max.y - ui.px(66)}};
    if (plot.height() < ui.px(90)) return;
    fill(ui, plot, ui.px(14), c.neutint);
    auto const middle = plot.center();
    Dash const dash{ui.px(4), ui.px(4)};
    dashed_line(ui, {plot.min.x, middle.y}, {plot.max.x, middle.y}, c.line2, ui.px(1.5F), dash);
    dashed_line(ui, {middle.x, plot.min.y}, {middle.x, plot.max.y}, c.line2, ui.px(1.5F), dash);
    auto at = [&](analysis::RankedCase const& one) {
        return base::Vec2{plot.min.x + plot.width() * static_cast<float>(*one.risk / 10),
                          plot.max.y - plot.height() * static_cast<float>(*one.opportunity / 10)};
    };
    std::vector<analysis::RankedCase const*> front;
    for (auto const& one : view.ranked.ranking.cases) {
        if (!one.placed()) continue;
        if (one.pareto_layer == 1)
            front.push_back(&one);
        else
            disc(ui, at(one), ui.px(6.5F), board::faded(c.ink3, 0.5F));
    }
    std::ranges::sort(front, {}, [](auto* one) { return *one->risk; });
    float from_y = plot.max.y;
    for (auto const* one : front) {
        auto const p = at(*one);
        line(ui, {p.x, from_y}, p, c.accent, ui.px(2));
        auto const next = std::ranges::find(front, one) + 1;
        line(ui, p, {next == front.end() ? plot.max.x : at(**next).x, p.y}, c.accent, ui.px(2));
        from_y = p.y;
    }
    for (auto const* one : front) {
        auto const p = at(*one);
        auto const number = std::to_string(model::get<model::Case>(workshop.doc(), one->on).number);
        float const r = ui.px(9);
        auto const press = touch(ui, "pareto." + number, {{p.x - r, p.y - r}, {p.x + r, p.y + r}},
                                 number, Enabled::yes, Role::area);
        disc(ui, p, r, c.accent);
        if (press.clicked) view.selected = one->on;
        draw_text_in(ui, {{p.x - ui.px(24), p.y - ui.px(36)}, {p.x + ui.px(24), p.y - ui.px(10)}},
                     type::strong, c.accent, number, Align::centre);
    }
    if (auto const* chosen = view.ranked.ranking.find(view.selected); chosen && chosen->placed())
        ring(ui, at(*chosen), ui.px(13), c.ink, ui.px(2.5F));
    draw_text_in(ui, {{plot.min.x, plot.max.y + ui.px(4)}, {plot.max.x, plot.max.y + ui.px(26)}},
                 type::legend, c.risk, ui.tr("decide.pareto.risk") + " →", Align::right);
    draw_text_in(ui, {{plot.min.x, plot.max.y + ui.px(28)}, {plot.max.x, plot.max.y + ui.px(52)}},
                 type::meta, c.ink2, ui.tr("decide.pareto.line"));
}

std::optional<Wish> draw_reason(Ui& ui, DecideView& view, Workshop const& workshop,
                                base::Rect const& area, float& y)
{
    auto const* text = model::find<model::Case>(workshop.doc(), view.selected);
    if (!text) return std::nullopt;
    model::DecisionKey const key{view.selected, model::Body::workshop};
    auto decision = model::get<model::Decision>(workshop.doc(), key);
    if (view.reason_of != view.selected) {
        view.reason_of = view.selected;
        view.reason = decision.reason;
    }
    auto const number = std::to_string(text->number);
    draw_case_mark(ui, {area.min.x + ui.px(18), y + ui.px(16)},
                   {.number = number, .diameter = 36, .fill = ChipFill::accent});
    y += std::max(ui.px(38), draw_paragraph(ui, {area.min.x + ui.px(48), y + ui.px(2)},
                                            area.width() - ui.px(48), type::h3, ui.color().ink,
                                            text->title, 2)) +
         ui.px(10);
    base::Rect const field{{area.min.x, y}, {area.max.x, y + ui.px(84)}};
    auto const done = text_area(ui, "decide.reason", field, ui.tr("decide.reason"), view.reason,
                                {.hint = ui.tr("decide.reason")}, Enter::submits,
                                enabled_if(workshop.access == Access::edit));
    y += ui.px(104);
    if ((done != Edit::submitted && done != Edit::left) || view.reason == decision.reason)
        return std::nullopt;
    decision.reason = view.reason;
    return edit::Decide{key, decision};
}

} // namespace

std::optional<Wish> draw_decide_side(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    float y = inner.min.y;
    auto wish = draw_reason(ui, view, workshop, inner, y);
    if (y > inner.min.y) hairline_h(ui, area.min.x, area.max.x, y - ui.px(10), ui.color().line);
    y += y > inner.min.y ? ui.px(10) : 0;
    if (auto asked = draw_weights(ui, view, workshop, inner, y)) wish = std::move(asked);
    y += ui.px(10);
    hairline_h(ui, area.min.x, area.max.x, y, ui.color().line);
    y += ui.px(20);
    draw_pareto(ui, view, workshop, {{inner.min.x, y}, inner.max});
    return wish;
}

} // namespace ui
