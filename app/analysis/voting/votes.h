#pragma once

#include "analysis/common/random.h"
#include "analysis/counting/vote.h"
#include "analysis/voting/way.h"
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

// How the marks on a case give its score.
enum class Scoring {
    sum,             // they add up
    mean_of_answers, // divided by the number of answers
    judgment,        // the gauge of the grades, see Gauge::number
    win_share        // share of comparisons won
};

// How the marks of a ballot are read into a table.
enum class Reading {
    amounts,         // positive
    signed_amounts,  // positive or negative
    approvals,       // 1 for any positive amount
    answers,         // scores; 0 is an answer where the ballot has scores or grades
    grades,          // as answers, at most the best grade
    places,          // from 1 without gaps, ties sharing one; higher amounts are better places
    pairs,           // index of the preferred case
    ranked,          // 1 for each ranked case
    points_of_places // of a ranking: 1 for the last, 1 more for each place up, in halves
};

// The ballots of one round for counting and resampling. Canonical: identical ballots are one row
// and rows are sorted, so the order of ballots and cases does not matter.
struct VoteTable {
    using Mark = Vote;

    std::vector<model::CaseId> cases;    // by id
    std::vector<std::uint32_t> declared; // per case: index in the round
    std::vector<Mark> marks;             // of all rows, each sorted by `at`
    std::vector<std::size_t> starts;     // row r is marks[starts[r]..starts[r+1])
    std::vector<std::int64_t> copies;    // people per row
    std::vector<std::int64_t> hands; // per case, where only the sums of hands are known; no rows
    std::vector<std::int64_t> named; // per case: people whose ballot names it, also with 0
    std::int64_t voters = 0;         // 0 for raised hands of an unknown number of people
    std::int64_t blanks = 0;         // ballots without support for any case
    Scoring scoring = Scoring::sum;
    bool pairs = false; // marks are pairs: the index of the preferred case
    int unit = 1;       // parts of a point in which sums are counted
    int grades = 0;     // number of grades, for a judgment
    model::BlankPolicy blank = model::BlankPolicy::below;

    [[nodiscard]] std::size_t rows() const { return copies.size(); }
    [[nodiscard]] std::span<Mark const> row(std::size_t r) const
    {
        return {marks.data() + starts[r], marks.data() + starts[r + 1]};
    }
};

// Whether the method gives a result: all but estimates.
bool has_result(model::Method method);

// The ballots of `round` as a counting method needs them: amounts for sums and budgets (1 for an
// approval), scores, grades from 0, places from 1, or pairs. Richer ballots are reduced: points
// above 0 to approvals, scores to an order with ties. Where hands were raised beside ballots, both
// are `hands`. Errors: not_found "round"; conflict
// "round.open" (nothing of an open round is readable), "round.not_closed" or "round.no_ballots";
// invalid "tally.ballots" (with the method's name) when the ballots lack what the method counts,
// "tally.credits" when they spend more than a vote by credits allows, "round.too_large" past 2^52
// points.
Result<VoteTable> read_ballots(model::Document const& doc, model::RoundId round, Way way,
                               model::BlankPolicy blank);

// The ballots of `round` as marks that add up to a score per case by `method`, for use as V. A
// ranking gives its Borda points, in halves. Errors as `tally`.
Result<VoteTable> read_votes(model::Document const& doc, model::RoundId round, model::Method method,
                             model::BlankPolicy blank);

// The table with each ranking replaced by its Borda points, in halves.
VoteTable as_points(VoteTable const& orders, model::Rule rule);

// The votes on one case, at most one row per distinct mark. Not for pairs.
VoteTable column_of(VoteTable const& table, std::size_t at);

// Bootstrap: draws elections of the same size with replacement of whole ballots (Efron 1979). For
// raised hands, each case is drawn separately.
class Resampler {
public:
    explicit Resampler(VoteTable const& table);

    // Writes the scores of one resampled election to `scores`, one per case of the table.
    void draw(Random& random, std::span<double> scores);

private:
    void add_row(std::size_t row, double times, std::span<double> scores);
    void pick_people(Random& random, std::span<double> scores);
    void pick_counts(Random& random, std::span<double> scores);
    void finish(std::span<double> scores);

    VoteTable const& table_;
    std::vector<std::uint32_t> people_; // row of each person; empty: counts are drawn
    std::vector<double> answers_;       // per case; for a judgment, per case and grade
};

} // namespace analysis
