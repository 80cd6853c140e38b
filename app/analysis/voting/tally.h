#pragma once

#include "analysis/common/ratio.h"
#include "analysis/counting/judgment.h"
#include "analysis/voting/results.h"
#include "analysis/voting/way.h"
#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

// How many people gave a case this much. Sorted by value in a tally; 0 stands for "nothing".
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

// A case on which the room splits: many want it most, many do not want it, few stand between.
struct TwoCamps {
    std::int64_t low = 0;     // people who gave at most `low_to`
    std::int64_t between = 0; // people in neither camp
    std::int64_t high = 0;    // people who gave at least `high_from`
    int low_to = 0;
    int high_from = 0;
    friend bool operator==(TwoCamps const&, TwoCamps const&) = default;
};

constexpr std::int64_t camp_min = 5;       // people that make a camp
constexpr double camp_share_of_room = 0.3; // on a scale of grades, the share in each outer third

// Under this many people nothing is broken down: it would say who gave what.
constexpr std::int64_t group_min = 5;

// Under this many people a room drawn again from itself says nothing of what another room would
// have said, and no interval is drawn: the same number under which a cloud has no ellipse
// (METHODS 2.2).
constexpr std::int64_t interval_min = 8;

// What puts a case before or behind another whose score reads the same, with another rank.
enum class ToldApart {
    no,                // there is no such case
    by_supporters,     // more people gave it something
    by_voices,         // of a judgment: more above the grade of the middle, or fewer below it
    by_further_grades, // those level too: what the median removal takes out next
};

struct CaseTally {
    model::CaseId on;
    Ratio score; // points, approvals or hands, a mean, the number of a gauge…, see `tally`
    std::int64_t supporters = 0; // people who gave more than nothing
    std::int64_t named = 0;   // people whose ballot names it, be it with 0 points: the `votes` of a
                              // published budget
    std::int64_t answers = 0; // people who said something of this case, 0 being a grade
    std::vector<HistogramBar> histogram; // empty when hands were counted of an unknown number of
                                         // people, of pairs, and when nothing may be broken down
    // People who did not speak of it: of grades and scores, those who gave it none; elsewhere,
    // those whose whole ballot is blank. Unknown, thus 0, of hands. `blanks_at_0` of them are
    // counted in the histogram at 0 (the worst grade).
    std::int64_t blanks = 0;
    std::int64_t blanks_at_0 = 0;
    int rank = 1;      // shared by ties: 1, 2, 2, 4
    bool tied = false; // another case has this rank
    ToldApart told_apart = ToldApart::no;
    std::optional<Interval> interval;   // absent under `interval_min` voters, and when not asked
    std::optional<RankInterval> ranks;  // the same; of a selection: see `share_at_top`
    std::optional<double> share_at_top; // of the resampled votes: at rank 1, or selected
    std::optional<TwoCamps> camps;      // present when the case is contested

    std::optional<Ratio> mean, median; // of scores: of those who answered
    bool quorum_met = true;            // of scores: enough people answered
    std::optional<Gauge> gauge;        // of a judgment
    Grades grades; // of a judgment, blanks as the policy says; empty when not to be broken down
    std::optional<std::int64_t> cost; // hundredths, when counted under a budget
    bool selected = false;            // under a budget: bought

    [[nodiscard]] bool contested() const { return camps.has_value(); }
    // How many people gave exactly `value`, silence being 0.
    [[nodiscard]] std::int64_t people_at(int value) const;
    // How many people said exactly `value`, blanks apart.
    [[nodiscard]] std::int64_t said(int value) const
    {
        return people_at(value) - (value == 0 ? blanks_at_0 : 0);
    }
};

// A tie that was cut before the room, and still is one.
struct CutTie {
    int rank = 1;
    std::vector<model::CaseId> order; // the first ahead
    model::TieRule by = model::TieRule::hand;
    std::uint64_t seed = 0;
    std::string reason;
};

// The result of one round.
struct Tally {
    model::RoundId round;
    model::Method method = model::Method::dots;
    model::Rule rule = model::Rule::standard; // never standard for a method that leaves a choice
    model::BlankPolicy blank = model::BlankPolicy::below;
    model::BallotSource source = model::BallotSource::keyboard;
    std::int64_t voters =
        0; // ballots cast, copies included; when hands were counted, people in the room
    std::int64_t blanks = 0;            // of them, ballots that support nothing
    std::int64_t points = 0;            // all that was given
    std::int64_t points_possible = 0;   // what these voters could have given at most
    int value_max = 0;                  // most that one person can give to one case
    std::vector<CaseTally> cases;       // by rank; ties as they were cut, else by case number
    std::vector<model::CaseId> winners; // every case at rank 1, or selected; none when nobody gave
                                        // anything
    std::vector<CutTie> cuts;           // the ties that were cut, by rank
    std::uint64_t seed = 0;             // of the resampling: the same seed draws the same intervals
    int resamples = 0;                  // draws of the scores
    int rank_resamples = 0;             // draws of whole results, fewer when one takes long

    bool totals_only = false; // under `group_min` people: no histogram, no camps, no grades
    std::vector<model::CaseId> unanimous; // everyone gave this the same: each knows what all said

    std::optional<Orders> orders;       // of rankings
    std::optional<Duels> duels;         // of pairs
    std::optional<Selection> selection; // under a budget
    std::optional<Transfers> transfers; // of a transferable vote

    [[nodiscard]] CaseTally const* find(model::CaseId id) const;
    [[nodiscard]] Way way() const { return {method, rule}; }
    // The method says itself which cases win, and how many: what is selected is at no rank.
    [[nodiscard]] bool selects() const;
    // Every ballot is blank: the cases are in no order, and none has won.
    [[nodiscard]] bool silent() const
    {
        return source != model::BallotSource::hands && voters > 0 && blanks == voters;
    }
};

struct TallyOptions {
    std::optional<model::Method> method;     // count the ballots by another method
    std::optional<model::BlankPolicy> blank; // instead of the round's
    int resamples = 1000;                    // 0: no intervals
    std::optional<model::Rule> rule = {};    // instead of the round's
    std::optional<std::int64_t> money = {};  // the budget in hundredths, instead of the round's
    std::optional<int> seats = {};           // instead of the round's
};

// Counts a closed or revealed round by METHODS, each method as its rules say; see `read_ballots`
// for ballots of one kind counted another way.
//   dots, choose_spread, points, quadratic: the sum of what was given. approval: the number of
//   approvals, or of hands. score: with blanks below, the sum, a blank being 0; with blanks as no
//   opinion, the mean of those who answered; under the round's quorum a case comes after the
//   others. majority_judgment: the order of the judgments (judgment.h), the score being the gauge
//   as a number. ranking: by the rule, Borda, Schulze or ranked pairs, the score being the Borda
//   points. pairwise: by win share or by strength, the score being the win share. budget: by what
//   is selected, then by score; costs are read from the cases. stv: what is elected, in order, then
//   the others, the last excluded first; the score being the Borda points.
// Order of what adds up: score, then supporters (broad support first); a case equal in both shares
// the rank. A tie that was cut stays a tie in `rank`, and is listed in the order decided.
// Votes stay with the case that was voted on, also when it was merged afterwards.
// Contested, for points: more people at the most than between nothing and the most, with at least
// `camp_min` people at either end. For scores and grades: at least `camp_share_of_room` of the
// answers, and `camp_min` people, in the lower and in the upper third. Approvals, hands, rankings
// and pairs cannot tell. In a room of under `group_min` voters nothing is broken down; an imported
// election was public. Errors: those of `read_ballots`; under a budget invalid "tally.budget" when
// there is none, "tally.no_cost" when no case has a cost, "tally.cost_kinds" when some say a size
// and others an amount.
base::Result<Tally> tally(model::Document const& doc, model::RoundId round,
                          TallyOptions const& options = {});

// The same, at once without its intervals; those are then drawn a few at a time, and come out the
// same however they are sliced.
class TallyRun {
public:
    static base::Result<TallyRun> start(model::Document const& doc, model::RoundId round,
                                        TallyOptions const& options = {});
    TallyRun(TallyRun&&) noexcept;
    TallyRun& operator=(TallyRun&&) noexcept;
    TallyRun(TallyRun const&) = delete;
    TallyRun& operator=(TallyRun const&) = delete;
    ~TallyRun();

    void advance(double steps); // about so many elementary steps: two million are some milliseconds
    [[nodiscard]] bool done() const;
    [[nodiscard]] Tally tally() const; // with the intervals that are drawn to their end

private:
    struct Work;
    explicit TallyRun(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

// What is done with cases of one score, by name: "supporters" (more of them go first), "grades"
// (more voices above, fewer below, then the median removal) or "shared"; equal in that too they
// share it.
std::string tie_rule(Tally const& tally);

// Decimals that it takes to write two unequal scores of cases that follow each other unlike, from
// `least` up; six at most.
int digits_apart(Tally const& tally, int least);

// Whether the round has a result to be seen: a vote in which somebody supported something,
// revealed.
bool shows_a_result(model::Document const& doc, model::RoundId round);

// The one with the highest number that shows a result. Votes held again on some cases stand beside
// their first one, and do not replace it.
std::optional<model::RoundId> latest_result(model::Document const& doc);

// The vote that counts in the final order: the one that was chosen, else the latest result.
std::optional<model::RoundId> reference_round(model::Document const& doc);

} // namespace analysis
