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

// What a vote is worth to who gives it, once its project is bought.
enum class Worth {
    cost, // the cost of the project, for each vote
    one,  // 1
    votes // the points of the vote
};

// A ballot: what its voters support, with what value, and how many they are.
struct Backer {
    std::span<Vote const> votes;
    std::int64_t people = 0;
};

struct Offer {
    std::int64_t cost = 0;
    std::uint32_t declared = 0; // its place in the order in which projects were declared
};

// A project bought: each of its backers paid `rate` times the worth of the vote, or all they had
// left when that was less.
struct Share {
    std::uint32_t project = 0;
    std::string rate;      // exact, in units, per worth: "11", "50/43"
    std::string effective; // its cost over the rate, exact: votes that count in full
};

struct Shares {
    std::vector<Share> bought; // in the order of buying
    std::int64_t cost = 0;
    int ties_broken = 0; // times that two projects were equally worth buying
};

// Everyone holds an equal part of `money`. Again and again, of the projects that their backers can
// still pay for, buys the one that costs them least per worth; of equals the cheaper, then the one
// of more people, then the first declared. Stops when none can be paid for.
// Costs from 1; worths from 1 to 2^20; at most 2^40 people.
Shares share_equally(std::span<Backer const> backers, std::span<Offer const> offers,
                     std::int64_t people, std::int64_t money, Worth worth);

struct Completed {
    Shares shares;                  // of the last money that did not overspend
    Ratio each;                     // what each person then held, in hundredths
    std::int64_t virtual_money = 0; // `each` times the people
    std::int64_t steps = 0;         // of what was given, since the start
    // The least larger budget with which the outcome would be another: what the first outcome that
    // overspends this one costs. None when no money would change anything.
    std::optional<std::int64_t> next_budget;
};

// By how much everyone's part grows at a time.
enum class Growth {
    unit,   // a unit of a currency for each person, as the published elections do
    precise // a hundredth for all together: of sizes, whose few points are shared among many
};
constexpr Growth growth_of(Cost::Kind kind)
{
    return kind == Cost::Kind::size ? Growth::precise : Growth::unit;
}

// Add1: starts from the budget rounded down to what steps can give the room, and gives one step
// more again and again until what is bought would cost more than the budget; the outcome before
// that. It does not stop where nothing more would fit. Steps between which nothing can change are
// passed over.
Completed share_with_add1(std::span<Backer const> backers, std::span<Offer const> offers,
                          std::int64_t people, std::int64_t budget, Worth worth,
                          Growth growth = Growth::unit);

} // namespace analysis
