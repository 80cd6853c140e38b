#include "analysis/voting/way.h"

namespace analysis {

using model::BallotType;
using model::Method;
using model::Rule;

std::optional<Method> method_of(Rule rule)
{
    switch (rule) {
    case Rule::standard: return std::nullopt;
    case Rule::borda:
    case Rule::borda_zero:
    case Rule::schulze:
    case Rule::ranked_pairs: return Method::ranking;
    case Rule::win_share:
    case Rule::bradley_terry: return Method::pairwise;
    case Rule::greedy:
    case Rule::greedy_no_skip:
    case Rule::greedy_per_cost:
    case Rule::knapsack:
    case Rule::equal_shares:
    case Rule::equal_shares_count:
    case Rule::equal_shares_points: return Method::budget;
    }
    return std::nullopt;
}

Way way_of(model::Round const& round, std::optional<Method> method, std::optional<Rule> rule)
{
    Way way{method.value_or(round.method), round.rule};
    if (rule) way = {method_of(*rule).value_or(way.method), *rule};
    if (method_of(way.rule) == way.method) return way;
    way.rule = model::voting_method(way.method).usual_rule;
    return way;
}

std::string name_of(Way way)
{
    return std::string(way.rule == Rule::standard ? base::name_of(way.method)
                                                  : base::name_of(way.rule));
}

std::optional<Way> way_from_name(std::string const& name)
{
    if (auto const rule = base::from_name<Rule>(name); rule && *rule != Rule::standard)
        return Way{*method_of(*rule), *rule};
    auto const method = base::from_name<Method>(name);
    if (!method || *method == Method::estimate) return std::nullopt;
    return Way{*method, Rule::standard};
}

bool can_count(BallotType ballots, Way way, Ranked ranked)
{
    bool const amounts = ballots == BallotType::approvals || ballots == BallotType::points ||
                         ballots == BallotType::scores;
    bool const chosen = ballots == BallotType::orders && ranked == Ranked::few;
    switch (way.method) {
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
    case Method::quadratic: return amounts;
    case Method::approval: return amounts || chosen;
    case Method::score: return amounts || ballots == BallotType::grades;
    case Method::majority_judgment:
        return ballots == BallotType::approvals || ballots == BallotType::scores ||
               ballots == BallotType::grades;
    case Method::ranking: return ballots != BallotType::pairs;
    case Method::pairwise: return true;
    case Method::budget:
        if (way.rule == Rule::equal_shares_points) return amounts;
        if (way.rule == Rule::equal_shares || way.rule == Rule::equal_shares_count)
            return amounts || chosen;
        return amounts || ballots == BallotType::orders;
    case Method::estimate: return false;
    }
    return false;
}

} // namespace analysis
