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

// Whether a risk excludes a case from automatic selection, whatever its index.
enum class Veto { none, risk };

// Thresholds of methods.md, 2.6: proposals, not a standard.
constexpr model::Level veto_risk = top_risk; // of the median
constexpr double veto_share = 1.0 / 3.0;     // share of the room at `top_risk` or above
// methods.md, 2.7: share of draws from which a case counts as solid.
constexpr double solid_from = 0.8;
constexpr double fragile_from = 0.5;
// PROMETHEE on 0..10: up to half a point is indifference, from two points full preference.
constexpr double indifference_points = 0.5;
constexpr double preference_points = 2.0;

// The data of one case on one axis.
struct AxisValue {
    model::AxisId axis;
    double opportunity = 0.0; // 0..10
    double risk = 0.0;
    Basis basis = Basis::hand;
    int estimates = 0; // placements in its round, 0: none
    Agreement agreement = Agreement::neutral;
    bool contradicted = false; // the placement contradicts the estimates, see settling.h
    Veto veto = Veto::none;    // the median, or a third of the room, is at `top_risk` or above
};

// Other ranking methods for comparison, computed for cases placed on every axis with a weight, as
// they cannot handle missing values.
struct SecondOpinion {
    int layer = 0;          // Pareto layer over all coordinates of all axes with a weight
    double closeness = 0.0; // TOPSIS, 0..1
    int closeness_rank = 0;
    double flow = 0.0; // PROMETHEE II, -1..1
    int flow_rank = 0;
    double regret = 0.0; // maximum over all weights of the axes, in units of the index
    int regret_rank = 0;
};

struct RankedCase {
    model::CaseId on;
    int rank = 1;                          // equal indices share one; unplaced cases share the last
    int rank_low = 1;                      // best of the interval, see `RankingRun`
    int rank_high = 1;                     // worst of the interval
    std::optional<double> index;           // none when unplaced
    std::optional<double> opportunity;     // O, 0..10
    std::optional<double> risk;            // R, 0..10
    double vote = 0.0;                     // V, 0..10
    std::optional<Ratio> score;            // in the reference round; none when not in it
    std::vector<AxisValue> values;         // in the order of the axes
    int axes_placed = 0;                   // of `Ranking::axes`; O and R are means over these only
    int pareto_layer = 0;                  // on (O, R), from 1; 0 when unplaced
    Veto veto = Veto::none;                // on any axis
    std::optional<model::AxisId> riskiest; // the axis with the highest risk, the first of equals
    bool contested = false;                // in the reference round or on an axis
    bool contested_vote = false;
    std::optional<SecondOpinion> second;
    // Number of draws at rank 1, 2, … among the placed cases (SMAA rank acceptabilities times
    // draws); empty if unplaced.
    std::vector<int> rank_draws;
    std::optional<double> first_share; // share of draws among the first k
    // Mean weights of the draws where it is first, one per active axis, sum 1; empty if never.
    std::vector<double> central_weights;
    int hangs_on = 0; // people whose single absence moves it into or out of the first k

    [[nodiscard]] bool placed() const { return index.has_value(); }
};

// `out`, of the first k, and `in` exchange sides of the cut in a share of the draws.
struct Swap {
    model::CaseId out, in;
    double share = 0.0; // of the draws
    friend bool operator==(Swap const&, Swap const&) = default;
};

// The final order and its details.
struct Ranking {
    std::vector<RankedCase> cases;           // by rank; equal ranks by case number
    std::optional<model::RoundId> reference; // the round that V comes from
    Ratio best_score;                        // of that round: corresponds to V = 10
    int axes = 0;                            // active axes
    int placed = 0;                          // cases that have an index
    int lambda_milli = 0;                    // lambda in thousandths, as used
    int mu_milli = 0;
    std::vector<double> weights; // of the active axes in order, sum 1
    int first = 0; // k: the number of first cases for `stability`, 0 when none is placed
    std::optional<double>
        stability; // share of draws where the first k stay the same; none without draws
    int draws = 0; // number made so far
    std::uint64_t seed = 0;
    std::vector<Swap> swaps; // most frequent first, at most `swaps_max`
    int voices = 0;          // people left out so far, one at a time
    int decisive = 0;        // of them, those whose absence changes the first k

    // The number of cases placed on some axes only.
    [[nodiscard]] int incomplete() const;
    [[nodiscard]] RankedCase const* find(model::CaseId id) const;
};
constexpr std::size_t swaps_max = 10;

enum class Doubt { weights_and_voters, weights, voters }; // what the draws vary

struct RankingOptions {
    int draws = 10'000;
    std::optional<std::uint64_t> seed = {};           // instead of the document's
    std::optional<model::Convention> convention = {}; // instead of the document's: for sliders
    std::map<model::AxisId, int> weights = {};        // thousandths, instead of the document's
    int first = 0;                                    // k; 0: min(10, half of the placed cases)
    Doubt doubt = Doubt::weights_and_voters;
};

struct Progress {
    int done = 0;
    int total = 0;
    friend bool operator==(Progress, Progress) = default;
};

// Computes the final order by the project's index (methods.md, 2.6): index = O - lambda R + mu V. O
// and R are weighted means over the active axes of each case's placement, or else of the median of
// the last revealed estimating round with at least five placements of it. Axes with neither are
// left out and the other weights renormalised. If all weights are 0 they count as equal. V is the
// case's score divided by the best score of the reference round (`reference_round`), times 10; 0
// when not voted on. Cases without O and R (not placed, or only on axes of weight 0) share the last
// rank.
//
// Then measures stability (methods.md, 2.7) in slices; the result does not depend on the slicing.
// Each draw takes weights uniform on the simplex over the axes with a weight (SMAA-2, Lahdelma and
// Salminen 2001) and resamples whole voters, separately in the reference round and each estimating
// round, as their ballots cannot be linked. Placements by hand are constant. rank_low..rank_high
// are the 5th and 95th percentiles of a case's ranks, widened to include its stated rank. stability
// is the share of draws where the first k cases stay strictly ahead of the rest; cases tied across
// the cut count as first. After the draws, each voter in turn is left out of the stated order.
// Medians count in a draw however few voters of them are in it.
class RankingRun {
public:
    explicit RankingRun(std::shared_ptr<Evidence const> evidence, RankingOptions options = {});
    RankingRun(RankingRun&&) noexcept;
    RankingRun& operator=(RankingRun&&) noexcept;
    RankingRun(RankingRun const&) = delete;
    RankingRun& operator=(RankingRun const&) = delete;
    ~RankingRun();

    // Makes up to `steps` more draws, then leaves out voters with the steps that remain.
    void advance(int steps);
    [[nodiscard]] bool done() const;
    [[nodiscard]] Progress progress() const; // in steps
    // The order, with the statistics of the draws so far.
    [[nodiscard]] Ranking ranking() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

// Runs to the end.
Ranking rank_cases(model::Document const& doc, RankingOptions const& options = {});

} // namespace analysis
