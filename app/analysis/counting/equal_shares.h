#pragma once

#include "analysis/common/cost.h"
#include "analysis/common/ratio.h"
#include "analysis/counting/vote.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The Method of Equal Shares (Peters, Pierczyński and Skowron 2021), in exact fractions.
namespace analysis {

// The utility of a vote to its voter once the project is bought.
enum class Worth {
    cost, // the cost of the project, for each vote
    one,  // 1
    votes // the points of the vote
};

// A group of identical ballots: the projects supported, their worth, the number of voters.
struct Backer {
    std::span<Vote const> votes;
    std::int64_t people = 0;
};

struct Offer {
    std::int64_t cost = 0;
    std::uint32_t declared = 0; // position in the declared order
};

// A project bought: each backer paid `rate` times the worth of the vote, or all remaining money if
// less.
struct Share {
    std::uint32_t project = 0;
    std::string rate;      // exact, in units per worth: "11", "50/43"
    std::string effective; // cost divided by rate, exact: the number of full payments
};

struct Shares {
    std::vector<Share> bought; // in order of purchase
    std::int64_t cost = 0;
    int ties_broken = 0; // times that two projects were equally expensive
};

// Everyone starts with an equal share of `money`. Repeatedly buys, among the projects that their
// backers can pay, the one with the lowest rate per worth; ties: lower cost, then more supporters,
// then declared order. Stops when none can be paid. Costs at least 1; worths 1 to 2^20; at most
// 2^40 people.
Shares share_equally(std::span<Backer const> backers, std::span<Offer const> offers,
                     std::int64_t people, std::int64_t money, Worth worth);

struct Completed {
    Shares shares;                  // with the last amount that did not exceed the budget
    Ratio each;                     // final share of each person, in hundredths
    std::int64_t virtual_money = 0; // `each` times the number of people
    std::int64_t steps = 0;         // number of increases
    // The smallest larger budget with another result: the cost of the first outcome that exceeds
    // this one. None when no budget changes the result.
    std::optional<std::int64_t> next_budget;
};

// The increase of each person's share per step.
enum class Growth {
    unit,   // one unit of currency per person, as in published elections
    precise // one hundredth in total: for sizes, where few points are shared
};
constexpr Growth growth_of(Cost::Kind kind)
{
    return kind == Cost::Kind::size ? Growth::precise : Growth::unit;
}

// Add1: starts from the largest multiple of the step within the budget and adds one step at a time
// until the purchases would cost more than the budget; returns the outcome before that. It does not
// stop when nothing more would fit. Steps that cannot change the result are skipped.
Completed share_with_add1(std::span<Backer const> backers, std::span<Offer const> offers,
                          std::int64_t people, std::int64_t budget, Worth worth,
                          Growth growth = Growth::unit);

} // namespace analysis
