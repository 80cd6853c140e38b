#include "edit/plan.h"

#include <algorithm>
#include <set>

// Blind estimating rounds.
namespace edit {
namespace {

using model::Axis;
using model::AxisId;
using model::Estimate;

bool in_use(Document const& doc, AxisId id)
{
    return model::get<Axis>(doc, id).state == model::AxisState::active;
}

bool dont_know(Estimate const& at) { return at.opportunity == -1 && at.risk == -1; }

bool on_scale(model::Level level) { return level >= 0 && level <= model::level_max; }

bool may_be_asked(model::ScaleRange const& range)
{
    constexpr int bound = 1'000'000;
    bool const within = range.low >= -bound && range.high <= bound && range.low < range.high;
    return within && (range.points == 0 || (range.points >= 2 && range.points <= bound));
}

// The name of the rule that the estimate breaks, or "".
std::string broken_by(Estimate const& at)
{
    if (!both_or_neither(at.severity, at.likelihood)) return "ballot.level";
    if (at.severity >= 0) return on_scale(at.opportunity) ? "" : "ballot.level";
    return dont_know(at) || (on_scale(at.opportunity) && on_scale(at.risk)) ? "" : "ballot.level";
}

} // namespace

Result<void> check_axes(Document const& doc, model::Round const& round)
{
    std::set<AxisId> seen;
    for (auto id : round.axes) {
        if (!model::find<Axis>(doc, id)) return fail(Errc::not_found, "axis");
        if (!seen.insert(id).second) return fail(Errc::invalid, "axis.twice");
    }
    for (auto const& one : round.scales) {
        if (seen.erase(one.axis) == 0) return fail(Errc::invalid, "round.scales");
        for (auto const& range : {one.opportunity, one.risk})
            if (!may_be_asked(range)) return fail(Errc::invalid, "round.scales");
    }
    return {};
}

Result<std::vector<AxisId>> axes_to_estimate(Document const& doc, model::Round const& round)
{
    for (auto id : round.axes)
        if (!in_use(doc, id)) return fail(Errc::conflict, "axis.retired");
    if (!round.axes.empty()) return round.axes;
    std::vector<std::pair<int, AxisId>> ordered;
    for (auto const& [id, axis] : model::table<Axis>(doc))
        if (in_use(doc, id)) ordered.emplace_back(axis.order, id);
    if (ordered.empty()) return fail(Errc::invalid, "round.axes");
    std::ranges::sort(ordered);
    std::vector<AxisId> out;
    for (auto const& [order, id] : ordered) out.push_back(id);
    return out;
}

Result<void> check_estimates(model::Round const& round, model::Ballot const& ballot)
{
    if (round.method != model::Method::estimate)
        return ballot.estimates.empty() ? Result<void>{} : fail(Errc::invalid, "ballot.estimate");
    if (!ballot.marks.empty()) return fail(Errc::invalid, "ballot.mark");
    if (ballot.copies != 1) return fail(Errc::invalid, "ballot.copies");
    std::set<std::pair<AxisId, model::CaseId>> seen;
    for (auto const& mark : ballot.estimates) {
        if (std::ranges::find(round.cases, mark.on) == round.cases.end())
            return fail(Errc::invalid, "ballot.case");
        if (std::ranges::find(round.axes, mark.axis) == round.axes.end())
            return fail(Errc::invalid, "ballot.axis");
        if (!seen.emplace(mark.axis, mark.on).second) return fail(Errc::invalid, "ballot.twice");
        if (auto rule = broken_by(mark.at); !rule.empty()) return fail(Errc::invalid, rule);
    }
    return {};
}

void add_estimates(Document const& doc, model::BallotKey const& key, model::Ballot const& ballot,
                   Changes& out)
{
    for (auto const& mark : ballot.estimates) {
        auto at = mark.at;
        if (at.severity >= 0) at.risk = model::risk_of(at.severity, at.likelihood);
        model::put<Estimate>(out, doc, {key.round, key.number, mark.axis, mark.on}, at);
    }
}

} // namespace edit
