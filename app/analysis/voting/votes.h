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

// How the marks on a case make its score.
enum class Scoring {
    sum,             // they add up
    mean_of_answers, // divided by how many gave one
    judgment,        // the number of the gauge of the grades, see Gauge::number
    win_share        // won and lost against others
};

// What the marks of a ballot become in a table.
enum class Reading {
    amounts,         // above 0
    signed_amounts,  // above or below 0
    approvals,       // 1, of any amount above 0
    answers,         // a score, 0 being one where the ballot gives scores or grades
    grades,          // the same, and no more than the best grade
    places,          // from 1 without gaps, ties sharing one; more of anything is a better place
    pairs,           // the index of the case that was preferred to
    ranked,          // 1 for each case of an order
    points_of_places // of an order: 1 for its last case, 1 more each place up, in halves
};

// The ballots of one round laid out for counting and resampling. The same votes always give the
// same table, whatever the order of the ballots or of the cases: identical ballots are one row,
// rows are sorted.
struct VoteTable {
    using Mark = Vote;

    std::vector<model::CaseId> cases;    // by id
    std::vector<std::uint32_t> declared; // the place of each in the round
    std::vector<Mark> marks;             // row after row, each by `at`
    std::vector<std::size_t> starts;     // row r is marks[starts[r]..starts[r+1])
    std::vector<std::int64_t> copies;    // how many people filled in row r
    std::vector<std::int64_t> hands;     // per case, when hands were counted and there is no ballot
    std::vector<std::int64_t> named;     // per case, people whose ballot names it, with 0 or more
    std::int64_t voters = 0; // 0 when hands were counted and nobody said of how many people
    std::int64_t blanks = 0; // ballots that support nothing
    Scoring scoring = Scoring::sum;
    bool pairs = false; // marks are pairs: the index of the one that the case was preferred to
    int unit = 1;       // a sum counts in this many parts of a point
    int grades = 0;     // of a judgment
    model::BlankPolicy blank = model::BlankPolicy::below;

    [[nodiscard]] std::size_t rows() const { return copies.size(); }
    [[nodiscard]] std::span<Mark const> row(std::size_t r) const
    {
        return {marks.data() + starts[r], marks.data() + starts[r + 1]};
    }
};

// Whether rounds of this method have a result: all but estimates.
bool has_result(model::Method method);

// The ballots of `round` as that way of counting reads them: amounts for what adds up and for a
// budget (1 for an approval), scores, grades from 0, places from 1, or pairs. What is more than
// what the method asks for is read as less: points above 0 as approvals, scores as an order with
// ties. Errors: not_found "round"; conflict "round.open" (nothing of an open round shows),
// "round.not_closed" or "round.no_ballots" (nobody voted: there is no result); invalid
// "tally.ballots" (the way's name) when these ballots do not say what the way counts,
// "tally.credits" when they spend more than a vote by credits allows, "round.too_large" past 2^52
// points.
Result<VoteTable> read_ballots(model::Document const& doc, model::RoundId round, Way way,
                               model::BlankPolicy blank);

// The ballots of `round` as marks that make a score of each case by `method`: what an order of
// cases can be weighed by. A ranking gives its Borda points, in halves. Fails as `tally` does.
Result<VoteTable> read_votes(model::Document const& doc, model::RoundId round, model::Method method,
                             model::BlankPolicy blank);

// The same table with the Borda points of each ranking as its marks, in halves.
VoteTable as_points(VoteTable const& orders, model::Rule rule);

// The votes on one case alone, at most one row per distinct mark. Not for pairs.
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
    void finish(std::span<double> scores);

    VoteTable const& table_;
    std::vector<std::uint32_t> people_; // the row of each person; empty: counts are drawn
    std::vector<double> answers_;       // per case; of a judgment, per case and grade
};

} // namespace analysis
