#include "analysis/voting/way.h"

namespace analysis {

using model::Method;
using model::Rule;

Way way_of(model::Round const& round, std::optional<Method> method, std::optional<Rule> rule)
{
    Way way{method.value_or(round.method), round.rule};
    if (rule) way = {model::method_of(*rule).value_or(way.method), *rule};
    if (model::method_of(way.rule) == way.method) return way;
    way.rule = model::voting_method(way.method).usual_rule();
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
        return Way{*model::method_of(*rule), *rule};
    auto const method = base::from_name<Method>(name);
    if (!method || *method == Method::estimate) return std::nullopt;
    return Way{*method, Rule::standard};
}

} // namespace analysis
