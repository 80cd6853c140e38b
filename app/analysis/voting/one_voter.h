#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace analysis {

// How the first cases depend on single voters: which would enter or leave without one of them.
struct OneVoter {
    int first = 0;              // k, or the number of cases selected
    std::int64_t people = 0;    // voters whose single absence changes the first k
    std::int64_t looked_at = 0; // voters examined so far
    std::int64_t voters = 0;    // so many
    // cases that enter without some voter, in the result's order
    std::vector<model::CaseId> entering;
    std::vector<model::CaseId> leaving;
    [[nodiscard]] bool whole() const { return looked_at == voters; }
    [[nodiscard]] bool holds() const { return people == 0 && whole(); }
};

// Limit of elementary steps for the command line, which then reports how far it got.
constexpr double one_voter_steps = 2e10;

// For the first `first` cases of the result, or those a budget selects. A case that becomes tied
// with one on the other side of the cut counts as crossing it, unless the cut already split a
// broken tie. Leaves out each ballot in turn, unless the margin proves that no single ballot
// matters. Nothing for raised hands, whose voters are unknown, for fewer than two voters, and where
// `Tally::totals_only`.
// Errors as `tally`.
base::Result<std::optional<OneVoter>> without_one_voter(model::Document const& doc,
                                                        model::RoundId round, int first,
                                                        TallyOptions const& options = {},
                                                        double steps = one_voter_steps);

// The same, in slices.
class OneVoterRun {
public:
    static base::Result<OneVoterRun> start(model::Document const& doc, model::RoundId round,
                                           int first, TallyOptions const& options = {});
    OneVoterRun(OneVoterRun&&) noexcept;
    OneVoterRun& operator=(OneVoterRun&&) noexcept;
    OneVoterRun(OneVoterRun const&) = delete;
    OneVoterRun& operator=(OneVoterRun const&) = delete;
    ~OneVoterRun();

    void advance(double steps); // approximate number of elementary steps
    [[nodiscard]] bool done() const;
    [[nodiscard]] std::optional<OneVoter> result() const; // so far

private:
    struct Work;
    explicit OneVoterRun(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

} // namespace analysis
