#pragma once

#include "analysis/voting/absent.h"
#include "analysis/voting/recount.h"
#include "analysis/voting/tally.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

// The counting methods: a table with one row per method, and the functions its rows use. Private to
// this folder.
namespace analysis {

// A round prepared for counting. Cases are in the order of `table.cases` until the lines are
// sorted.
struct Counting {
    model::Document const& doc;
    model::Round const& rules;
    VoteTable const& table;
    Recount const& recount;
    std::vector<std::int64_t> cells; // of all voters
    Money const& money;
    Tally& result;
    std::vector<Grades> grades = {}; // of all voters, for majority judgment
};

// A round and its ballots, read for one counting method.
struct Prepared {
    model::Round rules;
    Way way;
    model::BlankPolicy blank = model::BlankPolicy::below;
    VoteTable table;
    Money money;
};
Result<Prepared> prepare(model::Document const& doc, model::RoundId round,
                         TallyOptions const& options);

// Ballot types that a counting method accepts, as bits.
namespace can_read {
enum : unsigned {
    approvals = 1,
    points = 2,
    scores = 4,
    grades = 8,
    few_orders = 16, // of few cases: being ranked counts as approval
    orders = 32,     // of any length
    pairs = 64,
    hands = 128, // raised hands per case
    amounts = approvals | points | scores
};
}

// How a contested case is detected.
enum class Camps {
    none,        // cannot be detected
    ends,        // between nothing and the maximum
    outer_thirds // of the scale
};

struct CountingMethod {
    model::Method method = model::Method::dots;

    unsigned (*reads)(model::Rule) = nullptr; // accepted ballots, see can_read
    // How these ballots are read into a table.
    Reading (*reading)(model::BallotType, model::Rule) = nullptr;
    Scoring scoring = Scoring::sum;
    Scoring scoring_without_blanks = Scoring::sum; // when blanks are no opinion
    bool borda = false; // scores are Borda points, whatever rule makes the order

    // The maximum one person can give to one case, and in total (0 where there is no total).
    int (*most_on_one_case)(Prepared const&) = nullptr;
    std::int64_t (*most_on_one_ballot)(Prepared const&) = nullptr;

    std::unique_ptr<Recount> (*recount)(Recounted const&) = nullptr;
    // The places of the cases in a result; null: the ranks of the recount.
    std::vector<int> (*places)(Counting const&) = nullptr;
    // The method selects: the recount's ranks are 1 for selected cases, else 2.
    bool selects = false;

    // Fills the line of the case in column `at`; `show` then fills the part about all cases.
    void (*count)(Counting&, CaseTally&, std::size_t at) = nullptr;
    void (*show)(Counting&) = nullptr;
    Camps camps = Camps::none;
    std::string_view ties = "shared"; // see tie_rule
    bool by_score = true;             // sorted by score

    // Computes bounds for absent voters; null: none for this method.
    void (*bound)(AbsentBounds&, Tally const&, Prepared const&) = nullptr;
};

CountingMethod const& counting_method(model::Method method);

// Fills the lines of all cases: score, supporters, answers, histogram and method-specific values.
void count_cases(Counting& counting);

class ScoreDraws;
class RankDraws;

// Bootstrap intervals of scores and ranks, in slices; the result does not depend on the slicing. To
// be used before the lines are sorted.
class Intervals {
public:
    Intervals(Counting& counting, int resamples); // none for 0 or fewer than `interval_min` voters
    ~Intervals();
    Intervals(Intervals const&) = delete;
    Intervals& operator=(Intervals const&) = delete;
    void advance(double steps); // approximate number of elementary steps
    [[nodiscard]] bool done() const;

private:
    Counting& counting_;
    int resamples_;
    std::unique_ptr<ScoreDraws> scores_;
    std::unique_ptr<RankDraws> ranks_;
};

// The functions used in rows, by file.

// prepare.cpp
int one(Prepared const& counted);
int most_of_grades(Prepared const& counted);
int most_of_places(Prepared const& counted);
int most_of_credits(Prepared const& counted);
int most_of_ballot(Prepared const& counted); // computed from the round's own ballots
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
std::unique_ptr<Recount> recount_sums(Recounted const& of);
std::unique_ptr<Recount> recount_scores(Recounted const& of);
std::unique_ptr<Recount> recount_grades(Recounted const& of);
std::unique_ptr<Recount> recount_orders(Recounted const& of);
std::unique_ptr<Recount> recount_pairs(Recounted const& of);
std::unique_ptr<Recount> recount_purchases(Recounted const& of);

// transfers.cpp
std::unique_ptr<Recount> recount_transfers(Recounted const& of);
std::vector<int> places_of_transfers(Counting const& counting);
void show_transfers(Counting& counting);

// absent.cpp
void bound_sums(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_scores(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_judgments(AbsentBounds& bounds, Tally const& result, Prepared const& counted);
void bound_orders(AbsentBounds& bounds, Tally const& result, Prepared const& counted);

} // namespace analysis
