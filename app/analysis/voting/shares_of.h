#pragma once

#include "analysis/counting/equal_shares.h"
#include "analysis/voting/recount.h"

namespace analysis {

// Equal Shares over the rows of a table, `people[r]` having filled in row r: with Add1, or with the
// budget as it is.
Completed shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                    Money const& money, model::Rule rule);
Shares fixed_shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                       Money const& money, model::Rule rule);

} // namespace analysis
