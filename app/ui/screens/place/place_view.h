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

constexpr float tabs_height = 81; // of the axis tabs, in design pixels

// Placer: the matrix of one axis with a tray of cases without placement; overview; list.
struct PlaceView {
    // Defined in the source file, so that users do not compile its members.
    PlaceView();
    ~PlaceView();
    PlaceView(PlaceView&&) noexcept;
    PlaceView& operator=(PlaceView&&) noexcept;

    enum class Show { matrix, overview, list };
    Show show = Show::matrix;
    // Whose estimates are shown. The committee's are offered when there are some.
    model::Body body = model::Body::workshop;
    enum class Committee { silent, estimated } committee = Committee::silent;
    model::AxisId axis;     // current; none: the first
    model::CaseId selected; // selected; tracked in the overview
    bool names = true;      // labels on the matrix
    bool clouds = true;     // shows the clouds
    Scroll tray, table, side, card;
    PlaceFilter filter;
    std::optional<base::Rect> filtering; // anchor of its open menu
    RoomClouds room;
    EstimateView estimate;
    AxesDialog axes;
    GuardList guard; // open question editors
    // The reason of the selected case's placement being edited, and as last stored.
    struct Reason {
        model::PlacementKey key;
        std::string text, kept;
    } reason;
    float card_height = 0; // height of the panel's top part, as last drawn
    // Cases by agreement on the current axis.
    struct Agreed {
        analysis::Settling here, everywhere;
        std::vector<model::CaseId> contested; // on this axis
    };
    analysis::Derived<Agreed, analysis::SettlingReads, model::AxisId> agreed{"place.agreed"};
    // The order of the list.
    struct Sort {
        enum class By { number, title, opportunity, risk, quadrant, agreement };
        By by = By::opportunity;
        enum class Way { down, up } way = Way::down;
    } sort;

    // A case being dragged from the tray or its position; saved at the release.
    struct Drag {
        model::CaseId on;
        enum class From { tray, matrix } from = From::tray;
        friend bool operator==(Drag const&, Drag const&) = default;
    };
    std::optional<Drag> drag;
    // spent: Escape cancelled a drag; waits for the release.
    enum class Hand { free, spent } hand = Hand::free;

    // Moves by arrow keys, shown at once and saved together when the keys rest.
    struct Nudge {
        model::PlacementKey key;
        model::Placement to;
        double since_s = 0;
    };
    std::optional<Nudge> nudge;

    std::string find;          // search text of the list
    model::CaseId scrolled_to; // case the tray last scrolled to
    model::CaseId sought;      // to be scrolled to in the list

    // The tally of the reference round.
    analysis::Derived<std::optional<analysis::Tally>, analysis::ReferenceReads> vote{"place.vote"};

    // The cached layout with its inputs; the last two: whether labels and clouds are shown.
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
    NameDesk desk; // places the labels of those chips
    enum class LeftOut { counted, listed } left_out = LeftOut::counted;
    Scroll unnamed;
};

Asked draw(Ui& ui, PlaceView& view, Workshop const& workshop);

// The tally of the reference round; nothing when there is none.
std::optional<analysis::Tally> const& vote_of(PlaceView& view, Workshop const& workshop);
// The cases without placement on the current axis: in the order of the reference round, else by
// number.
std::vector<model::CaseId> tray_order(PlaceView& view, Workshop const& workshop);

// The data of a case on an axis, for sentences.
wording::Standing standing_of(PlaceView& view, Workshop const& workshop,
                              model::PlacementKey const& key);
// A placement moved by hand: keeps its reason; a risk of two numbers becomes one.
model::Placement moved_by_hand(model::Placement now, model::Level opportunity, model::Level risk);

// Parts of the screen, one file each. The top of the panel: the open round, the selected case, or
// tasks on this axis. Not higher than `area`; its height is set in `view.card_height`.
std::optional<Wish> draw_place_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area);
// The selected case, from `at` downwards; sets `bottom`.
std::optional<Wish> draw_case_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                   base::Rect const& area, float& bottom);
// Saves the edited reason of a case that is no longer selected.
std::optional<Wish> keep_reason(PlaceView& view, Workshop const& workshop);
// Restores a reason that could not be saved.
void give_back_reason(PlaceView& view, edit::Place const& refused, model::Document const& doc);
// Places the selected case at the median, if allowed.
std::optional<Wish> place_at_the_median(PlaceView& view, Workshop const& workshop);
// Sets up another round for these cases on the current axis.
void ask_again(PlaceView& view, Workshop const& workshop, std::vector<model::CaseId> cases);
// The number of labels that do not fit, where there is space, and their list.
void draw_left_out(Ui& ui, PlaceView& view, Workshop const& workshop);
// The same in the panel, from the top of `area`. Returns its height, 0 when there are none.
float draw_unnamed(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area);
std::optional<Wish> draw_matrix(Ui& ui, PlaceView& view, Workshop const& workshop,
                                base::Rect const& area, base::Rect const& tray);
// The tooltip of a case whose chip is drawn at `centre`.
void draw_hover_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                     pictures::MatrixChip const& chip, model::Axis const& axis, base::Vec2 centre,
                     base::Rect const& bounds);
// The position of a box of that size beside a chip: below, above, right or left, within `bounds`;
// clear of its label if possible, never over the chip.
base::Rect beside_chip(base::Rect const& chip, std::optional<base::Rect> const& name,
                       base::Vec2 size, float gap, base::Rect const& bounds);
Asked draw_tray(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area);
std::optional<Wish> draw_overview(Ui& ui, PlaceView& view, Workshop const& workshop,
                                  ScreenLayout const& layout);
std::optional<Wish> draw_place_list(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area);

} // namespace ui
