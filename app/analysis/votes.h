#pragma once

#include "analysis/random.h"
#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

using base::Errc;
using base::Error;
using base::fail;
using base::Result;

// How the marks on a case make its score.
enum class Scoring { sum, mean_of_answers };

// The ballots of one round laid out for counting and resampling. The same votes always give the
// same table, whatever the order of the ballots or of the cases: identical ballots are one row,
// rows are sorted.
struct VoteTable {
    struct Mark {
        std::uint32_t at = 0; // index into `cases`
        std::int32_t value = 0;
        friend auto operator<=>(Mark, Mark) = default;
    };

    std::vector<model::CaseId> cases; // by id
    std::vector<Mark> marks;          // row after row, each by `at`
    std::vector<std::size_t> starts;  // row r is marks[starts[r]..starts[r+1])
    std::vector<std::int64_t> copies; // how many people filled in row r
    std::vector<std::int64_t> hands;  // per case, when hands were counted and there is no ballot
    std::int64_t voters = 0; // 0 when hands were counted and nobody said of how many people
    std::int64_t blanks = 0; // ballots that support nothing
    Scoring scoring = Scoring::sum;

    [[nodiscard]] std::size_t rows() const { return copies.size(); }
    [[nodiscard]] std::span<Mark const> row(std::size_t r) const
    {
        return {marks.data() + starts[r], marks.data() + starts[r + 1]};
    }
};

// Whether a method adds marks up: dots, choose_spread, points, approval, score.
bool adds_up(model::Method method);

// Reads the ballots of `round` by `method`, one that adds up; in an approval any mark above 0
// counts 1. Fails as `tally` does.
Result<VoteTable> read_votes(model::Document const& doc, model::RoundId round, model::Method method,
                             model::BlankPolicy blank);

// The votes on one case alone, at most one row per distinct mark.
VoteTable column_of(VoteTable const& table, std::size_t at);

// Draws elections of the same size in which whole ballots are picked again with replacement (Efron
// 1979): what the room could have said. Where hands were counted, each case is drawn by itself.
class Resampler {
public:
    explicit Resampler(VoteTable const& table);

    // Fills `scores` (one per case of the table) with the scores of one resampled election.
    void draw(Random& random, std::span<double> scores);

private:
    void add_row(std::size_t row, double times, std::span<double> scores);
    void pick_people(Random& random, std::span<double> scores);
    void pick_counts(Random& random, std::span<double> scores);

    VoteTable const& table_;
    std::vector<std::uint32_t> people_; // the row of each person; empty: counts are drawn
    std::vector<double> answers_;
};

} // namespace analysis
