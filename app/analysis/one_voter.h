#pragma once

#include "analysis/tally.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace analysis {

// What hangs on one voice: who would enter or leave the first cases if one voter had not come.
struct OneVoter {
    int first = 0;                       // k, or the number of cases selected
    std::int64_t people = 0;             // voters whose absence alone changes the first k
    std::vector<model::CaseId> entering; // with one of them away, by the result's order
    std::vector<model::CaseId> leaving;
    [[nodiscard]] bool holds() const { return people == 0; }
};

// For the first `first` cases of the result, or what a budget selects. A case that comes level with
// one on the other side of the line counts as crossing it, unless the line already stood in a tie
// that was cut. Nothing for counted hands, whose voters cannot be told apart, and where it would
// take too long (each ballot is counted away in turn). Fails as `tally` does.
base::Result<std::optional<OneVoter>> without_one_voter(model::Document const& doc,
                                                        model::RoundId round, int first,
                                                        TallyOptions const& options = {});

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
    [[nodiscard]] std::optional<OneVoter> result() const; // once done

private:
    struct Work;
    explicit OneVoterRun(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

} // namespace analysis
