#pragma once

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
    Scroll tray, table;

    // A case being dragged: from the tray or from its place. Drawn where the pointer is, settled at
    // release.
    struct Drag {
        model::CaseId on;
        enum class From { tray, matrix } from = From::tray;
    };
    std::optional<Drag> drag;

    // Moves by the arrow keys are shown at once and settled together, when the keys rest.
    struct Nudge {
        model::PlacementKey key;
        model::Placement to;
        double since_s = 0;
    };
    std::optional<Nudge> nudge;

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
