#pragma once

#include "analysis/voting/recount.h"
#include "analysis/voting/tally.h"

#include <memory>

// The parts of a tally, each of one subject. Private to this folder.
namespace analysis {

// A round read for counting. Cases follow `table.cases` until the lines are sorted.
struct Counting {
    model::Document const& doc;
    model::Round const& rules;
    VoteTable const& table;
    Recount const& recount;
    std::vector<std::int64_t> cells; // everybody
    Recount::Money const& money;
    Tally& result;
};

// A round read by the way that it is counted.
struct Prepared {
    model::Round rules;
    Way way;
    model::BlankPolicy blank = model::BlankPolicy::below;
    VoteTable table;
    Recount::Money money;
};
Result<Prepared> prepare(model::Document const& doc, model::RoundId round,
                         TallyOptions const& options);

// The most that one person can give to one case, and in all (0 where that is not a sum).
int most_on_one_case(Prepared const& counted);
std::int64_t most_on_one_ballot(Prepared const& counted);

// Fills what each method says of each case: score, supporters, answers, histogram and its own.
void count_cases(Counting& counting);

void show_orders(Counting& counting);
void show_duels(Counting& counting);
void show_selection(Counting& counting);

class ScoreDraws;
class RankDraws;

// Scores and ranks over resampled votes, drawn a few at a time into the result: the same come out
// however they are sliced. Before the lines are sorted.
class Intervals {
public:
    Intervals(Counting& counting, int resamples); // 0 or under `interval_min` voters: none
    ~Intervals();
    Intervals(Intervals const&) = delete;
    Intervals& operator=(Intervals const&) = delete;
    void advance(double steps); // about so many elementary steps
    [[nodiscard]] bool done() const;

private:
    Counting& counting_;
    int resamples_;
    std::unique_ptr<ScoreDraws> scores_;
    std::unique_ptr<RankDraws> ranks_;
};

} // namespace analysis
