#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// The cut after the first k cases of a result; it never splits an unbroken tie.
namespace analysis {

// The values of k, from 1, where a cut splits no tie, or only one that was broken.
std::vector<int> clean_cuts(Tally const& tally);

// The tie that a cut after `first` cases would split; nothing when it splits none.
struct SplitTie {
    int rank = 1;
    std::vector<model::CaseId> cases; // by case number
};
std::optional<SplitTie> split_tie(Tally const& tally, int first);

// A random order of tied cases by `seed`, independent of the order given.
std::vector<model::CaseId> draw_order(std::vector<model::CaseId> tied, std::uint64_t seed);

// The order of tied cases in the round.
std::vector<model::CaseId> declared_order(model::Round const& round,
                                          std::vector<model::CaseId> tied);

// The seed for breaking a tie, which nobody can choose: the first 64 bits of the SHA-256 of the
// session's name, the round and its ballots in order.
std::uint64_t tie_seed(std::string_view session, model::Document const& doc, model::RoundId round);

// Whether the recorded order of a broken tie is what its rule gives: by its seed, or by the round's
// order.
bool cut_holds(model::Round const& round, CutTie const& cut);

} // namespace analysis
