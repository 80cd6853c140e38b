#include "pictures/pareto.h"

#include "pictures/icons.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pictures {

using analysis::RankedCase;
using base::Rect;
using base::Vec2;

namespace {

constexpr int many_cases = 30; // from here on chips are smaller
constexpr float small_chip = 16, large_chip = 20;

} // namespace

Vec2 ParetoPlot::at(RankedCase const& one) const
{
    return {box.min.x + box.width() * static_cast<float>(*one.risk / 10),
            box.max.y - box.height() * static_cast<float>(*one.opportunity / 10)};
}

ParetoLayer pareto_layer(analysis::Ranking const& ranking, int layer)
{
    ParetoLayer out;
    for (auto const& one : ranking.cases)
        if (one.placed() && one.pareto_layer == layer) out.push_back(&one);
    std::ranges::sort(out, [](auto* a, auto* b) {
        return std::pair(*a->risk, *a->opportunity) < std::pair(*b->risk, *b->opportunity);
    });
    return out;
}

std::vector<Segment> staircase(ParetoPlot const& plot, ParetoLayer const& layer)
{
    std::vector<Segment> out;
    float from_y = plot.box.max.y;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        auto const p = plot.at(*layer[i]);
        float const to = i + 1 == layer.size() ? plot.box.max.x : plot.at(*layer[i + 1]).x;
        out.push_back({{p.x, from_y}, p});
        out.push_back({p, {to, p.y}});
        from_y = p.y;
    }
    return out;
}

void draw_pareto_ground(Pen& pen, ParetoPlot const& plot)
{
    auto const& c = pen.color();
    auto const& box = plot.box;
    pen.fill(box, pen.px(14), c.neutint);
    auto const middle = box.center();
    Dash const dash{pen.px(4), pen.px(4)};
    pen.dashed_line({box.min.x, middle.y}, {box.max.x, middle.y}, c.line2, pen.px(1.5F), dash);
    pen.dashed_line({middle.x, box.min.y}, {middle.x, box.max.y}, c.line2, pen.px(1.5F), dash);
}

void draw_staircase(Pen& pen, ParetoPlot const& plot, ParetoLayer const& layer, Color color,
                    float width)
{
    for (auto const& step : staircase(plot, layer)) pen.line(step.from, step.to, color, width);
}

void draw_pareto(Pen& pen, ParetoPlot const& plot, model::Document const& doc,
                 analysis::Ranking const& ranking, model::CaseId hovered, model::CaseId selected)
{
    auto const& c = pen.color();
    draw_pareto_ground(pen, plot);
    for (auto const& one : ranking.cases)
        if (one.placed() && one.pareto_layer > 1)
            pen.disc(plot.at(one), pen.px(pareto_dot) * (one.on == hovered ? 1.3F : 1),
                     board::faded(c.ink3, 0.5F));
    auto const front = pareto_layer(ranking, 1);
    draw_staircase(pen, plot, front, c.accent, pen.px(2));
    for (auto const* one : front) {
        auto const p = plot.at(*one);
        auto const number = std::to_string(model::get<model::Case>(doc, one->on).number);
        pen.disc(p, pen.px(pareto_front_dot), c.accent);
        // Up and left of its corner there is no staircase.
        float const x =
            std::max(plot.box.min.x + pen.px(2), p.x - pen.width(type::strong, number) - pen.px(3));
        pen.text({x, std::max(plot.box.min.y, p.y - pen.px(28))}, type::strong, c.accent, number);
    }
    if (auto const* chosen = ranking.find(selected); chosen && chosen->placed())
        pen.ring(plot.at(*chosen), pen.px(13), c.ink, pen.px(2.5F));
}

void draw_pareto_chip(Pen& pen, ParetoChip const& chip, Marked marked)
{
    auto const& c = pen.color();
    auto const& one = *chip.one;
    auto const radius = chip.radius;
    bool const first = one.pareto_layer == 1;
    float const away = std::hypot(chip.centre.x - chip.at.x, chip.centre.y - chip.at.y);
    if (away > pen.px(6)) pen.line(chip.at, chip.centre, c.ink3, pen.px(1.5F));
    pen.disc(chip.centre, radius + pen.px(2.5F), c.halo);
    pen.disc(chip.centre, radius, first ? c.accent : c.card);
    if (!first) pen.ring(chip.centre, radius - pen.px(1), c.ink2, pen.px(2));
    if (one.contested)
        pen.dashed_ring(chip.centre, radius + pen.px(5), c.warn, pen.px(2.6F),
                        {pen.px(7), pen.px(5)});
    if (marked != Marked::no)
        pen.ring(chip.centre, radius + pen.px(6), marked == Marked::chosen ? c.ink : c.accent,
                 pen.px(3));
    pen.text_in(base::grown({chip.centre, chip.centre}, radius), type::strong,
                first ? c.onaccent : c.ink, chip.number, Align::centre);
    if (one.veto == analysis::Veto::risk)
        pen.icon({chip.centre.x + radius * 0.8F, chip.centre.y - radius * 0.8F}, pen.px(20), c.risk,
                 icon::warning_amber);
    if (!chip.place) return;
    draw_name_leader(pen, *chip.place, c.ink2);
    draw_name(pen, *chip.name, *chip.place, first ? c.ink : c.ink2);
}

std::vector<Vec2> parted_chips(Means const& means, ParetoPlot const& plot,
                               std::vector<ParetoChip> const& chips)
{
    std::vector<Vec2> centres;
    for (auto const& chip : chips) centres.push_back(chip.at);
    if (chips.empty()) return centres;
    float const radius = chips.front().radius;
    separate(centres, 2 * radius + means.px(4), base::grown(plot.box, -radius));
    return centres;
}

NamesWanted pareto_names_wanted(Means const& means, ParetoPlot const& plot,
                                std::vector<ParetoChip> const& chips,
                                std::vector<Vec2> const& centres,
                                std::vector<ChipName> const& names,
                                analysis::Ranking const& ranking, float count_width)
{
    NamesWanted out;
    auto const& box = plot.box;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        auto const& one = *chips[i].one;
        float const radius = chips[i].radius, ringed = means.px(one.contested ? 8 : 2.5F);
        out.on.push_back(one.on);
        out.names.push_back({centres[i], radius + ringed, names[i].shapes, -1});
        if (one.veto != analysis::Veto::risk) continue;
        auto const sign = centres[i] + Vec2{radius * 0.8F, -radius * 0.8F};
        out.ground.taken.push_back(base::grown({sign, sign}, means.px(10)));
    }
    out.ground.bounds = base::grown(box, -means.px(4));
    out.ground.unit = means.unit;
    for (float x = box.max.x - count_width; x > box.min.x; x -= means.px(12))
        for (float y : {box.max.y - means.px(40), box.min.y + means.px(8)})
            out.spots.push_back(
                {{x - means.px(8), y}, {x - means.px(8) + count_width, y + means.px(32)}});
    auto const steps = staircase(plot, pareto_layer(ranking, 1));
    out.ground.lines.insert(out.ground.lines.end(), steps.begin(), steps.end());
    return out;
}

void draw_pareto_legend(Pen& pen, Rect const& line)
{
    auto const& c = pen.color();
    float x = line.max.x;
    float const y = line.center().y;
    auto entry = [&](std::string_view key, auto&& mark) {
        auto const& word = pen.words.text(key);
        x -= pen.width(type::legend, word);
        pen.text_in({{x, line.min.y}, line.max}, type::legend, c.ink2, word);
        x -= pen.px(20);
        mark(Vec2{x, y});
        x -= pen.px(36);
    };
    entry("decide.pareto.legend.veto",
          [&](Vec2 p) { pen.icon(p, pen.px(20), c.risk, icon::warning_amber); });
    entry("decide.pareto.legend.contested", [&](Vec2 p) {
        pen.dashed_ring(p, pen.px(9), c.warn, pen.px(2.4F), {pen.px(5), pen.px(4)});
    });
    entry("decide.pareto.legend.behind", [&](Vec2 p) {
        pen.disc(p, pen.px(9), c.card);
        pen.ring(p, pen.px(8), c.ink2, pen.px(2));
    });
    entry("decide.pareto.legend.first", [&](Vec2 p) { pen.disc(p, pen.px(9), c.accent); });
}

std::vector<ParetoChip> pareto_chips(Means const& means, ParetoPlot const& plot,
                                     model::Document const& doc, analysis::Ranking const& ranking)
{
    std::vector<ParetoChip> chips;
    float const radius = means.px(ranking.placed > many_cases ? small_chip : large_chip);
    for (auto const& one : ranking.cases) {
        if (!one.placed()) continue;
        auto const number = model::get<model::Case>(doc, one.on).number;
        chips.push_back(
            {&one, plot.at(one), plot.at(one), std::to_string(number), nullptr, nullptr, radius});
    }
    return chips;
}

void draw_pareto_large_ground(Pen& pen, ParetoPlot const& plot, analysis::Ranking const& ranking)
{
    draw_pareto_ground(pen, plot);
    for (int layer = 3; layer >= 2; --layer)
        draw_staircase(pen, plot, pareto_layer(ranking, layer), pen.color().line2, pen.px(1.5F));
    draw_staircase(pen, plot, pareto_layer(ranking, 1), pen.color().accent, pen.px(2.5F));
}

List pareto_picture(Means const& means, model::Document const& doc,
                    analysis::Ranking const& ranking, Rect const& box)
{
    List list;
    Pen pen(means, list);
    auto const& c = pen.color();
    ParetoPlot const plot{box};
    auto chips = pareto_chips(means, plot, doc, ranking);
    auto const centres = parted_chips(means, plot, chips);
    std::vector<ChipName> names;
    for (auto const& chip : chips)
        names.push_back(
            name_of(means.measure, means.unit, model::get<model::Case>(doc, chip.one->on)));
    auto const wanted = pareto_names_wanted(means, plot, chips, centres, names, ranking, 0);
    auto const places = place_labels(wanted.names, wanted.ground);
    pen.text_in({{box.min.x, box.min.y - pen.px(36)}, {box.max.x, box.min.y - pen.px(8)}}, type::h3,
                c.opp, "↑ " + pen.words.text("decide.pareto.opportunity"));
    draw_pareto_large_ground(pen, plot, ranking);
    pen.text_in({{box.min.x, box.max.y + pen.px(2)}, {box.max.x, box.max.y + pen.px(30)}}, type::h3,
                c.risk, pen.words.text("decide.pareto.risk") + " →", Align::right);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        chips[i].centre = centres[i];
        chips[i].name = &names[i];
        chips[i].place = places[i].shown ? &places[i] : nullptr;
        draw_pareto_chip(pen, chips[i], Marked::no);
    }
    return list;
}

} // namespace pictures
