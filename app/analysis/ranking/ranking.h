#pragma once

#include "analysis/common/ratio.h"
#include "analysis/ranking/evidence.h"
#include "model/document.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace analysis {

// Whether an axis carries a risk that must be looked into whatever the index says.
enum class Veto { none, risk };

// METHODS 2.6: proposals, not a standard.
constexpr model::Level veto_risk = top_risk; // of the median
constexpr double veto_share = 1.0 / 3.0;     // of the room, who put the risk at `top_risk` or above
// METHODS 2.7: how sure it is that a case is among the first.
constexpr double solid_from = 0.8;
constexpr double fragile_from = 0.5;
// PROMETHEE on the scale of 0..10: half a point tells nothing apart, two points all.
constexpr double indifference_points = 0.5;
constexpr double preference_points = 2.0;

// One case on one axis, as the order sees it.
struct AxisValue {
    model::AxisId axis;
    double opportunity = 0.0; // 0..10
    double risk = 0.0;
    Basis basis = Basis::hand;
    int estimates = 0; // placements in the round behind it, 0: none
    Agreement agreement = Agreement::neutral;
    bool contradicted = false; // settled where the room does not put it
    Veto veto = Veto::none;    // the median, or a third of the room, puts the risk at `top_risk`
};

// What other ways of putting the cases in order say of one, among those placed on every axis that
// has a weight: they know nothing of what is missing.
struct SecondOpinion {
    int layer = 0;          // of Pareto on every coordinate of every axis with a weight
    double closeness = 0.0; // TOPSIS, 0..1
    int closeness_rank = 0;
    double flow = 0.0; // PROMETHEE II, -1..1
    int flow_rank = 0;
    double regret = 0.0; // the largest over all weights of the axes, in units of the index
    int regret_rank = 0;
};

struct RankedCase {
    model::CaseId on;
    int rank = 1;                      // shared by equal indices; unplaced cases share the last one
    int rank_low = 1;                  // best rank of the interval, see `RankingRun`
    int rank_high = 1;                 // worst rank of the interval
    std::optional<double> index;       // absent when the case is unplaced
    std::optional<double> opportunity; // O, 0..10
    std::optional<double> risk;        // R, 0..10
    double vote = 0.0;                 // V, 0..10
    std::optional<Ratio> score;    // in the reference round; absent when it was not voted on there
    std::vector<AxisValue> values; // in the order of the axes
    int axes_placed = 0;           // of `Ranking::axes`; fewer: O and R rest on these alone
    int pareto_layer = 0;          // on (O, R), from 1; 0 when unplaced
    Veto veto = Veto::none;        // on some axis
    std::optional<model::AxisId> riskiest; // the axis with the highest risk, the first of equals
    bool contested = false;                // in the reference round, or on some axis
    bool contested_vote = false;
    std::optional<SecondOpinion> second;
    // Draws at rank 1, 2, … among the placed cases: SMAA's acceptabilities times the draws; empty
    // if unplaced.
    std::vector<int> rank_draws;
    std::optional<double> first_share; // of the draws in which it is among the first k
    // Mean weights of the draws in which it is first, one an axis in use, of sum 1; empty if
    // never.
    std::vector<double> central_weights;
    int hangs_on = 0; // people without any one of whom it would enter or leave the first k

    [[nodiscard]] bool placed() const { return index.has_value(); }
};

// `out`, of the first k, and `in`, not of them, change places across the cut.
struct Swap {
    model::CaseId out, in;
    double share = 0.0; // of the draws
    friend bool operator==(Swap const&, Swap const&) = default;
};

// The final order, with all that it rests on.
struct Ranking {
    std::vector<RankedCase> cases;           // by rank; equal ranks by case number
    std::optional<model::RoundId> reference; // the round that V comes from
    Ratio best_score;                        // of that round: what V = 10 stands for
    int axes = 0;                            // active axes
    int placed = 0;                          // cases that have an index
    int lambda_milli = 0;                    // the convention that was used
    int mu_milli = 0;
    std::vector<double> weights; // of the active axes in their order, of sum 1
    int first = 0; // k: how many first cases `stability` speaks of, 0 when none is placed
    std::optional<double>
        stability; // share of draws in which they stay the first; absent without draws
    int draws = 0; // made so far
    std::uint64_t seed = 0;
    std::vector<Swap> swaps; // the most frequent first, at most `swaps_max`
    int voices = 0;          // people left out so far, one at a time
    int decisive = 0;        // of them, those without whom the first k would be others

    // Cases placed on some axes only.
    [[nodiscard]] int incomplete() const;
    [[nodiscard]] RankedCase const* find(model::CaseId id) const;
};
constexpr std::size_t swaps_max = 10;

enum class Doubt { weights_and_voters, weights, voters }; // what the draws vary

struct RankingOptions {
    int draws = 10'000;
    std::optional<std::uint64_t> seed = {};           // instead of the document's
    std::optional<model::Convention> convention = {}; // instead of the document's: to try a slider
    std::map<model::AxisId, int> weights = {};        // in thousandths, instead of those stated
    int first = 0;                                    // k; 0: min(10, half of the placed cases)
    Doubt doubt = Doubt::weights_and_voters;
};

struct Progress {
    int done = 0;
    int total = 0;
    friend bool operator==(Progress, Progress) = default;
};

// The index of METHODS 2.6, this project's stated convention: index = O - lambda R + mu V. O and R
// are the means over the active axes, weighted, of where each case is settled, or where it is not,
// of the median of the last revealed estimating round that has at least five placements of it. An
// axis without either is left out and the weights of the others renormalised. All weights at 0
// count as equal. V is the case's score over the best score of the reference round
// (`reference_round`), times 10; 0 when it was not voted on. Cases that have no O and R (not
// placed, or only on axes of weight 0) share the last rank.
//
// How far it holds (METHODS 2.7), a few draws at a time; the result is the same however they are
// sliced. Each draw takes weights uniform on the simplex over the axes of weight above 0 (SMAA-2,
// Lahdelma and Salminen 2001) and whole voters drawn again, those of the reference round and those
// of each estimating round: two rounds cannot be joined. What is settled by hand stays.
// rank_low..rank_high are the 5th and 95th percentiles of a placed case's ranks, widened to hold
// its stated rank where the stated weights are unlike most draws. stability is the share of draws
// in which the first k cases stay strictly ahead of the rest; cases tied across the cut count as
// being among the first. After the draws, each voter in turn is left out of the stated order. A
// median counts in a draw however few of those who placed the case are in it.
class RankingRun {
public:
    explicit RankingRun(std::shared_ptr<Evidence const> evidence, RankingOptions options = {});
    RankingRun(RankingRun&&) noexcept;
    RankingRun& operator=(RankingRun&&) noexcept;
    RankingRun(RankingRun const&) = delete;
    RankingRun& operator=(RankingRun const&) = delete;
    ~RankingRun();

    // Makes up to `steps` more draws, then leaves out up to as many voters as steps are left.
    void advance(int steps);
    [[nodiscard]] bool done() const;
    [[nodiscard]] Progress progress() const; // in steps
    // The order, with what the draws so far say of it.
    [[nodiscard]] Ranking ranking() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

// The whole of it in one go.
Ranking rank_cases(model::Document const& doc, RankingOptions const& options = {});

} // namespace analysis
