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
#include <span>
#include <string>
#include <vector>

// The infinite board that Recueillir and Regrouper share: what it keeps between frames, and what
// can be asked of it.
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
    model::CaseId card;   // whose title
    model::GroupId frame; // whose title
    base::Vec2 at;        // where the new card falls, on the board
    std::string text;
    std::optional<model::CaseId> near_case; // whose title is close
    std::string compared;                   // what it was last looked for
    enum class Life { opening, open } life = Life::opening;
    model::AnnotationId mark = {}; // whose text, or none: a new one
};

// Cards being looked for.
struct Search {
    std::string text;
    std::vector<model::CaseId> found; // in reading order
    board::CardSet matching;          // the same, to ask about one
    std::size_t at = 0;               // the one the camera went to
    std::string asked;                // what `found` answers
    std::uint64_t scene = 0;          // and of which scene
    board::Lookup lookup;
    analysis::Inputs<analysis::Reads<model::Case, model::Merge, model::FaceDown>> known; // by it
};

// What is remembered of one state of the session: brought up to date when an entry is written, at
// the cost of what the entry touched.
struct BoardState {
    std::shared_ptr<void const> opening; // of the session it is of
    std::uint64_t entries = 0;
    board::Scene scene;
    board::Marks marks;
    std::array<std::int64_t, 3> by_origin{}; // cases typed, from phones, imported
    std::int64_t free_cards = 0;             // in no frame
};

// What is drawn differently, card by card in the order of the scene: found again when the
// selection, the search or the board changes, so that a frame asks nothing of sets.
struct CardTraits {
    enum : std::uint8_t { selected = 1, in_frame = 2, matching = 4, face_down = 8 };
    // The scene, what is selected and what was found.
    analysis::Inputs<analysis::Reads<model::FaceDown>, std::uint64_t, board::Selection,
                     board::CardSet>
        from;
    board::CardSet found;
    std::vector<std::uint8_t> of;
};

// The cards in small, on the board: found again when they, or the selection, change.
struct MapPicture {
    std::uint64_t scene = 0;
    board::CardSet selected;
    std::vector<base::Rect> cards, chosen;
};

// What the view did by itself while an entry was being made: taking the entry back takes the view
// back too, unless the person has moved it since.
struct Travels {
    struct Leg {
        std::uint64_t entry = 0;
        board::Camera from, to;
    };
    std::vector<Leg> legs;
    std::optional<board::Camera> left; // where it was before what is being done moved it
    std::uint64_t written = 0;         // the entry that came in with this frame, or 0
};

// Two cards that look alike, shown as a pair.
struct PairShown {
    model::CaseId a, b;
    int thousandths = 0; // of similarity
};

struct Canvas {
    // Out of line: whoever holds or renews one compiles nothing of what it keeps.
    Canvas();
    ~Canvas();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;

    board::Form form = board::Form::full; // of cards that lie in no frame
    model::Step step = model::Step::gather;

    board::View view;
    enum class Shown { never, yes } shown = Shown::never; // first it fits everything
    struct Journey {
        board::View from;
        board::Camera to;
        double start_s = 0;
    };
    std::optional<Journey> journey;
    Travels travels;
    double zoomed_s = -10; // when the zoom last moved

    board::Tool tool = board::Tool::select;
    board::SelectTool select;
    board::HandTool hand;
    board::LassoTool lasso;
    board::FrameTool frame;
    board::PlaceTool place;
    board::LinkTool link;
    board::DrawTool draw;
    board::WheelHand wheel;
    board::Tool grip = board::Tool::select; // the tool of the gesture under way
    using Held = board::Held;
    Held held = Held::nothing;
    board::Outcome showing; // what the tool shows meanwhile
    struct Looped {         // the lasso that made the selection, as long as it lasts
        board::Line line;
        board::Selection of;
        std::uint64_t entries = 0;
    };
    std::optional<Looped> looped;

    board::Selection selection;
    board::CardSet pinned; // what Tab leaves selected while it walks on
    std::optional<model::CaseId> hovered;
    model::AnnotationId hovered_mark;
    std::optional<PairShown> pair;
    std::optional<Draft> draft;
    base::Rect typed_at; // what the draft covers on the screen, with its hints
    std::optional<Search> search;
    struct Menu {
        base::Rect anchor;
        model::GroupId frame; // its menu, or the selection's
        enum class Page { first, align, send, ground } page = Page::first;
        base::Vec2 at = {}; // on the board, of the ground's
    };
    std::optional<Menu> menu;
    std::map<model::CaseId, double> received; // just accepted: until when their cards say so

    Alikes alikes; // for what is proposed or typed, and for duplicates
    CardTexts texts;
    CardStamps stamps;
    CardTraits traits;
    MapPicture map;
    std::vector<board::Grid::Index> seen_cards; // of this frame
    BoardState state;
};

// Where the parts of the canvas lie on the screen.
struct CanvasPlace {
    base::Rect main; // between rail and panel
    base::Rect room; // the part that nothing covers, for what is brought into sight
};
CanvasPlace canvas_place(Ui const& ui, base::Rect const& main);

// Brings what is remembered up to date with the session.
void refresh(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main);

// The board itself: ground, frames, cards, the hand on them, the keys, the text being typed.
Asked draw_canvas(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main);
// The parts of it.
void paint_board_layer(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> handle_pointer(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> handle_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                base::Rect const& main);
std::optional<Wish> draw_draft(Ui& ui, Canvas& canvas, Workshop const& workshop);
Asked draw_selection_bar(Ui& ui, Canvas& canvas, Workshop const& workshop,
                         CanvasPlace const& place);
void draw_search(Ui& ui, Canvas& canvas, Workshop const& workshop, CanvasPlace const& place);
// The question at the head, editable; `line` under it. Returns what is free at its right.
std::optional<Wish> draw_question(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                  base::Rect const& main, std::string const& line,
                                  base::Rect& free);

// The line under the question where it stands after `before`, editable.
std::optional<Wish> draw_instruction(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                     base::Rect const& main, std::string const& before);
// What says of cards just received that they are.
void paint_received(Ui& ui, Canvas& canvas);

// Where a new card of this height falls: the shortest column in sight, among the cards and what is
// `taken` besides.
base::Vec2 falls(Ui const& ui, Canvas const& canvas, base::Rect const& main,
                 std::span<base::Rect const> taken, float height);
// The same for a case about to be added, its height measured; `taken` then holds its card too.
base::Vec2 falls(Ui& ui, Canvas& canvas, model::CaseId id, std::string const& title,
                 std::vector<base::Rect>& taken);
// The case nearest to a text, among those that may be read: of a merged one, what stands for it.
std::optional<model::CaseId> nearest_shown(Canvas const& canvas, Workshop const& workshop,
                                           std::string_view text);

// What can be asked of the board.
void go_to(Ui& ui, Canvas& canvas, board::Camera const& camera);
// Where it is going, or is.
board::Camera const& destination(Canvas const& canvas);
// The view that shows all of `area`, nothing of it under the map, at most at `largest`.
board::Camera view_of(Ui const& ui, Canvas const& canvas, base::Rect const& area,
                      float largest = 1);
// The sizes that it may be shown in, in design pixels.
board::Spaces spaces_for(Ui const& ui, Canvas const& canvas);
void show_all(Ui& ui, Canvas& canvas);
void zoom_to(Ui& ui, Canvas& canvas, float zoom);   // about the middle
void centre_on(Canvas& canvas, model::CaseId card); // at 100 %, at once
// Moved as little as it takes for all of `area` (board) to show, clear of the map.
void bring_in(Ui& ui, Canvas& canvas, base::Rect const& area);
void type_new_card(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
                   std::optional<base::Vec2> at);
void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::CaseId id);
void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::GroupId id);
void type_text(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Vec2 at);
void type_mark(Ui& ui, Canvas& canvas, Workshop const& workshop, model::AnnotationId id);
// The frame or the cards selected, else everything.
std::optional<Wish> tidy(Ui& ui, Canvas& canvas, Workshop const& workshop);
void open_search(Ui& ui, Canvas& canvas);
// Selects it and travels there, close enough to read it.
void go_to_card(Ui& ui, Canvas& canvas, model::CaseId id);
void go_to_frame(Ui& ui, Canvas& canvas, model::GroupId id);
std::optional<Wish> make_frame(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> merge_selection(Canvas& canvas, Workshop const& workshop);
std::optional<Wish> remove_selection(Canvas& canvas, Workshop const& workshop);
// Is this the tool that the rail shows? What is being typed is a tool of its own.
bool in_hand(Canvas const& canvas, board::Tool tool);
// The tools by the items of the rail ("rail.select"…). True when `id` was one.
bool take_tool(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
               std::string_view id);

// Nothing of what a card says is shown while it lies face down.
inline bool face_down(model::Document const& doc, model::CaseId id)
{
    return model::find<model::FaceDown>(doc, id) != nullptr;
}

inline bool can_edit(Workshop const& workshop) { return workshop.access == Access::edit; }

} // namespace ui
