#pragma once

#include "analysis/counting/equal_shares.h"
#include "analysis/voting/recount.h"

namespace analysis {

// Equal Shares for the rows of a table, with `people[r]` voters in row r: with Add1, or with the
// plain budget.
Completed shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                    Money const& money, model::Rule rule);
Shares fixed_shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                       Money const& money, model::Rule rule);

} // namespace analysis
