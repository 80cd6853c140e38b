#pragma once

#include "analysis/common/reads.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "model/document.h"

#include <map>
#include <memory>
#include <optional>

namespace ui {

// Weights and a convention that are tried before anybody keeps them; what is absent is as stated.
struct TriedConvention {
    std::optional<model::Convention> convention;
    std::map<model::AxisId, int> weights; // in thousandths

    [[nodiscard]] bool any() const { return convention || !weights.empty(); }
};

// Leaves out of `tried` what the session states anyway.
void forget_the_stated(TriedConvention& tried, model::Document const& doc);

// The order on the screen, and how solid it is so far. What it rests on is read again only when it
// changed: a decision reads nothing. The order itself is there at once; the draws are made a few
// milliseconds a frame and begin again when anything that they depend on moves.
class DecideOrder {
public:
    // Brings the order up to what the document states and what is tried. True when it was made
    // again; draws then begin anew.
    bool refresh(analysis::Source const& source, TriedConvention const& tried);

    // Draws for about `most_ms`, once at least.
    void advance(double most_ms);

    [[nodiscard]] analysis::Ranking const& ranking() const { return shown_; }
    [[nodiscard]] model::Convention const& convention() const { return convention_; }
    // The result of the vote that counts in it, without intervals; null: none does.
    [[nodiscard]] analysis::Tally const* vote() const
    {
        return vote_.value() ? &*vote_.value() : nullptr;
    }
    // How often the order was made again.
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
    int next_shown_ = 0; // steps from which the figures are shown again
};

} // namespace ui
