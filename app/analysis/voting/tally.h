#pragma once

#include "analysis/common/group.h"
#include "analysis/common/ratio.h"
#include "analysis/counting/judgment.h"
#include "analysis/voting/results.h"
#include "analysis/voting/way.h"
#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

// The number of people who gave a case `value`. Sorted by value; 0 also counts blanks.
struct HistogramBar {
    int value = 0;
    std::int64_t people = 0;
    friend bool operator==(HistogramBar const&, HistogramBar const&) = default;
};

// 5th to 95th percentile of a case's score over resampled ballots, in the units of the score.
struct Interval {
    double low = 0.0;
    double high = 0.0;
    friend bool operator==(Interval const&, Interval const&) = default;
};

// 5th to 95th percentile of a case's rank over resampled ballots.
struct RankInterval {
    int low = 1; // the better one
    int high = 1;
    friend bool operator==(RankInterval const&, RankInterval const&) = default;
};

// A contested case: many people give it the most, many nothing, few in between.
struct TwoCamps {
    std::int64_t low = 0;     // people who gave at most `low_to`
    std::int64_t between = 0; // people in neither camp
    std::int64_t high = 0;    // people who gave at least `high_from`
    int low_to = 0;
    int high_from = 0;
    friend bool operator==(TwoCamps const&, TwoCamps const&) = default;
};

constexpr std::int64_t camp_min = 5;       // people that make a camp
constexpr double camp_share_of_room = 0.3; // on a scale, the share in each outer third

// Below this number of voters a bootstrap says nothing about other rooms, and no intervals are
// shown; the same limit as for ellipses (methods.md, 2.2).
constexpr std::int64_t interval_min = 8;

// Why a case is ranked before another with an equally displayed score.
enum class ToldApart {
    no,                // there is no such case
    by_supporters,     // more people support it
    by_voices,         // of a judgment: more above the majority grade, or fewer below
    by_further_grades, // those being equal: by continued median removal
};

struct CaseTally {
    model::CaseId on;
    Ratio score;                 // points, approvals, hands, mean, gauge…, see `tally`
    std::int64_t supporters = 0; // people who gave more than 0
    std::int64_t named = 0;      // people whose ballot names it, also with 0 points: "votes" of
                                 // a published budget
    std::int64_t answers = 0;    // people who answered for this case; grade 0 is an answer
    std::vector<HistogramBar> histogram; // empty for pairs, for hands with unknown number of
                                         // people, and in small rooms
    // People who did not answer: for grades and scores, on this case; elsewhere, those whose whole
    // ballot is blank. 0, unknown, for hands. `blanks_at_0` of them are counted in the histogram at
    // 0 (the worst grade).
    std::int64_t blanks = 0;
    std::int64_t blanks_at_0 = 0;
    int rank = 1;      // equal ones share it: 1, 2, 2, 4
    bool tied = false; // another case has this rank
    ToldApart told_apart = ToldApart::no;
    std::optional<Interval> interval;   // none below `interval_min` voters, and when not requested
    std::optional<RankInterval> ranks;  // the same; for a selection see `share_at_top`
    std::optional<double> share_at_top; // share of resampled votes at rank 1, or selected
    std::optional<TwoCamps> camps;      // set when the case is contested

    std::optional<Ratio> mean, median; // of scores: over those who answered
    bool quorum_met = true;            // of scores: enough people answered
    std::optional<Gauge> gauge;        // of a judgment
    Grades grades;                     // of a judgment, blanks by policy; empty in small rooms
    std::optional<std::int64_t> cost;  // hundredths, in a budget
    bool selected = false;             // in a budget: bought

    [[nodiscard]] bool contested() const { return camps.has_value(); }
    // People who gave exactly `value`; blanks count as 0.
    [[nodiscard]] std::int64_t people_at(int value) const;
    // People who answered exactly `value`, without blanks.
    [[nodiscard]] std::int64_t said(int value) const
    {
        return people_at(value) - (value == 0 ? blanks_at_0 : 0);
    }
};

// A tie that was broken, and is still a tie in this count.
struct CutTie {
    int rank = 1;
    std::vector<model::CaseId> order; // best first
    model::TieRule by = model::TieRule::hand;
    std::uint64_t seed = 0;
    std::string reason;
};

// The result of one round.
struct Tally {
    model::RoundId round;
    model::Method method = model::Method::dots;
    model::Rule rule = model::Rule::standard; // never `standard` for a method with several rules
    model::BlankPolicy blank = model::BlankPolicy::below;
    model::BallotSource source = model::BallotSource::keyboard;
    std::int64_t voters = 0;  // ballots, with copies; for hands, the people in the room
    std::int64_t by_hand = 0; // of these, people whose raised hands were counted beside the ballots
    std::int64_t blanks = 0;  // ballots without support for any case
    std::int64_t points = 0;  // total given
    std::int64_t points_possible = 0;   // the most that these voters could have given
    int value_max = 0;                  // the most that one person can give to one case
    std::vector<CaseTally> cases;       // by rank; ties as broken, else by case number
    std::vector<model::CaseId> winners; // all cases at rank 1, or selected; none when there is no
                                        // support at all
    std::vector<CutTie> cuts;           // broken ties, by rank
    std::uint64_t seed = 0;             // of the bootstrap: equal seeds give equal intervals
    int resamples = 0;                  // number of draws of the scores
    int rank_resamples = 0;             // number of draws of whole results; fewer when slow

    bool totals_only = false; // below `group_min` people, or ballots beside hands that everybody
                              // saw: no histogram, camps or grades
    // cases given the same by everyone, so that every ballot is known
    std::vector<model::CaseId> unanimous;

    std::optional<Orders> orders;       // of rankings
    std::optional<Duels> duels;         // of pairs
    std::optional<Selection> selection; // under a budget
    std::optional<Transfers> transfers; // of a transferable vote

    [[nodiscard]] CaseTally const* find(model::CaseId id) const;
    [[nodiscard]] Way way() const { return {method, rule}; }
    // The method determines the number of winners itself (budget, transferable vote).
    [[nodiscard]] bool selects() const;
    // All ballots are blank: there is no order and no winner.
    [[nodiscard]] bool silent() const
    {
        return source != model::BallotSource::hands && voters > 0 && blanks == voters;
    }
};

struct TallyOptions {
    std::optional<model::Method> method;     // count by another method
    std::optional<model::BlankPolicy> blank; // instead of the round's
    int resamples = 1000;                    // 0: no intervals
    std::optional<model::Rule> rule = {};    // instead of the round's
    std::optional<std::int64_t> money = {};  // the budget in hundredths, instead of the round's
    std::optional<int> seats = {};           // instead of the round's
};

// Counts a closed or revealed round (app/docs/methods.md, 1); see `read_ballots` for counting
// ballots by another method. The scores are:
//   dots, choose_spread, points, quadratic: the sum. approval: the number of approvals or hands.
//   score: with blanks below, the sum, a blank being 0; with blanks as no opinion, the mean of the
//   answers; cases below the round's quorum come last. majority_judgment: the gauge as a number,
//   ordered as in judgment.h. ranking: Borda points, ordered by Borda, Schulze or ranked pairs.
//   pairwise: the win share, ordered by win share or strength. budget: total score, selected cases
//   first; costs are read from the cases. stv: Borda points; elected cases in order, then the
//   others, the last excluded first.
// Sums are ordered by score, then supporters; cases equal in both share the rank. A broken tie
// keeps its shared `rank` and is listed in the order decided. Votes stay with the case voted on,
// even if it was merged later. Contested, for points: more people at the maximum than between
// nothing and the maximum, and at least `camp_min` people at either end. For scores and grades: at
// least `camp_share_of_room` of the answers, and `camp_min` people, in the lower and in the upper
// third. Not known for approvals, hands, rankings and pairs. Below `group_min` voters nothing
// is broken down, except for imported elections, which are public. Errors: those of `read_ballots`;
// for a budget invalid "tally.budget" when there is none, "tally.no_cost" when no case has a cost,
// "tally.cost_kinds" when sizes and amounts are mixed.
base::Result<Tally> tally(model::Document const& doc, model::RoundId round,
                          TallyOptions const& options = {});

// A count in slices: complete at once except for intervals, which do not depend on the slicing.
class TallyRun {
public:
    static base::Result<TallyRun> start(model::Document const& doc, model::RoundId round,
                                        TallyOptions const& options = {});
    TallyRun(TallyRun&&) noexcept;
    TallyRun& operator=(TallyRun&&) noexcept;
    TallyRun(TallyRun const&) = delete;
    TallyRun& operator=(TallyRun const&) = delete;
    ~TallyRun();

    // approximate number of elementary steps; two million take some milliseconds
    void advance(double steps);
    [[nodiscard]] bool done() const;
    [[nodiscard]] Tally tally() const; // with the intervals that are complete

private:
    struct Work;
    explicit TallyRun(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

// How cases with equal scores are ordered, by name: "supporters" (more supporters first), "grades"
// (more above, fewer below, then median removal) or "shared" (they share the rank).
std::string tie_rule(Tally const& tally);

// The number of decimals, from `least` to 6, at which consecutive unequal scores are displayed
// differently.
int digits_apart(Tally const& tally, int least);

// Whether a round has a visible result: a revealed vote with some support.
bool shows_a_result(model::Document const& doc, model::RoundId id);

// Of the votes that `counts` accepts, the one that was closed last; of several closed in one
// moment, as imported ones, that with the highest number.
std::optional<model::RoundId> closed_last(model::Document const& doc,
                                          std::function<bool(model::RoundId)> const& counts);

// The round of the workshop that was closed last and has a result. Revotes of some cases do not
// replace their first vote.
std::optional<model::RoundId> latest_result(model::Document const& doc);

// The round that counts in the final order: the chosen one, else the latest result.
std::optional<model::RoundId> reference_round(model::Document const& doc);

// A result of the workshop closed after that of the reference round, which it does not replace: a
// revote of some of its cases, or a vote on all of them where the earlier one was chosen. Of
// several, the last.
std::optional<model::RoundId> newer_result(model::Document const& doc);

} // namespace analysis
