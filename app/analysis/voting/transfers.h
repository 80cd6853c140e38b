#pragma once

#include "analysis/voting/votes.h"

#include <cstdint>
#include <span>
#include <vector>

// The single transferable vote, by the rules of Scottish local elections: the Scottish Local
// Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. methods.md, 1.10.
namespace analysis {

// Votes are counted in 1/100,000: five decimal places, rule 48(3).
constexpr std::int64_t parts_per_vote = 100'000;

// One stage of the count, and the state after it.
struct CountStage {
    enum class Kind {
        first,   // first preferences
        surplus, // the surplus of `of` is transferred
        // `of` is excluded and its votes transferred, unless the remaining cases fill the seats
        exclusion
    };
    Kind kind = Kind::first;
    std::uint32_t of = 0;
    std::vector<std::int64_t> votes;    // per case, in parts
    std::int64_t lost = 0;              // in parts: not transferable, or lost in rounding
    std::vector<std::uint32_t> elected; // at its end, most votes first
    // the last were elected without quota, as no more cases were left than seats
    bool fills = false;
};

// The final state of a case.
struct CountFate {
    enum class What { left, elected, excluded };
    What what = What::left;
    std::size_t stage = 0;  // stage number, from 1
    std::int64_t votes = 0; // its votes then, in parts
};

struct TransferCount {
    std::int64_t quota = 0; // in whole votes
    std::vector<CountStage> stages;
    std::vector<CountFate> fates;        // per case
    std::vector<std::uint32_t> elected;  // in order
    std::vector<std::uint32_t> excluded; // in order
    // Ties at every stage that were decided by declared order: the first for a surplus, the last
    // for an exclusion. Left out where it made no difference.
    std::vector<std::vector<std::uint32_t>> chosen_by_order;
    std::vector<int> places; // per case, 1 the best, equal ones sharing one
};

// Counts the rankings of `table`, with `people[r]` voters in row r. A shared place on a ballot
// divides its vote, to five decimal places; the rules have no such ballots.
TransferCount transfer_votes(VoteTable const& table, std::span<std::int64_t const> people,
                             int seats);

} // namespace analysis
