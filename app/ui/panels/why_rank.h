#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "ui/kit/ui.h"
#include "ui/panels/column.h"

#include <optional>

namespace ui {

// « Pourquoi ce rang ? »: the index term by term, the vote, neighbours and what would exchange
// them, stability, and other ranking methods. `vote`: the tally of the reference round, or null.
// Returns a neighbour that was pressed. Ids start with `id`.
struct WhyRank {
    model::Document const& doc;
    analysis::Ranking const& ranking;
    analysis::Tally const* vote = nullptr;
    std::string_view id = "why";
};
std::optional<model::CaseId> draw_why(Ui& ui, WhyRank const& why, analysis::RankedCase const& one,
                                      Column& column);

} // namespace ui
