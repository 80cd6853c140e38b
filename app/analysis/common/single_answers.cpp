#include "analysis/common/single_answers.h"

#include "analysis/common/group.h"

namespace analysis {

SingleAnswers::SingleAnswers(model::Document const& doc)
{
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (round.source == model::BallotSource::imported) imported_.insert(id);
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
        ballots_[key.round] += ballot.copies;
    for (auto const& [key, one] : model::table<model::Estimate>(doc))
        if (one.opportunity >= 0 || one.risk >= 0) ++estimates_[{key.round, key.axis, key.on}];
}

bool SingleAnswers::told(model::BallotKey const& key) const
{
    auto const found = ballots_.find(key.round);
    return imported_.contains(key.round) || (found != ballots_.end() && found->second >= group_min);
}

bool SingleAnswers::told(model::EstimateKey const& key) const
{
    auto const found = estimates_.find({key.round, key.axis, key.on});
    return imported_.contains(key.round) ||
           (found != estimates_.end() && found->second >= group_min);
}

} // namespace analysis
