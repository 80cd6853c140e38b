#pragma once

#include "board/arrange.h"
#include "board/gesture.h"
#include "board/lookup.h"
#include "board/pack.h"
#include "ui/canvas/alikes.h"
#include "ui/canvas/card_paint.h"
#include "ui/canvas/card_stamps.h"
#include "ui/kit/frame.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

// The infinite board of Recueillir and Regrouper: its state between frames, and its operations.
namespace ui {

// A text being typed on the board.
struct Draft {
    enum class Kind {
        new_card,
        card_title,
        frame_title,
        question,
        instruction,
        mark
    } kind = Kind::new_card;
    model::CaseId card;   // whose title is edited
    model::GroupId frame; // whose title is edited
    base::Vec2 at;        // position of the new card, on the board
    int highest = 0;      // number of a card when that position was chosen
    std::string text;
    std::optional<model::CaseId> near_case; // a case with a similar title
    std::string compared;                   // text of the last comparison
    enum class Life { opening, open } life = Life::opening;
    model::AnnotationId mark = {}; // annotation being edited, or none for a new one
};

// The search on the board.
struct Search {
    std::string text;
    std::vector<model::CaseId> found; // in reading order
    board::CardSet matching;          // the same as a set
    std::size_t at = 0;               // index of the result shown
    std::string asked;                // text that `found` belongs to
    std::uint64_t scene = 0;          // version of the scene that it belongs to
    board::Lookup lookup;
    // inputs of the index
    analysis::Inputs<analysis::Reads<model::Case, model::Merge, model::FaceDown>> known;
};

// The data derived from one state of the session, updated incrementally when an entry is written.
struct BoardState {
    std::shared_ptr<void const> opening;       // of that session
    std::uint64_t entries = 0, taken_back = 0; // see session::View
    board::Scene scene;
    board::Marks marks;
    std::array<std::int64_t, 3> by_origin{}; // cases typed, from phones, imported
    std::int64_t free_cards = 0;             // not in a frame
};

// Display attributes per card, in scene order; recomputed when selection, search or board change,
// so that drawing needs no set look-ups.
struct CardTraits {
    enum : std::uint8_t { selected = 1, in_frame = 2, matching = 4, face_down = 8 };
    // Inputs: scene, selection and search result.
    analysis::Inputs<analysis::Reads<model::FaceDown>, std::uint64_t, board::Selection,
                     board::CardSet>
        from;
    board::CardSet found;
    std::vector<std::uint8_t> of;
};

// The minimap's picture of the cards; recomputed when they or the selection change.
struct MapPicture {
    std::uint64_t scene = 0;
    board::CardSet selected;
    std::vector<base::Rect> cards, chosen, fresh; // fresh: just received
    std::size_t fresh_of = 0;                     // how many are marked
};

// Camera moves made together with entries: undoing the entry moves the camera back, unless the user
// has moved it since.
struct Travels {
    struct Leg {
        std::uint64_t entry = 0;
        board::Camera from, to;
    };
    std::vector<Leg> legs;
    std::optional<board::Camera> left; // camera before the present action
    std::uint64_t written = 0;         // entry written in this frame, or 0
};

// Two similar cases shown as a pair.
struct PairShown {
    model::CaseId a, b;
    int thousandths = 0; // similarity
};

struct Canvas {
    // Defined in the source file, so that users of Canvas do not compile its members.
    Canvas();
    ~Canvas();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;

    board::Form form = board::Form::full; // of cards outside frames
    model::Step step = model::Step::gather;

    board::View view;
    // never: not shown yet, fit everything first
    enum class Shown { never, yes } shown = Shown::never;
    struct Journey {
        board::View from;
        board::Camera to;
        double start_s = 0;
    };
    std::optional<Journey> journey;
    std::optional<base::Rect> follows; // the part of the board to show, for the room's window
    Travels travels;
    double zoomed_s = -10; // time of the last zoom step

    board::Tool tool = board::Tool::select;
    board::SelectTool select;
    board::HandTool hand;
    board::LassoTool lasso;
    board::FrameTool frame;
    board::PlaceTool place;
    board::LinkTool link;
    board::DrawTool draw;
    board::WheelHand wheel;
    board::Tool grip = board::Tool::select; // the tool of the gesture in progress
    using Held = board::Held;
    Held held = Held::nothing;
    board::ToolResult showing; // what the tool displays meanwhile
    struct Looped {            // the lasso line of the selection, while it exists
        board::Line line;
        board::Selection of;
        std::uint64_t entries = 0;
    };
    std::optional<Looped> looped;

    board::Selection selection;
    board::CardSet pinned; // stays selected while Tab moves on
    std::optional<model::CaseId> hovered;
    model::AnnotationId hovered_mark;
    std::optional<PairShown> pair;
    std::optional<Draft> draft;
    base::Rect typed_at; // screen area covered by the draft and its hints
    std::optional<Search> search;
    struct Menu {
        base::Rect anchor;
        model::GroupId frame; // whose menu is open; none: the selection's
        enum class Page { first, align, send, ground } page = Page::first;
        base::Vec2 at = {}; // on the board, for the background's menu
    };
    std::optional<Menu> menu;
    // Just accepted cases, and those of other rooms: until when they are marked.
    struct Received {
        double until_s = 0;
        std::string from = {}; // letter of the room; empty: of this one
    };
    std::map<model::CaseId, Received> received;
    std::set<model::CaseId> of_rooms; // known cases of the rooms, while the session is shared

    Alikes alikes; // for proposals, typed titles and duplicates
    CardTexts texts;
    CardStamps stamps;
    CardTraits traits;
    MapPicture map;
    std::vector<board::Grid::Index> seen_cards; // of this frame
    BoardState state;
};

// The areas of the canvas on the screen.
struct CanvasPlace {
    base::Rect main; // between rail and panel
    base::Rect room; // without floating panels; things are scrolled into it
};
CanvasPlace canvas_place(Ui const& ui, base::Rect const& main);
// The part of the board that is visible below the question. `scale`: of the window.
base::Rect below_question(board::View const& view, float scale);

// Updates the derived data to the session.
void refresh(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main);

// The board: background, frames, cards, interaction, keys, text input.
Asked draw_canvas(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main);
// Its parts.
void paint_board_layer(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> handle_pointer(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> handle_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                base::Rect const& main);
std::optional<Wish> draw_draft(Ui& ui, Canvas& canvas, Workshop const& workshop);
Asked draw_selection_bar(Ui& ui, Canvas& canvas, Workshop const& workshop,
                         CanvasPlace const& place);
void draw_search(Ui& ui, Canvas& canvas, Workshop const& workshop, CanvasPlace const& place);
// The editable question at the top; `line` below it. Returns the free area at its right.
std::optional<Wish> draw_question(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                  base::Rect const& main, std::string const& line,
                                  base::Rect& free);

// The editable line below the question, after `before`.
std::optional<Wish> draw_instruction(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                     base::Rect const& main, std::string const& before);
// Marks just accepted cards, those just received from other rooms, and the one being edited in
// each.
void paint_received(Ui& ui, Canvas& canvas, Workshop const& workshop);

// The position of a new card of this height: the shortest visible column, avoiding the cards and
// `taken`.
base::Vec2 falls(Ui const& ui, Canvas const& canvas, base::Rect const& main,
                 std::span<base::Rect const> taken, float height);
// The same for a case about to be added, with its measured height; its card is added to `taken`.
base::Vec2 falls(Ui& ui, Canvas& canvas, model::CaseId id, std::string const& title,
                 std::vector<base::Rect>& taken);
// The readable case most similar to a text; for a merged case, the one that represents it.
std::optional<model::CaseId> nearest_shown(Canvas const& canvas, Workshop const& workshop,
                                           std::string_view text);

// Operations on the board.
void go_to(Ui& ui, Canvas& canvas, board::Camera const& camera);
// The target of the camera's animation, or its position.
board::Camera const& destination(Canvas const& canvas);
// The camera that shows all of `area` clear of the minimap, at most at zoom `largest`.
board::Camera view_of(Ui const& ui, Canvas const& canvas, base::Rect const& area,
                      float largest = 1);
// The screen areas that may show everything, in design pixels.
board::Spaces spaces_for(Ui const& ui, Canvas const& canvas);
void show_all(Ui& ui, Canvas& canvas);
void zoom_to(Ui& ui, Canvas& canvas, float zoom); // around the centre
void centre_on(Canvas& canvas, model::CaseId id); // at 100 %, without animation
// Moves as little as needed to show all of `area` (board), clear of the minimap.
void bring_in(Ui& ui, Canvas& canvas, base::Rect const& area);
void type_new_card(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
                   std::optional<base::Vec2> at);
void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::CaseId id);
void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::GroupId id);
void type_text(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Vec2 at);
void type_mark(Ui& ui, Canvas& canvas, Workshop const& workshop, model::AnnotationId id);
// Tidies the selected frame or cards, else everything.
std::optional<Wish> tidy(Ui& ui, Canvas& canvas, Workshop const& workshop);
void open_search(Ui& ui, Canvas& canvas);
// Selects a card and moves there, at a readable zoom.
void go_to_card(Ui& ui, Canvas& canvas, model::CaseId id);
void go_to_frame(Ui& ui, Canvas& canvas, model::GroupId id);
std::optional<Wish> make_frame(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> merge_selection(Canvas& canvas, Workshop const& workshop);
std::optional<Wish> remove_selection(Canvas& canvas, Workshop const& workshop);
// Whether the rail shows this tool as active. Text being typed counts as a tool.
bool in_hand(Canvas const& canvas, board::Tool tool);
// Chooses a tool by its rail item ("rail.select"…). True when `id` was one.
bool take_tool(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
               std::string_view id);

// The contents of face-down cards must not be shown.
inline bool face_down(model::Document const& doc, model::CaseId id)
{
    return model::find<model::FaceDown>(doc, id) != nullptr;
}

inline bool can_edit(Workshop const& workshop) { return workshop.access == Access::edit; }

} // namespace ui
