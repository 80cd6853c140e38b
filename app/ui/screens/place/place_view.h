#pragma once

#include "analysis/common/reads.h"
#include "analysis/estimates/settling.h"
#include "analysis/voting/tally.h"
#include "ui/kit/frame.h"
#include "ui/kit/names.h"
#include "ui/kit/widgets.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/room_clouds.h"
#include "ui/panels/guard_list.h"
#include "ui/screens/estimate/estimate_view.h"
#include "ui/screens/place/axes_dialog.h"
#include "ui/screens/place/place_filter.h"
#include "wording/placements.h"

#include <optional>
#include <vector>

namespace ui {

// Placer: the matrix of one axis with the tray of what is not placed; the eight at once; a list.
struct PlaceView {
    // Out of line: whoever holds or renews one compiles nothing of what it keeps.
    PlaceView();
    ~PlaceView();
    PlaceView(PlaceView&&) noexcept;
    PlaceView& operator=(PlaceView&&) noexcept;

    enum class Show { matrix, overview, list };
    Show show = Show::matrix;
    model::AxisId axis;     // on screen; none: the first
    model::CaseId selected; // has the keyboard, is followed in the overview
    bool names = true;      // of the cases, on the matrix
    bool clouds = true;     // of the estimates, around them
    Scroll tray, table, side, card;
    PlaceFilter filter;
    std::optional<base::Rect> filtering; // its menu is open, hanging from there
    RoomClouds room;
    EstimateView estimate;
    AxesDialog axes;
    GuardList guard; // questions being answered
    // Why the case in hand is placed where it is, being written; and as it was last kept.
    struct Reason {
        model::PlacementKey key;
        std::string text, kept;
    } reason;
    float card_height = 0; // of the head of the panel, as last drawn
    // What the room agrees on, and does not, on the axis on screen.
    struct Agreed {
        analysis::Settling here, everywhere;
        std::vector<model::CaseId> contested; // on this axis
    };
    analysis::Derived<Agreed, analysis::SettlingReads, model::AxisId> agreed{"place.agreed"};
    // How the list is put in order.
    struct Sort {
        enum class By { number, title, opportunity, risk, quadrant, agreement };
        By by = By::opportunity;
        enum class Way { down, up } way = Way::down;
    } sort;

    // A case being dragged: from the tray or from its place. Drawn where the pointer is, settled at
    // release.
    struct Drag {
        model::CaseId on;
        enum class From { tray, matrix } from = From::tray;
        friend bool operator==(Drag const&, Drag const&) = default;
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

    // The vote that counts.
    analysis::Derived<std::optional<analysis::Tally>, analysis::ReferenceReads> vote{"place.vote"};

    // What was laid out, where, and from what: the last two are whether names and clouds show.
    struct Laid {
        using Tables = analysis::Reads<model::Case, model::Merge, model::Axis, model::Round,
                                       model::RoundStatus, model::Ballot, model::Estimate,
                                       model::Placement, model::Membership>;
        analysis::Inputs<Tables, model::AxisId, base::Rect, PlaceFilter, i18n::Language, bool, bool>
            from;
        model::AxisId axis;
        base::Rect box;
        std::vector<pictures::MatrixChip> chips;
    } laid;
    NameDesk desk; // of the names of those chips
    enum class LeftOut { counted, listed } left_out = LeftOut::counted;
    Scroll unnamed;
};

Asked draw(Ui& ui, PlaceView& view, Workshop const& workshop);

// The vote's result; nothing when there is none.
std::optional<analysis::Tally> const& vote_of(PlaceView& view, Workshop const& workshop);
// What is not placed on the axis on screen: as the vote ordered it when there is one, else by
// number.
std::vector<model::CaseId> tray_order(PlaceView& view, Workshop const& workshop);

// What is known of a case on an axis, for the sentences about it.
wording::Standing standing_of(PlaceView& view, Workshop const& workshop,
                              model::PlacementKey const& key);
// A placement moved by hand: its reason stays, a risk said as two numbers becomes one.
model::Placement moved_by_hand(model::Placement now, model::Level opportunity, model::Level risk);

// Parts of the screen, each in a file of its own.
// At the head of the panel: the open round, the case in hand with what the room says of it, or what
// is to be done on this axis. No higher than `area`; its height comes back in `view.card_height`.
std::optional<Wish> draw_place_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area);
// The case in hand, from `at` down; `bottom` comes back.
std::optional<Wish> draw_case_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                   base::Rect const& area, float& bottom);
// What was written of a case that is no longer in hand.
std::optional<Wish> keep_reason(PlaceView& view, Workshop const& workshop);
// One that was not kept, back where it was written.
void give_back_reason(PlaceView& view, edit::Place const& refused, model::Document const& doc);
// The case in hand put at the room's median, if it may be.
std::optional<Wish> place_at_the_median(PlaceView& view, Workshop const& workshop);
// Sets up another round on these cases, on the axis on screen.
void ask_again(PlaceView& view, Workshop const& workshop, std::vector<model::CaseId> cases);
// How many cases have no name on the matrix, where there is room to say so, and their list.
void draw_left_out(Ui& ui, PlaceView& view, Workshop const& workshop);
// The same in the panel, from the top of `area` down. Returns its height, 0 when there is none.
float draw_unnamed(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area);
std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray);
// What is said of a case under the pointer, whose chip is drawn at `centre`.
void draw_hover_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                     pictures::MatrixChip const& chip, model::Axis const& axis, base::Vec2 centre,
                     base::Rect const& bounds);
// Where a card of that size goes: below the chip, above, at its right or its left, inside of
// `bounds`; off its name where that can be, never on the chip.
base::Rect beside_chip(base::Rect const& chip, std::optional<base::Rect> const& name,
                       base::Vec2 size, float gap, base::Rect const& bounds);
std::optional<Wish> draw_tray(Ui& ui, PlaceView& view, Workshop const& workshop,
                              base::Rect const& area);
std::optional<Wish> draw_overview(Ui& ui, PlaceView& view, Workshop const& workshop,
                                  Frame const& frame);
std::optional<Wish> draw_place_list(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area);

} // namespace ui
