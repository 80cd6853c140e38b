#pragma once

#include "analysis/common/ratio.h"
#include "analysis/counting/electorate.h"
#include "analysis/estimates/cloud.h"
#include "analysis/voting/votes.h"
#include "model/document.h"

#include <optional>
#include <vector>

// All that an order rests on, read once from a document: whatever weights and convention are then
// tried, none of it is read again.
namespace analysis {

// How a case came to where it is on an axis.
enum class Basis {
    hand,     // settled by hand: it stays there whoever had been in the room
    median,   // settled at the median of the estimates, which it still is: it follows them
    estimates // not settled: the median of the estimates
};

struct Evidence {
    struct Cell {
        std::uint32_t axis = 0;               // in `axes`
        double opportunity = 0.0, risk = 0.0; // 0..1000
        Basis basis = Basis::hand;
        int estimates = 0; // placements in the last round that asks for it
        Agreement agreement = Agreement::neutral;
        bool contradicted = false; // settled where the room does not put it, see settling.h
        double in_top_risk = 0.0;  // share of them
        // Where its medians are drawn: opportunity in `list` of the electorate, risk in the next.
        // None for what is settled by hand.
        std::optional<std::size_t> electorate;
        std::size_t list = 0;
    };
    struct Voted {
        std::optional<Ratio> score; // in the reference round
        double vote = 0.0;          // V, 0..10
        bool contested = false;
    };

    std::vector<model::AxisId> axes; // active, by number
    std::vector<int> weights;        // stated, in thousandths
    model::Convention convention;
    std::vector<model::CaseId> cases;        // visible, by number
    std::vector<Voted> voted;                // of each case
    std::vector<Cell> cells;                 // case after case, by axis; only those with a value
    std::vector<std::size_t> starts;         // case i has cells[starts[i]..starts[i+1])
    std::vector<Electorate> electorates;     // one an estimating round that something rests on
    std::optional<model::RoundId> reference; // the vote that V comes from
    VoteTable votes;                         // of the reference round
    Ratio best_score;                        // in it: what V = 10 stands for

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
