#include "analysis/voting/compare_rounds.h"

#include "analysis/common/ranks.h"

#include <algorithm>
#include <utility>

namespace analysis {
namespace {

double best_of(Tally const& tally)
{
    double best = 0.0;
    for (auto const& line : tally.cases) best = std::max(best, value(line.score));
    return best;
}

std::vector<model::CaseId> first_of(Tally const& tally, int first)
{
    std::vector<model::CaseId> out;
    for (auto const& line : tally.cases)
        if (static_cast<int>(out.size()) < first) out.push_back(line.on);
    return out;
}

std::vector<model::CaseId> missing(std::vector<model::CaseId> const& from,
                                   std::vector<model::CaseId> const& in)
{
    std::vector<model::CaseId> out;
    for (auto id : from)
        if (std::ranges::find(in, id) == in.end()) out.push_back(id);
    return out;
}

std::optional<double> tau_b_of(std::vector<RoundChange> const& cases)
{
    std::vector<std::pair<int, int>> ranks;
    for (auto const& one : cases)
        if (one.rank_before && one.rank_after)
            ranks.emplace_back(*one.rank_before, *one.rank_after);
    return tau_b(ranks);
}

} // namespace

RoundComparison compare_rounds(Tally const& before, Tally const& after, int first)
{
    RoundComparison out;
    out.same_way = before.way() == after.way() && before.blank == after.blank;
    auto const best_before = best_of(before);
    auto const best_after = best_of(after);
    auto put = [&](model::CaseId id) {
        RoundChange change{id, {}, {}, {}, {}, {}, {}};
        if (auto const* line = before.find(id)) {
            change.rank_before = line->rank;
            change.score_before = line->score;
            if (best_before > 0.0) change.share_before = value(line->score) / best_before;
        }
        if (auto const* line = after.find(id)) {
            change.rank_after = line->rank;
            change.score_after = line->score;
            if (best_after > 0.0) change.share_after = value(line->score) / best_after;
        }
        if (change.rank_before && change.rank_after) {
            ++out.compared;
            if (change.places_gained() != 0) ++out.moved;
        }
        out.cases.push_back(change);
    };
    for (auto const& line : after.cases) put(line.on);
    for (auto const& line : before.cases)
        if (!after.find(line.on)) put(line.on);
    auto const old_first = first_of(before, first);
    auto const new_first = first_of(after, first);
    out.entering = missing(new_first, old_first);
    out.leaving = missing(old_first, new_first);
    out.agreement = tau_b_of(out.cases);
    return out;
}

} // namespace analysis
