#pragma once

#include "analysis/common/reads.h"
#include "analysis/similarity/duplicates.h"
#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// Doublons: the pairs of cards that look like one idea, the most alike first, for the room to merge
// or to keep.
struct DuplicatesPanel {
    float threshold = 0.7F; // of this sitting: no part of the session
    Scroll scroll;

    analysis::PairSearch search;
    // Of what the search found so far, when it had found something new so many times.
    analysis::Derived<std::vector<analysis::AlikePair>, analysis::PairReads, std::uint64_t>
        proposed{"duplicates.pairs"};
    std::size_t shown = 0; // of them, those at least as alike as the threshold
    enum class Known { nothing, all } known = Known::nothing;

    [[nodiscard]] std::vector<analysis::AlikePair> const& pairs() const { return proposed.value(); }

    // The pair that is open; the first when there is none.
    std::optional<std::pair<model::CaseId, model::CaseId>> chosen;
    std::size_t chosen_at = 0;
    std::optional<std::size_t> hovered; // since the pointer last moved
    base::Vec2 pointer;
    double hovered_s = 0;                                    // since when
    enum class Reach { still, wanted } reach = Reach::still; // is the open pair to be scrolled to?
};

// Brings the pairs up to date, hears Tab, Y and U, and says on the canvas which pair is meant.
// Before the canvas is drawn.
std::optional<Wish> prepare(Ui& ui, DuplicatesPanel& panel, Canvas& canvas,
                            Workshop const& workshop);

// How many pairs show, as it is said: « 5 000 et plus » where no more were kept.
std::string count_of(i18n::Catalogue const& words, DuplicatesPanel const& panel);

// The list, its threshold and its foot, in the whole of `area`.
std::optional<Wish> draw(Ui& ui, DuplicatesPanel& panel, Canvas& canvas, Workshop const& workshop,
                         base::Rect const& area);

} // namespace ui
