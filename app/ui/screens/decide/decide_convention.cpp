#include "analysis/common/in_use.h"
#include "ui/kit/names.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/ranking.h"

#include <algorithm>
#include <cmath>

// Sliders for the parameters of the order. Changes are tried at once and written only when saved.
namespace ui {
namespace {

constexpr float row_pitch = 41;

std::string times(Ui& ui, int milli) { return "×\u00A0" + wording::factor(*ui.words, milli); }

// A slider in its row; returns its value in thousandths.
std::optional<int> draw_slider(Ui& ui, std::string_view id, base::Rect const& area, float y,
                               std::string const& name, int milli, SliderRange const& range)
{
    base::Rect const track{{area.max.x - ui.px(152), y}, {area.max.x - ui.px(68), y + ui.px(37)}};
    auto value = static_cast<float>(milli) / 1000;
    auto const slid = slider(ui, id, track, name, value, range);
    if (slid == Slide::none) return std::nullopt;
    return static_cast<int>(std::lround(value * 1000));
}

void draw_axis_sliders(Ui& ui, DecideView& view, model::Document const& doc, base::Rect const& area,
                       float& y)
{
    for (auto id : analysis::active_axes(doc)) {
        auto const axis = model::get<model::Axis>(doc, id);
        auto const it = view.tried.weights.find(id);
        int const milli = it == view.tried.weights.end() ? axis.weight_milli : it->second;
        draw_axis_badge(ui, {area.min.x, y + ui.px(3)}, ui.px(31), axis.place);
        auto const name = axis.short_title.empty() ? axis.title : axis.short_title;
        base::Rect const words{{area.min.x + ui.px(42), y},
                               {area.max.x - ui.px(162), y + ui.px(37)}};
        bool const fits = text_width(ui, type::legend, name) <= words.width();
        draw_lines_in(ui, words, fits ? type::legend : Type{Face::medium, 16, 18}, ui.color().ink,
                      name);
        if (!fits && pointer_over(ui, words)) tooltip(ui, words, axis.title);
        auto const slid = draw_slider(ui, "decide.weight." + std::to_string(axis.place), area, y,
                                      name, milli, {0, 2, 0.1F, 1, SliderRange::Tick::shown});
        if (slid) view.tried.weights[id] = *slid;
        draw_text_in(ui, {{area.max.x - ui.px(64), y}, {area.max.x, y + ui.px(37)}}, type::strong,
                     ui.color().ink, times(ui, slid.value_or(milli)), Align::right);
        y += ui.px(row_pitch);
    }
}

void draw_coefficient(Ui& ui, DecideView& view, model::Document const& doc, base::Rect const& area,
                      float& y, std::string_view id, int model::Convention::*which, float neutral)
{
    auto convention = view.tried.convention.value_or(model::get<model::Convention>(doc));
    auto const name = ui.tr(id);
    draw_text_in(ui, {{area.min.x, y}, {area.max.x - ui.px(160), y + ui.px(37)}}, type::label,
                 ui.color().ink, name);
    auto const slid = draw_slider(ui, id, area, y, name, convention.*which,
                                  {0, 2, 0.05F, neutral, SliderRange::Tick::shown});
    if (slid) {
        convention.*which = *slid;
        view.tried.convention = convention;
    }
    draw_text_in(ui, {{area.max.x - ui.px(64), y}, {area.max.x, y + ui.px(37)}}, type::strong,
                 ui.color().ink, times(ui, convention.*which), Align::right);
    y += ui.px(row_pitch);
}

// All tried values as one command.
edit::SetConvention keep(TriedConvention const& tried, model::Document const& doc)
{
    edit::SetConvention out{tried.convention.value_or(model::get<model::Convention>(doc)), {}};
    for (auto const& [id, milli] : tried.weights) out.weights.emplace_back(id, milli);
    return out;
}

std::optional<Wish> draw_keep(Ui& ui, DecideView& view, Workshop const& workshop,
                              base::Rect const& area, float& y)
{
    bool const tried = view.tried.any();
    bool const may = workshop.access == Access::edit;
    auto const back = ui.tr("decide.restate"), stay = ui.tr("decide.keep");
    float const gap = ui.px(10), half = (area.width() - gap) / 2;
    y += ui.px(8);
    base::Rect const left{{area.min.x, y}, {area.min.x + half, y + ui.px(46)}};
    base::Rect const right{{area.max.x - half, y}, {area.max.x, y + ui.px(46)}};
    y += ui.px(46 + 14);
    std::optional<Wish> wish;
    if (button(ui, "decide.restate", left, back, {.icon = icon::restore}, enabled_if(tried)))
        view.tried = {};
    if (button(ui, "decide.keep", right, stay, {.rank = Rank::primary, .icon = icon::check},
               enabled_if(tried && may)))
        wish = keep(view.tried, workshop.doc());
    return wish;
}

} // namespace

std::optional<Wish> draw_weights(Ui& ui, DecideView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y)
{
    auto const& doc = workshop.doc();
    draw_text(ui, {area.min.x, y}, type::h2, ui.color().ink, ui.tr("decide.weights"));
    auto const word = ui.tr("decide.equal");
    float const w = button_width(ui, word, {.icon = icon::restore}, 44);
    auto const axes = analysis::active_axes(doc);
    auto milli_of = [&](model::AxisId id) {
        auto const it = view.tried.weights.find(id);
        return it == view.tried.weights.end() ? model::get<model::Axis>(doc, id).weight_milli
                                              : it->second;
    };
    bool const uneven = std::ranges::any_of(axes, [&](auto id) { return milli_of(id) != 1000; });
    if (button(
            ui, "decide.equal",
            {{area.max.x - w + ui.px(10), y - ui.px(6)}, {area.max.x + ui.px(10), y + ui.px(38)}},
            word, {.rank = Rank::quiet, .icon = icon::restore}, enabled_if(uneven)))
        for (auto id : axes) view.tried.weights[id] = 1000;
    y += ui.px(48);
    draw_axis_sliders(ui, view, doc, area, y);
    y += ui.px(4);
    draw_coefficient(ui, view, doc, area, y, "decide.lambda", &model::Convention::lambda_milli,
                     0.5F);
    draw_coefficient(ui, view, doc, area, y, "decide.mu", &model::Convention::mu_milli, 0.25F);
    auto chosen = draw_reference(ui, view, workshop, area, y);
    auto kept = draw_keep(ui, view, workshop, area, y);
    return chosen ? chosen : kept;
}

} // namespace ui
