#pragma once

#include "analysis/tally.h"
#include "ui/frame.h"
#include "ui/matrix_paint.h"
#include "ui/widgets.h"

#include <optional>
#include <vector>

namespace ui {

// Placer: the matrix of one axis with the tray of what is not placed; the eight at once; a list.
struct PlaceView {
    enum class Show { matrix, overview, list };
    Show show = Show::matrix;
    model::AxisId axis;     // on screen; none: the first
    model::CaseId selected; // has the keyboard, is followed in the overview
    bool names = true;      // of the cases, on the matrix
    Scroll tray, table, side;

    // A case being dragged: from the tray or from its place. Drawn where the pointer is, settled at
    // release.
    struct Drag {
        model::CaseId on;
        enum class From { tray, matrix } from = From::tray;
    };
    std::optional<Drag> drag;
    // Escape gave a drag up: nothing is dragged until the button is up.
    enum class Hand { free, spent } hand = Hand::free;

    // Moves by the arrow keys are shown at once and settled together, when the keys rest.
    struct Nudge {
        model::PlacementKey key;
        model::Placement to;
        double since_s = 0;
    };
    std::optional<Nudge> nudge;

    std::string find;          // what the list is narrowed to
    model::CaseId scrolled_to; // the tray was last moved for this one
    model::CaseId sought;      // to be brought into sight in the list

    // The vote that counts, as it was when the journal had so many entries.
    struct Vote {
        std::uint64_t entries = ~std::uint64_t{0};
        std::optional<analysis::Tally> result;
    } vote;

    // What was laid out, and for what.
    struct Laid {
        std::uint64_t entries = ~std::uint64_t{0};
        model::AxisId axis;
        base::Rect box;
        bool names = false;
        i18n::Language language = i18n::Language::french;
        std::vector<MatrixChip> chips;
    } laid;
};

std::optional<Wish> draw(Ui& ui, PlaceView& view, Workshop const& workshop);

// The vote's result, counted once an entry; nothing when there is none.
std::optional<analysis::Tally> const& vote_of(PlaceView& view, Workshop const& workshop);
// What is not placed on the axis on screen: as the vote ordered it when there is one, else by
// number.
std::vector<model::CaseId> tray_order(PlaceView& view, Workshop const& workshop);

// Parts of the screen, each in a file of its own.
std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray);
std::optional<Wish> draw_tray(Ui& ui, PlaceView& view, Workshop const& workshop,
                              base::Rect const& area);
std::optional<Wish> draw_overview(Ui& ui, PlaceView& view, Workshop const& workshop,
                                  Frame const& frame);
std::optional<Wish> draw_place_list(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area);

} // namespace ui
