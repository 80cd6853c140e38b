#include "analysis/ranking/stated_order.h"
#include "story/naming.h"
#include "story/story.h"

#include <algorithm>
#include <limits>
#include <map>

namespace story {
namespace {

std::map<model::CaseId, int> ranks_of(model::Document const& doc)
{
    std::map<model::CaseId, int> out;
    for (auto const& one : analysis::place_cases(analysis::read_evidence(doc)))
        out[one.on] = one.rank;
    return out;
}

} // namespace

std::vector<RankMove> rank_moves(model::Document const& before, model::Document const& after)
{
    auto was = ranks_of(before);
    std::vector<RankMove> out;
    for (auto const& [id, rank] : ranks_of(after)) {
        auto const known = was.find(id);
        int const then = known == was.end() ? 0 : known->second;
        if (then != rank) out.push_back({named(after, id), then, rank});
        if (known != was.end()) was.erase(known);
    }
    for (auto const& [id, rank] : was)
        if (model::find<model::Case>(after, id)) out.push_back({named(after, id), rank, 0});
    std::ranges::stable_sort(out, {}, [](RankMove const& move) {
        return move.after == 0 ? std::numeric_limits<int>::max() : move.after;
    });
    return out;
}

} // namespace story
