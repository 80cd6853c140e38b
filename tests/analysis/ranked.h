#pragma once

#include "analysis/ranking/order.h"
#include "sample.h"

#include <doctest/doctest.h>

namespace sample {

// The line of a case in an order.
inline analysis::RankedCase const& line(analysis::Ranking const& ranking, int number)
{
    auto const* found = ranking.find(case_id(number));
    REQUIRE(found);
    return *found;
}

} // namespace sample
