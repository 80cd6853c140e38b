#include "wording/estimates.h"

#include "wording/placements.h"

#include <algorithm>

namespace wording {

using analysis::Agreement;

std::string agreement(i18n::Catalogue const& words, Agreement agreement)
{
    switch (agreement) {
    case Agreement::accord: return words.text("cloud.accord");
    case Agreement::neutral: return words.text("cloud.neutral");
    case Agreement::divided: return words.text("cloud.divided");
    case Agreement::contested: break;
    }
    return words.text("cloud.contested");
}

std::string people(i18n::Catalogue const& words, analysis::Cloud const& cloud)
{
    auto out = words.plural("cloud.people", cloud.placed);
    if (cloud.voters > cloud.placed) out += " " + words.text("cloud.people.of", cloud.voters);
    if (cloud.dont_know > 0) out += ", " + words.plural("cloud.unknown", cloud.dont_know);
    return out;
}

std::string too_few(i18n::Catalogue const& words)
{
    return words.text("cloud.too_few", analysis::shown_from);
}

std::string two_risks(i18n::Catalogue const& words, analysis::Shape const& shape)
{
    if (!shape.severity || !shape.likelihood) return {};
    return words.text("cloud.two_risks", words.decimal(*shape.severity / 100, 1),
                      words.decimal(*shape.likelihood / 100, 1));
}

std::string astride(i18n::Catalogue const& words, analysis::Shape const& shape,
                    model::Axis const& axis)
{
    if (!shape.astride) return {};
    return words.text("cloud.astride", quadrant(words, axis, shape.astride->one),
                      quadrant(words, axis, shape.astride->other));
}

std::string contest(i18n::Catalogue const& words, analysis::Shape const& shape)
{
    std::string out;
    auto add = [&](analysis::OneScale const& scale, char const* with, char const* without) {
        if (scale.agreement != Agreement::contested) return;
        if (!out.empty()) out += "\n";
        out += scale.camps ? words.text(with, scale.camps->low.people, scale.camps->high.people)
                           : words.text(without);
    };
    add(shape.opportunity, "cloud.opportunity.camps", "cloud.opportunity.contested");
    add(shape.risk, "cloud.risk.camps", "cloud.risk.contested");
    return out;
}

std::string movement(i18n::Catalogue const& words, analysis::Movement const& movement)
{
    if (!movement.changed) return words.text("cloud.moved.unknown");
    auto const changed = *movement.changed == 0 ? words.text("cloud.moved.nobody")
                                                : words.plural("cloud.moved", *movement.changed);
    auto with_sign = [&](double levels) {
        auto const said = words.decimal(levels / 100.0, 1);
        return levels >= 5.0 ? "+" + said : said;
    };
    return changed + " " +
           words.text("cloud.moved.median", with_sign(movement.moved.opportunity),
                      with_sign(movement.moved.risk));
}

std::string stop(i18n::Catalogue const& words, analysis::Stop stop, analysis::Shape const& shape)
{
    switch (stop) {
    case analysis::Stop::none: return words.text("cloud.stop.none");
    case analysis::Stop::accord: return words.text("cloud.stop.accord");
    case analysis::Stop::stable: return words.text("cloud.stop.stable");
    case analysis::Stop::rounds: return words.text("cloud.stop.rounds");
    case analysis::Stop::same_zone: break;
    }
    double most = 0;
    for (std::size_t zone = 0; zone < shape.zones.size(); ++zone)
        most = std::max(most, shape.share(static_cast<analysis::Quadrant>(zone)));
    return words.text("cloud.stop.same_zone", words.percent(most));
}

std::string so_far(i18n::Catalogue const& words,
                   std::span<std::vector<analysis::Cloud> const> clouds, std::size_t agreed)
{
    if (clouds.empty()) return words.text("estimate.none");
    int contested = 0, few = 0;
    for (auto const& rounds : clouds) {
        contested += rounds.back().contested() ? 1 : 0;
        few += rounds.back().shape ? 0 : 1;
    }
    auto out = words.plural("estimate.estimated", static_cast<std::int64_t>(clouds.size()));
    out += " · " + words.plural("estimate.agreed", static_cast<std::int64_t>(agreed));
    out += " · " + words.plural("estimate.contested", contested);
    if (few > 0) out += " · " + words.plural("estimate.few", few);
    return out;
}

std::string asked(i18n::Catalogue const& words, model::Document const& doc,
                  model::Round const& round)
{
    auto const cases =
        words.plural("estimate.of_cases", static_cast<std::int64_t>(round.cases.size()));
    if (round.axes.size() != 1)
        return cases + " · " +
               words.plural("estimate.on_axes", static_cast<std::int64_t>(round.axes.size()));
    return cases + " · " + axis_name(model::get<model::Axis>(doc, round.axes.front()));
}

std::string received(i18n::Catalogue const& words, std::size_t ballots, int headcount)
{
    auto const came = words.plural("estimate.received.count", static_cast<std::int64_t>(ballots));
    return headcount > 0 ? came + " " + words.text("estimate.received.of", headcount) : came;
}

std::string answered(i18n::Catalogue const& words, std::size_t answers, std::size_t of)
{
    return words.plural("estimate.answered", static_cast<std::int64_t>(answers)) + " " +
           words.text("estimate.received.of", of);
}

std::string answer(i18n::Catalogue const& words, model::Estimate const* said)
{
    if (!said) return "–";
    if (said->opportunity < 0) return words.text("estimate.unknown.short");
    return words.decimal(said->opportunity / 100.0, 1) + " · " +
           words.decimal(said->risk / 100.0, 1);
}

std::string other_scales(i18n::Catalogue const& words, model::Document const& doc,
                         model::AxisId axis)
{
    auto const rounds = analysis::estimating_rounds(doc);
    for (auto it = rounds.rbegin(); it != rounds.rend(); ++it) {
        auto const round = model::get<model::Round>(doc, *it);
        if (std::ranges::find(round.axes, axis) == round.axes.end()) continue;
        auto const by = std::ranges::find(round.scales, axis, &model::AxisScales::axis);
        if (by == round.scales.end()) return {};
        return words.text("place.other_scales", round.number, by->opportunity.low,
                          by->opportunity.high, by->risk.low, by->risk.high);
    }
    return {};
}

} // namespace wording
