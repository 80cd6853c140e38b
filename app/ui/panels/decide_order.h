#pragma once

#include "analysis/common/reads.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "model/document.h"

#include <map>
#include <memory>
#include <optional>

namespace ui {

// Weights and parameters being tried and not saved; absent ones are the document's.
struct TriedConvention {
    std::optional<model::Convention> convention;
    std::map<model::AxisId, int> weights; // thousandths

    [[nodiscard]] bool any() const { return convention || !weights.empty(); }
};

// Removes from `tried` what equals the document.
void forget_the_stated(TriedConvention& tried, model::Document const& doc);

// The final order and its stability, for a screen. Inputs are read again only when they change. The
// order is available at once; draws are made for some milliseconds per frame and restart when an
// input changes.
class DecideOrder {
public:
    // Updates the order to the document and the tried values. True when it was recomputed, which
    // restarts the draws.
    bool refresh(analysis::Source const& source, TriedConvention const& tried);

    // Draws for about `most_ms`, at least once.
    void advance(double most_ms);

    [[nodiscard]] analysis::Ranking const& ranking() const { return shown_; }
    [[nodiscard]] model::Convention const& convention() const { return convention_; }
    // The tally of the reference round, without intervals; null: none.
    [[nodiscard]] analysis::Tally const* vote() const
    {
        return vote_.value() ? &*vote_.value() : nullptr;
    }
    // The number of recomputations.
    [[nodiscard]] std::uint64_t made() const { return made_; }
    [[nodiscard]] bool done() const { return !run_ || run_->done(); }
    [[nodiscard]] analysis::Progress progress() const
    {
        return run_ ? run_->progress() : analysis::Progress{};
    }

private:
    void show();

    analysis::Derived<std::shared_ptr<analysis::Evidence const>, analysis::EvidenceReads> evidence_{
        "decide.evidence"};
    analysis::Derived<std::optional<analysis::Tally>, analysis::ReferenceReads> vote_{
        "decide.vote"};
    analysis::RankingOptions options_;
    model::Convention convention_;
    std::optional<analysis::RankingRun> run_;
    analysis::Ranking shown_;
    std::uint64_t made_ = 0;
    int next_shown_ = 0; // number of draws at which figures are updated
};

} // namespace ui
