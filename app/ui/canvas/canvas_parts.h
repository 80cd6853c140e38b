#pragma once

#include "ui/canvas/canvas.h"
#include "ui/canvas/mark_paint.h"

// Shared by the source files of the canvas. Not for views.
namespace ui {

// Links are below the cards; strokes, texts and labels of links above them; the active gesture on
// top.
void paint_links(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom);
void paint_marks(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom);
void paint_tool(Ui& ui, Canvas const& canvas);

constexpr float grid_step = 28;           // between the dots of the ground, board units
constexpr std::size_t touched_most = 400; // with more visible cards, less detail is drawn

// The room that a card is of, and whether it has its number, in a shared session.
void note_room(CardLook& look, SharedState const& shared, model::CaseId id);
// Marks the cards that came from other rooms since the last time.
void note_arrivals(Ui& ui, Canvas& canvas, Workshop const& workshop);

// Whether a card is displaced by a drag.
bool is_carried(Canvas const& canvas, board::Card const& card);
// A link's present path, with displaced cards.
board::LinkShape shape_now(Canvas const& canvas, board::Mark const& link);

using Written = std::span<std::shared_ptr<journal::Entry const> const>;
// Moves the camera back, or forth, with undone entries of `reader`.
void travel_back(Ui& ui, Canvas& canvas, Written entries, model::ActorId reader);
// To be called before a camera move that belongs to an entry.
void leave_view(Canvas& canvas);

// Shows the tidied board, which covers `area`.
void show_tidied(Ui& ui, Canvas& canvas, base::Rect const& area);

// The bounding box of everything; none on an empty board.
std::optional<base::Rect> everything(Canvas const& canvas);
// Of the selection with its links; none without one.
std::optional<base::Rect> around_selection(Canvas const& canvas);

// Cancels the gesture in progress.
void stop_tools(Canvas& canvas);
// Activates a tool and cancels the previous one.
void take(Canvas& canvas, board::Tool tool);

std::optional<Wish> draw_mark_draft(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> draw_board_menu(Ui& ui, Canvas& canvas, Workshop const& workshop);
// Opens the menu of the selection, or of the background at `at` (default: the centre).
void open_menu(Ui& ui, Canvas& canvas, std::optional<base::Vec2> at);

std::optional<Wish> link_selection(Canvas& canvas, Workshop const& workshop);
std::optional<Wish> duplicate_selection(Canvas& canvas, Workshop const& workshop);
// Copies the selection as a table, without names of people; cards with only a title, and
// annotations, also as lines of text. False when there is nothing to copy.
bool copy_selection(Ui& ui, Canvas const& canvas, Workshop const& workshop);
std::optional<Wish> send_selection(Canvas const& canvas, Workshop const& workshop, int frame);
// Edits the text of the selection, if it is one thing with a text.
void type_selection(Ui& ui, Canvas& canvas, Workshop const& workshop);

} // namespace ui
