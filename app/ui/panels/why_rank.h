#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "ui/kit/ui.h"
#include "ui/panels/column.h"

#include <optional>

namespace ui {

// « Pourquoi ce rang ? »: the sum step by step, the vote that counts, what is near and what would
// move it, how solid it is, and what other ways of putting cases in order say. `vote`: the result
// of the vote that counts, null where none does. A case beside it that was pressed, to be looked at
// instead. Ids are under `id`.
struct WhyRank {
    model::Document const& doc;
    analysis::Ranking const& ranking;
    analysis::Tally const* vote = nullptr;
    std::string_view id = "why";
};
std::optional<model::CaseId> draw_why(Ui& ui, WhyRank const& why, analysis::RankedCase const& one,
                                      Column& column);

} // namespace ui
