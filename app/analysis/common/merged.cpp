#include "analysis/common/merged.h"

#include "analysis/common/group.h"

#include <algorithm>

namespace analysis {
namespace {

bool supports(model::Ballot const& ballot, model::CaseId on)
{
    return std::any_of(ballot.marks.begin(), ballot.marks.end(),
                       [&](model::Mark const& mark) { return mark.on == on && mark.value > 0; });
}

void count(model::Document const& doc, model::RoundId round, MergedSince& out)
{
    std::int64_t supporters = 0, both = 0, people = 0;
    auto const& ballots = model::table<model::Ballot>(doc);
    for (auto it = ballots.lower_bound({round, 0}); it != ballots.end(); ++it) {
        if (it->first.round != round) break;
        people += it->second.copies;
        if (!supports(it->second, out.absorbed)) continue;
        supporters += it->second.copies;
        if (supports(it->second, out.into)) both += it->second.copies;
    }
    if (is_small(people, model::get<model::Round>(doc, round).source)) return;
    auto const& hands = model::table<model::Hands>(doc);
    auto const raised = hands.find({round, out.absorbed});
    out.supporters = supporters + (raised != hands.end() ? raised->second.count : 0);
    if (raised == hands.end()) out.both = both;
}

// The cases of a closed or revealed round, by number.
std::vector<model::CaseId> cases_voted(model::Document const& doc, model::RoundId round)
{
    auto const state = model::get<model::RoundStatus>(doc, round).state;
    auto const* rules = model::find<model::Round>(doc, round);
    bool const over = state == model::RoundState::closed || state == model::RoundState::revealed;
    if (!rules || !over) return {};
    auto out = rules->cases;
    std::ranges::sort(out, {}, [&](auto id) { return model::get<model::Case>(doc, id).number; });
    return out;
}

} // namespace

std::vector<MergedSince> merged_since(model::Document const& doc, model::RoundId round)
{
    std::vector<MergedSince> out;
    for (auto id : cases_voted(doc, round))
        if (auto const* merge = model::find<model::Merge>(doc, id)) {
            out.push_back({id, merge->into, {}, {}});
            count(doc, round, out.back());
        }
    return out;
}

std::vector<model::CaseId> aside_now(model::Document const& doc, model::RoundId round)
{
    auto out = cases_voted(doc, round);
    std::erase_if(out, [&](auto id) { return !is_aside(doc, id); });
    return out;
}

bool is_aside(model::Document const& doc, model::CaseId id)
{
    auto const said = [&](model::Body body) {
        return model::get<model::Decision>(doc, {id, body}).verdict == model::Verdict::aside;
    };
    return said(model::Body::workshop) || said(model::Body::committee);
}

} // namespace analysis
