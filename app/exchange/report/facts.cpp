#include "exchange/report/facts.h"

#include "analysis/common/in_use.h"

#include <algorithm>

namespace exchange {

analysis::Tally const* Facts::reference() const
{
    for (auto const& vote : votes)
        if (ranking.reference == vote.tally.round) return &vote.tally;
    return nullptr;
}

namespace {

Facts::Axis axis_facts(model::Document const& doc, model::AxisId id)
{
    auto where = analysis::placements(doc, id);
    return {id, model::get<model::Axis>(doc, id), analysis::all_clouds(doc, id),
            std::move(where.placed), std::move(where.unplaced)};
}

} // namespace

Facts facts_of(model::Document const& doc)
{
    Facts out;
    out.cases = analysis::visible_cases(doc);
    for (auto id : analysis::active_axes(doc)) out.axes.push_back(axis_facts(doc, id));
    if (analysis::committee_rounds(doc) > 0) {
        out.committee_room = analysis::committee_room(doc);
        for (auto id : analysis::active_axes(doc)) {
            auto axis = axis_facts(out.committee_room, id);
            if (!axis.clouds.empty()) out.committee_axes.push_back(std::move(axis));
        }
    }
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        if (!analysis::shows_a_result(doc, id)) continue;
        if (auto result = analysis::tally(doc, id))
            out.votes.push_back({round, std::move(*result), analysis::by_room(doc, id)});
    }
    std::ranges::sort(out.votes, {}, [](Facts::Vote const& one) { return one.round.number; });
    out.ranking = analysis::rank_cases(doc);
    out.workshop = analysis::verdicts(doc, out.ranking, model::Body::workshop);
    out.committee = analysis::verdicts(doc, out.ranking, model::Body::committee);
    return out;
}

} // namespace exchange
