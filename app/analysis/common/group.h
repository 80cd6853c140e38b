#pragma once

#include "model/enums.h"

#include <cstdint>

namespace analysis {

// Below this number of people nothing is broken down, as it would reveal single ballots.
constexpr std::int64_t group_min = 5;

// Whether the secret ballots of a vote are that few. Imported ones were published.
constexpr bool is_small(std::int64_t people, model::BallotSource source)
{
    return people > 0 && people < group_min && source != model::BallotSource::imported;
}

} // namespace analysis
