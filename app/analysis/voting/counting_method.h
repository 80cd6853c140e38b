#pragma once

#include "analysis/voting/absent.h"
#include "analysis/voting/recount.h"
#include "analysis/voting/tally.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

// How the ballots of each method are counted: one row a method, and the parts of a tally that the
// rows are made of. Private to this folder.
namespace analysis {

// A round read for counting. Cases follow `table.cases` until the lines are sorted.
struct Counting {
    model::Document const& doc;
    model::Round const& rules;
    VoteTable const& table;
    Recount const& recount;
    std::vector<std::int64_t> cells; // everybody
    Money const& money;
    Tally& result;
    std::vector<Grades> grades = {}; // of a judgment: of everybody
};

// A round read by the way that it is counted.
struct Prepared {
    model::Round rules;
    Way way;
    model::BlankPolicy blank = model::BlankPolicy::below;
    VoteTable table;
    Money money;
};
Result<Prepared> prepare(model::Document const& doc, model::RoundId round,
                         TallyOptions const& options);

// Ballots that a way of counting can read, as a set of bits.
namespace can_read {
enum : unsigned {
    approvals = 1,
    points = 2,
    scores = 4,
    grades = 8,
    few_orders = 16, // of at most so many cases: to rank one is to want it
    orders = 32,     // these and longer ones
    pairs = 64,
    hands = 128, // raised for each case
    amounts = approvals | points | scores
};
}

// Where a single case may split the room in two camps.
enum class Camps {
    none,        // nothing of it shows
    ends,        // between nothing and the most
    outer_thirds // of a scale
};

struct CountingMethod {
    model::Method method = model::Method::dots;

    unsigned (*reads)(model::Rule) = nullptr; // see can_read
    // What such ballots become in a table.
    Reading (*reading)(model::BallotType, model::Rule) = nullptr;
    Scoring scoring = Scoring::sum;
    Scoring scoring_without_blanks = Scoring::sum; // where a blank is no opinion
    bool borda = false; // scores are the Borda points of the ballots, whatever makes the order

    // The most that one person can give to one case, and in all (0 where that is not a sum).
    int (*most_on_one_case)(Prepared const&) = nullptr;
    std::int64_t (*most_on_one_ballot)(Prepared const&) = nullptr;

    std::unique_ptr<Recount> (*recount)(Recounted) = nullptr;
    // The places of the cases in a result; absent: the ranks of the recount.
    std::vector<int> (*places)(Counting const&) = nullptr;
    // It selects: ranks of the recount are 1 for what is selected, else 2.
    bool selects = false;

    // What is said of the case in column `at`; `show` then adds what is said of all.
    void (*count)(Counting&, CaseTally&, std::size_t at) = nullptr;
    void (*show)(Counting&) = nullptr;
    Camps camps = Camps::none;
    std::string_view ties = "shared"; // see tie_rule
    bool by_score = true;             // in the order of the scores

    // What the absent could have changed; absent: nothing is said of it.
    void (*bound)(AbsentBounds&, Tally const&, Prepared const&) = nullptr;
};

CountingMethod const& counting_method(model::Method method);

// Fills what each method says of each case: score, supporters, answers, histogram and its own.
void count_cases(Counting& counting);

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

// What the rows point to, each in the file of its subject.

// prepare.cpp
int one(Prepared const& counted);
int most_of_grades(Prepared const& counted);
int most_of_places(Prepared const& counted);
int most_of_credits(Prepared const& counted);
int most_of_ballot(Prepared const& counted); // as the round's own ballots say it
std::int64_t no_sum(Prepared const& counted);
std::int64_t sum_of_approvals(Prepared const& counted);
std::int64_t sum_of_scores(Prepared const& counted);
std::int64_t sum_of_points(Prepared const& counted);

// tally_cases.cpp
void count_sums(Counting& counting, CaseTally& line, std::size_t at);
void count_scores(Counting& counting, CaseTally& line, std::size_t at);
void count_judgment(Counting& counting, CaseTally& line, std::size_t at);
void count_places(Counting& counting, CaseTally& line, std::size_t at);
void count_nothing(Counting& counting, CaseTally& line, std::size_t at);

// tally_shows.cpp
void show_nothing(Counting& counting);
void show_orders(Counting& counting);
void show_duels(Counting& counting);
void show_selection(Counting& counting);
std::vector<int> places_by_score(Counting const& counting);

// recount.cpp, recount_wins.cpp, recount_purchases.cpp
std::unique_ptr<Recount> recount_sums(Recounted of);
std::unique_ptr<Recount> recount_scores(Recounted of);
std::unique_ptr<Recount> recount_grades(Recounted of);
std::unique_ptr<Recount> recount_orders(Recounted of);
std::unique_ptr<Recount> recount_pairs(Recounted of);
std::unique_ptr<Recount> recount_purchases(Recounted of);

// transfers.cpp
std::unique_ptr<Recount> recount_transfers(Recounted of);
std::vector<int> places_of_transfers(Counting const& counting);
void show_transfers(Counting& counting);

// absent.cpp
void bound_sums(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_scores(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_judgments(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_orders(AbsentBounds& bounds, Tally const& result, Prepared const& counted);

} // namespace analysis
