#pragma once

#include "analysis/common/ratio.h"
#include "analysis/counting/electorate.h"
#include "analysis/estimates/cloud.h"
#include "analysis/voting/votes.h"
#include "model/document.h"

#include <optional>
#include <vector>

// The inputs of the final order, read once from a document and independent of weights and
// convention, which can then be varied quickly.
namespace analysis {

// The source of a case's position on an axis.
enum class Basis {
    hand,     // placed by hand: constant under resampling
    median,   // placed at the median, which it still equals: resampled with it
    estimates // not placed: the median of the estimates
};

struct Evidence {
    struct Cell {
        std::uint32_t axis = 0;               // in `axes`
        double opportunity = 0.0, risk = 0.0; // 0..1000
        Basis basis = Basis::hand;
        int estimates = 0; // number of placements in the last round that asks for it
        Agreement agreement = Agreement::neutral;
        bool contradicted = false; // the placement contradicts the estimates, see settling.h
        double in_top_risk = 0.0;  // share of them at `top_risk` or above
        // The electorate for resampling: opportunity in `list`, risk in the next. None for
        // placements by hand.
        std::optional<std::size_t> electorate;
        std::size_t list = 0;
    };
    struct Voted {
        std::optional<Ratio> score; // in the reference round
        double vote = 0.0;          // V, 0..10
        bool contested = false;
    };

    std::vector<model::AxisId> axes; // active, by number
    std::vector<int> weights;        // as set, in thousandths
    model::Convention convention;
    std::vector<model::CaseId> cases;        // visible, by number
    std::vector<Voted> voted;                // per case
    std::vector<Cell> cells;                 // by case, then axis; only cells with a value
    std::vector<std::size_t> starts;         // case i has cells[starts[i]..starts[i+1])
    std::vector<Electorate> electorates;     // one per estimating round in use
    std::optional<model::RoundId> reference; // the round that V comes from
    VoteTable votes;                         // of the reference round
    Ratio best_score;                        // of the reference round: corresponds to V = 10

    [[nodiscard]] std::span<Cell const> of(std::size_t at) const
    {
        return {cells.data() + starts[at], cells.data() + starts[at + 1]};
    }
};

Evidence read_evidence(model::Document const& doc);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Basis> {
    static constexpr std::array<std::string_view, 3> list{"hand", "median", "estimates"};
};
} // namespace base
