#pragma once

#include "board/scene.h"
#include "ui/canvas/card_text.h"

#include <optional>

// How cards and frames look, at every zoom.
namespace ui {

struct CardLook {
    enum class State { rest, hovered, selected, paired, dragged, faded };
    static constexpr std::size_t states = 6;
    State state = State::rest;
    board::Detail detail = board::Detail::full;
    Zoom zoom = Zoom::resting;
    float scale = 1;                              // screen pixels for one board unit
    enum class Face { up, down } face = Face::up; // down: nothing of it can be read
    friend bool operator==(CardLook const&, CardLook const&) = default;
};

// The box that a card takes on the screen, its top left at `at`: whole pixels.
base::Rect card_box(board::Card const& card, base::Vec2 at, float scale);

// How high the title of a full card may be where it is seen from farther, board units.
float label_room(board::Card const& card);

// A card whose top left is at `at` on the screen. What it looks like follows from what is given
// here and from the ui's colours, language and scale, nothing else: it may be kept (card_stamps.h).
void paint_card(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                base::Vec2 at, CardLook const& look);

// How a card looks that is too small for anything but a rectangle.
board::Color block_color(Ui const& ui, CardLook::State state);

// Where a card being dragged came from.
void paint_slot(Ui& ui, base::Rect const& box, float scale);

struct FrameLook {
    enum class State { rest, hovered, selected, target };
    State state = State::rest;
    Zoom zoom = Zoom::resting;
    board::Detail detail = board::Detail::full;
    float scale = 1;
    enum class Title { shown, hidden } title = Title::shown; // hidden while it is being typed
};

// A frame filling `box` on the screen. An untitled one says so, in grey.
void paint_frame(Ui& ui, board::Frame const& frame, std::string_view title, base::Rect const& box,
                 FrameLook const& look);

// The dotted ground; `origin` is the screen point of the board's own origin.
void paint_ground(Ui& ui, base::Rect const& area, base::Vec2 origin, float zoom, float density,
                  Zoom moving);

} // namespace ui
