#include "analysis/merged.h"

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
    auto const& hands = model::table<model::Hands>(doc);
    if (auto const it = hands.find({round, out.absorbed}); it != hands.end()) {
        out.supporters = it->second.count;
        out.both.reset();
        return;
    }
    auto const& ballots = model::table<model::Ballot>(doc);
    for (auto it = ballots.lower_bound({round, 0}); it != ballots.end(); ++it) {
        if (it->first.round != round) break;
        if (!supports(it->second, out.absorbed)) continue;
        out.supporters += it->second.copies;
        if (supports(it->second, out.into)) *out.both += it->second.copies;
    }
}

} // namespace

std::vector<MergedSince> merged_since(model::Document const& doc, model::RoundId round)
{
    std::vector<MergedSince> out;
    auto const state = model::get<model::RoundStatus>(doc, round).state;
    auto const* rules = model::find<model::Round>(doc, round);
    bool const over = state == model::RoundState::closed || state == model::RoundState::revealed;
    if (!rules || !over) return out;
    for (auto id : rules->cases)
        if (auto const* merge = model::find<model::Merge>(doc, id)) {
            out.push_back({id, merge->into, 0, 0});
            count(doc, round, out.back());
        }
    auto const number = [&](MergedSince const& one) {
        return model::get<model::Case>(doc, one.absorbed).number;
    };
    std::sort(out.begin(), out.end(),
              [&](MergedSince const& a, MergedSince const& b) { return number(a) < number(b); });
    return out;
}

} // namespace analysis
