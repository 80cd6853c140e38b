#pragma once

#include "model/document.h"

#include <map>
#include <set>
#include <tuple>

namespace analysis {

// Which ballots and estimates may be told one by one outside the session: not those of a vote, or
// of a case on an axis, by fewer than `group_min` people, unless they were imported.
class SingleAnswers {
public:
    explicit SingleAnswers(model::Document const& doc);
    [[nodiscard]] bool told(model::BallotKey const& key) const;
    [[nodiscard]] bool told(model::EstimateKey const& key) const;

private:
    using Cell = std::tuple<model::RoundId, model::AxisId, model::CaseId>;
    std::set<model::RoundId> imported_;
    std::map<model::RoundId, std::int64_t> ballots_; // people
    std::map<Cell, std::int64_t> estimates_;         // people who placed it
};

} // namespace analysis
