#pragma once

#include "model/voting_method.h"

#include <optional>
#include <string>

namespace analysis {

// A counting method and its rule (standard where the method has only one).
struct Way {
    model::Method method = model::Method::dots;
    model::Rule rule = model::Rule::standard;
    friend bool operator==(Way, Way) = default;
};

// The way `round` is counted when `method` and `rule` are requested; absent ones are the round's. A
// rule implies its method; a rule of another method is replaced by the standard one.
Way way_of(model::Round const& round, std::optional<model::Method> method,
           std::optional<model::Rule> rule);

// Its name on the command line: "dots", "schulze", "equal-shares"…
std::string name_of(Way way);
std::optional<Way> way_from_name(std::string const& name);

} // namespace analysis
