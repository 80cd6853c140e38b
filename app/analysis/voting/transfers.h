#pragma once

#include "analysis/voting/votes.h"

#include <cstdint>
#include <span>
#include <vector>

// The single transferable vote, by the rules of Scottish local elections: the Scottish Local
// Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. METHODS 1.10.
namespace analysis {

// Votes are counted in hundred-thousandths: the five decimal places of rule 48(3).
constexpr std::int64_t parts_per_vote = 100'000;

// What happened at a stage of the count, and what stood at its end.
struct CountStage {
    enum class Kind {
        first,    // the first preferences
        surplus,  // what `of` has over the quota goes on
        exclusion // `of` is excluded, and its votes go on, unless what is left are the last seats
    };
    Kind kind = Kind::first;
    std::uint32_t of = 0;
    std::vector<std::int64_t> votes;    // of each case, in parts
    std::int64_t lost = 0;              // in parts: on no case, and what rounding left over
    std::vector<std::uint32_t> elected; // at its end, the first with the most votes
    bool fills = false; // the last of them without the quota: no more were left than seats
};

// What became of a case.
struct CountFate {
    enum class What { left, elected, excluded };
    What what = What::left;
    std::size_t stage = 0;  // at which, from 1
    std::int64_t votes = 0; // that it had then, in parts
};

struct TransferCount {
    std::int64_t quota = 0; // votes, in whole
    std::vector<CountStage> stages;
    std::vector<CountFate> fates;        // of each case
    std::vector<std::uint32_t> elected;  // in order
    std::vector<std::uint32_t> excluded; // in order
    // Cases that were level at every stage, of which the order in which they were declared chose
    // one: the first for a surplus, the last for an exclusion. Where it changed nothing it is left
    // out.
    std::vector<std::vector<std::uint32_t>> chosen_by_order;
    std::vector<int> places; // of each case, 1 the best, shared by those that are level
};

// Counts the rankings of `table`, `people[r]` having filled in row r, for so many seats. Places
// that are shared on a ballot share its vote, to five decimal places: the rules know no such
// ballots.
TransferCount transfer_votes(VoteTable const& table, std::span<std::int64_t const> people,
                             int seats);

} // namespace analysis
