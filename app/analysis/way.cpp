#include "analysis/way.h"

namespace analysis {

using model::Method;
using model::Rule;

Saying saying_of(Method method)
{
    switch (method) {
    case Method::approval:
    case Method::budget: return Saying::approvals;
    case Method::score: return Saying::scores;
    case Method::majority_judgment: return Saying::grades;
    case Method::ranking: return Saying::orders;
    case Method::pairwise: return Saying::pairs;
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
    case Method::quadratic:
    case Method::estimate: return Saying::points;
    }
    return Saying::points;
}

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
    way.rule = way.method == Method::ranking    ? Rule::schulze
               : way.method == Method::pairwise ? Rule::win_share
               : way.method == Method::budget   ? Rule::equal_shares
                                                : Rule::standard;
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

bool can_count(Saying saying, Way way, Ranked ranked)
{
    bool const amounts =
        saying == Saying::approvals || saying == Saying::points || saying == Saying::scores;
    bool const chosen = saying == Saying::orders && ranked == Ranked::few;
    switch (way.method) {
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
    case Method::quadratic: return amounts;
    case Method::approval: return amounts || chosen;
    case Method::score: return amounts || saying == Saying::grades;
    case Method::majority_judgment:
        return saying == Saying::approvals || saying == Saying::scores || saying == Saying::grades;
    case Method::ranking: return saying != Saying::pairs;
    case Method::pairwise: return true;
    case Method::budget:
        if (way.rule == Rule::equal_shares_points) return amounts;
        if (way.rule == Rule::equal_shares || way.rule == Rule::equal_shares_count)
            return amounts || chosen;
        return amounts || saying == Saying::orders;
    case Method::estimate: return false;
    }
    return false;
}

} // namespace analysis
