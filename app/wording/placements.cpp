#include "wording/placements.h"

#include "analysis/estimates/settling.h"
#include "wording/estimates.h"
#include "wording/lists.h"

namespace wording {

using analysis::Quadrant;

std::string axis_name(model::Axis const& axis)
{
    return axis.short_title.empty() ? axis.title : axis.short_title;
}

model::Axis new_axis(i18n::Catalogue const& words, int place)
{
    model::Axis axis;
    axis.title = words.text("axes.new", place);
    axis.opportunity = words.text("axes.new.opportunity");
    axis.opportunity_low = words.text("axes.new.opportunity_low");
    axis.opportunity_high = words.text("axes.new.opportunity_high");
    axis.risk = words.text("axes.new.risk");
    axis.risk_low = words.text("axes.new.risk_low");
    axis.risk_high = words.text("axes.new.risk_high");
    return axis;
}

std::string quadrant(i18n::Catalogue const& words, Quadrant quadrant)
{
    return words.text("quadrant." + std::string(base::name_of(quadrant)));
}

std::string quadrant(i18n::Catalogue const& words, model::Axis const& axis, Quadrant quadrant)
{
    auto const& own = quadrant == Quadrant::launch       ? axis.launch
                      : quadrant == Quadrant::safeguards ? axis.safeguards
                      : quadrant == Quadrant::comfort    ? axis.comfort
                                                         : axis.aside;
    return own.empty() ? wording::quadrant(words, quadrant) : own;
}

std::string levels(i18n::Catalogue const& words, model::Level opportunity, model::Level risk)
{
    return words.text("place.levels", words.decimal(risk / 100.0, 1),
                      words.decimal(opportunity / 100.0, 1));
}

std::string levels(i18n::Catalogue const& words, analysis::Point at)
{
    return levels(words, static_cast<model::Level>(at.opportunity),
                  static_cast<model::Level>(at.risk));
}

std::string median(i18n::Catalogue const& words, analysis::Shape const& shape)
{
    return words.text("cloud.median", levels(words, shape.median));
}

bool Standing::contradicted() const
{
    return settled && cloud && analysis::contradicted(*settled, *cloud);
}

std::string where(i18n::Catalogue const& words, Standing const& standing)
{
    auto const* settled = standing.settled;
    if (!settled)
        return standing.cloud && standing.cloud->shape ? median(words, *standing.cloud->shape)
                                                       : std::string();
    auto const by = settled->lock == model::Lock::locked ? std::string("locked")
                                                         : std::string(base::name_of(settled->by));
    return levels(words, settled->opportunity, settled->risk) + " · " +
           words.text("place.by." + by);
}

std::string contradiction(i18n::Catalogue const& words, Standing const& standing)
{
    if (!standing.contradicted()) return {};
    auto const& settled = *standing.settled;
    auto const key = "cloud.contradicted." + std::string(base::name_of(settled.by));
    return words.text(key, levels(words, settled.opportunity, settled.risk),
                      levels(words, standing.cloud->shape->median));
}

std::string trouble(i18n::Catalogue const& words, Standing const& standing)
{
    if (!standing.cloud || !standing.cloud->shape) return {};
    auto out = contradiction(words, standing);
    auto const contested = contest(words, *standing.cloud->shape);
    if (contested.empty()) return out;
    if (!out.empty()) out += "\n";
    return out + contested + "\n" + words.text("cloud.discuss");
}

std::string agreed(i18n::Catalogue const& words, Standing const& standing)
{
    if (!standing.cloud || !standing.cloud->shape) return {};
    if (standing.contradicted()) return words.text("cloud.contradicted");
    return agreement(words, standing.cloud->shape->agreement());
}

std::string line(i18n::Catalogue const& words, model::Axis const& axis, model::Case const& text,
                 Standing const& standing)
{
    auto out = std::to_string(text.number) + " " + text.title + ", ";
    if (auto const* at = standing.settled)
        out += levels(words, at->opportunity, at->risk) + ", " +
               quadrant(words, axis, analysis::quadrant_of(axis, at->opportunity, at->risk));
    else
        out += words.text("place.unplaced");
    if (standing.cloud) out += ", " + people(words, *standing.cloud);
    if (auto const word = agreed(words, standing); !word.empty()) out += ", " + word;
    return out;
}

std::string pulled_apart(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<analysis::ProfilePoint> const& profile,
                         std::vector<model::AxisId> const& contested,
                         std::vector<model::AxisId> const& contradicted)
{
    std::vector<model::AxisId> heavy;
    for (auto const& point : profile)
        if (point.placed &&
            (point.placed->quadrant == Quadrant::aside || point.placed->risk >= analysis::top_risk))
            heavy.push_back(point.axis);
    std::string out;
    if (auto const split = analysis::conflict(profile))
        out = words.text("place.conflict", axes(words, doc, split->favourable),
                         axes(words, doc, split->against));
    else if (!heavy.empty())
        out = words.text("place.heavy", axes(words, doc, heavy));
    auto add = [&](char const* key, std::vector<model::AxisId> const& on) {
        if (on.empty()) return;
        out += (out.empty() ? "" : "\n") + words.text(key, axes(words, doc, on));
    };
    add("place.contested_on", contested);
    add("place.contradicted_on", contradicted);
    return out;
}

std::string voted(i18n::Catalogue const& words, CaseResult const& of)
{
    return words.text("place.voted", brought(words, of), words.ordinal(of.one.rank));
}

std::string left_out(i18n::Catalogue const& words, std::size_t count)
{
    return words.plural("place.left_out", static_cast<std::int64_t>(count));
}

} // namespace wording
