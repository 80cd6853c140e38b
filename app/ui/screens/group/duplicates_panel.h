#pragma once

#include "analysis/common/reads.h"
#include "analysis/similarity/duplicates.h"
#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// Doublons: pairs of similar cards, most similar first, to merge or keep apart.
struct DuplicatesPanel {
    float threshold = 0.7F; // for this sitting, not stored
    Scroll scroll;

    analysis::PairSearch search;
    // Key: number of changes of the search result.
    analysis::Derived<std::vector<analysis::AlikePair>, analysis::PairReads, std::uint64_t>
        proposed{"duplicates.pairs"};
    std::size_t shown = 0; // of them, those above the threshold
    enum class Known { nothing, all } known = Known::nothing;

    [[nodiscard]] std::vector<analysis::AlikePair> const& pairs() const { return proposed.value(); }

    // The open pair; the first one when there is none.
    std::optional<std::pair<model::CaseId, model::CaseId>> chosen;
    std::size_t chosen_at = 0;
    std::optional<std::size_t> hovered; // under the pointer, since it last moved
    base::Vec2 pointer;
    double hovered_s = 0;                                    // start time
    enum class Reach { still, wanted } reach = Reach::still; // scroll to the open pair
};

// Updates the pairs, handles Tab, Y and U, and sets the canvas's pair. Call before drawing the
// canvas.
std::optional<Wish> prepare(Ui& ui, DuplicatesPanel& panel, Canvas& canvas,
                            Workshop const& workshop);

// The number of pairs as text: « 5 000 et plus » when truncated.
std::string count_of(i18n::Catalogue const& words, DuplicatesPanel const& panel);

// List, threshold and bottom line, filling `area`.
std::optional<Wish> draw(Ui& ui, DuplicatesPanel& panel, Canvas& canvas, Workshop const& workshop,
                         base::Rect const& area);

} // namespace ui
