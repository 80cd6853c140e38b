#pragma once

#include "analysis/ratio.h"
#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
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

struct CaseTally {
    model::CaseId on;
    Ratio score;                 // points, approvals or hands; a mean for grades, see `tally`
    std::int64_t supporters = 0; // people who gave more than nothing
    std::int64_t answers = 0;    // people who said something of this case, 0 being a grade
    std::vector<HistogramBar>
        histogram;     // empty when hands were counted of an unknown number of people
    int rank = 1;      // shared by ties: 1, 2, 2, 4
    bool tied = false; // another case has this rank
    std::optional<Interval> interval; // absent under two voters, and when not asked for
    std::optional<TwoCamps> camps;    // present when the case is contested

    [[nodiscard]] bool contested() const { return camps.has_value(); }
    // How many people gave exactly `value`.
    [[nodiscard]] std::int64_t people_at(int value) const;
};

// The result of one round.
struct Tally {
    model::RoundId round;
    model::Method method = model::Method::dots;
    model::BlankPolicy blank = model::BlankPolicy::below;
    model::BallotSource source = model::BallotSource::keyboard;
    std::int64_t voters =
        0; // ballots cast, copies included; when hands were counted, people in the room
    std::int64_t blanks = 0;            // of them, ballots that support nothing
    std::int64_t points = 0;            // all that was given
    std::int64_t points_possible = 0;   // what these voters could have given at most
    int value_max = 0;                  // most that one person can give to one case
    std::vector<CaseTally> cases;       // by rank; ties by case number
    std::vector<model::CaseId> winners; // every case at rank 1; none when nobody gave anything
    std::uint64_t seed = 0;             // of the resampling: the same seed draws the same intervals
    int resamples = 0;

    [[nodiscard]] CaseTally const* find(model::CaseId id) const;
};

struct TallyOptions {
    std::optional<model::Method> method;     // count the ballots by another method that adds up
    std::optional<model::BlankPolicy> blank; // instead of the round's
    int resamples = 1000;                    // 0: no intervals
};

// Counts a closed or revealed round by METHODS, "Dots", "Approval" and "Score".
//   dots, choose_spread, points: the sum of the points. approval: the number of approvals, or of
//   hands. score: with blanks below, the sum, a blank being 0; with blanks as no opinion, the mean
//   of those who answered.
// Order: score, then supporters (broad support first); a case equal in both shares the rank.
// Votes stay with the case that was voted on, also when it was merged afterwards.
// Contested, for points: more people at the most than between nothing and the most, with at least
// `camp_min` people at either end. For grades: at least `camp_share_of_room` of the answers, and
// `camp_min` people, in the lower and in the upper third. Approvals and hands cannot tell.
// Errors: not_found "round"; conflict "round.open" (nothing of an open round shows) or
// "round.not_closed"; invalid "round.method" for a method that does not add up, "round.too_large"
// past 2^52 points.
base::Result<Tally> tally(model::Document const& doc, model::RoundId round,
                          TallyOptions const& options = {});

// The round whose result counts now: the revealed one with the highest number that `tally` can
// count.
std::optional<model::RoundId> latest_result(model::Document const& doc);

} // namespace analysis
