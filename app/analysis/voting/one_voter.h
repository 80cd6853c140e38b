#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace analysis {

// What hangs on one voice: who would enter or leave the first cases if one voter had not come.
struct OneVoter {
    int first = 0;                       // k, or the number of cases selected
    std::int64_t people = 0;             // voters whose absence alone changes the first k
    std::int64_t looked_at = 0;          // voters of whom this is known, of
    std::int64_t voters = 0;             // so many
    std::vector<model::CaseId> entering; // with one of them away, by the result's order
    std::vector<model::CaseId> leaving;
    [[nodiscard]] bool whole() const { return looked_at == voters; }
    [[nodiscard]] bool holds() const { return people == 0 && whole(); }
};

// Elementary steps after which a count for the command line stops and says how far it got.
constexpr double one_voter_steps = 2e10;

// For the first `first` cases of the result, or what a budget selects. A case that comes level with
// one on the other side of the line counts as crossing it, unless the line already stood in a tie
// that was cut. Each ballot is counted away in turn, unless the distance between both sides proves
// at once that no single ballot bridges it. Nothing for counted hands, whose voters cannot be told
// apart, and under two voters. Fails as `tally` does.
base::Result<std::optional<OneVoter>> without_one_voter(model::Document const& doc,
                                                        model::RoundId round, int first,
                                                        TallyOptions const& options = {},
                                                        double steps = one_voter_steps);

// The same, a few voters at a time.
class OneVoterRun {
public:
    static base::Result<OneVoterRun> start(model::Document const& doc, model::RoundId round,
                                           int first, TallyOptions const& options = {});
    OneVoterRun(OneVoterRun&&) noexcept;
    OneVoterRun& operator=(OneVoterRun&&) noexcept;
    OneVoterRun(OneVoterRun const&) = delete;
    OneVoterRun& operator=(OneVoterRun const&) = delete;
    ~OneVoterRun();

    void advance(double steps); // about so many elementary steps
    [[nodiscard]] bool done() const;
    [[nodiscard]] std::optional<OneVoter> result() const; // so far

private:
    struct Work;
    explicit OneVoterRun(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

} // namespace analysis
