#pragma once

#include "model/voting_method.h"

#include <optional>
#include <string>

namespace analysis {

// How ballots are counted: a method, and the rule where the method leaves a choice (else standard).
struct Way {
    model::Method method = model::Method::dots;
    model::Rule rule = model::Rule::standard;
    friend bool operator==(Way, Way) = default;
};

// How `round` is counted when it is asked to be counted by `method` and `rule`, each as the round
// has it when absent. A rule alone says its method too; a rule of another method gives way to the
// standard one.
Way way_of(model::Round const& round, std::optional<model::Method> method,
           std::optional<model::Rule> rule);

// The way named as the command line names it: "dots", "schulze", "equal-shares"…
std::string name_of(Way way);
std::optional<Way> way_from_name(std::string const& name);

} // namespace analysis
