#pragma once

#include "ui/canvas/canvas.h"
#include "ui/canvas/mark_paint.h"

// What the files of the board's hand, keys, menus and writing share. Not for views.
namespace ui {

// Links lie under the cards; strokes, texts and the labels of links above them; what the hand is
// doing above everything.
void paint_links(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom);
void paint_marks(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom);
void paint_tool(Ui& ui, Canvas const& canvas);

// Does this card show displaced just now?
bool is_carried(Canvas const& canvas, board::Card const& card);
// What a link looks like just now, its cards displaced or not.
board::LinkShape shape_now(Canvas const& canvas, board::Mark const& link);

using Written = std::span<std::shared_ptr<journal::Entry const> const>;
// Takes the view back, or forth again, with the entries that `reader` wrote.
void travel_back(Ui& ui, Canvas& canvas, Written entries, model::ActorId reader);
// Before something moves the view that may come with an entry.
void leave_view(Canvas& canvas);

// The view of a board that is about to be in order, which covers `area`.
void show_tidied(Ui& ui, Canvas& canvas, base::Rect const& area);

// Everything on the board; none when it is empty.
std::optional<base::Rect> everything(Canvas const& canvas);
// Around the selection, links included; none when there is none.
std::optional<base::Rect> around_selection(Canvas const& canvas);

// Gives up what the hand or the arrows are doing.
void stop_tools(Canvas& canvas);
// Takes a tool, and gives up what the other was doing.
void take(Canvas& canvas, board::Tool tool);

std::optional<Wish> draw_mark_draft(Ui& ui, Canvas& canvas, Workshop const& workshop);
std::optional<Wish> draw_board_menu(Ui& ui, Canvas& canvas, Workshop const& workshop);
// The menu of what is selected, or of the ground at `at` (the middle when none) when nothing is.
void open_menu(Ui& ui, Canvas& canvas, std::optional<base::Vec2> at);

std::optional<Wish> link_selection(Canvas& canvas, Workshop const& workshop);
std::optional<Wish> duplicate_selection(Canvas& canvas, Workshop const& workshop);
// What is selected, as a table on the clipboard, without names of people; cards that say nothing
// but their title, and what is written beside them, as lines of text too. False when there is
// nothing to copy.
bool copy_selection(Ui& ui, Canvas const& canvas, Workshop const& workshop);
std::optional<Wish> send_selection(Canvas const& canvas, Workshop const& workshop, int frame);
// Edits the text of what is selected, when it is one thing with a text.
void type_selection(Ui& ui, Canvas& canvas, Workshop const& workshop);

} // namespace ui
