#pragma once

#include "board/scene.h"
#include "ui/canvas/card_text.h"

#include <array>
#include <optional>
#include <string_view>

// Drawing of cards and frames at every zoom.
namespace ui {

struct CardLook {
    enum class State { rest, hovered, selected, paired, dragged, faded };
    static constexpr std::size_t states = 6;
    State state = State::rest;
    board::Detail detail = board::Detail::full;
    Zoom zoom = Zoom::resting;
    float scale = 1;                              // screen pixels per board unit
    enum class Face { up, down } face = Face::up; // down: contents hidden
    std::array<char, 3> room{}; // letter of another room that it is of, ended by 0; or empty
    enum class Numbered { yes, waits } numbered = Numbered::yes; // waits: for the other machines
    friend bool operator==(CardLook const&, CardLook const&) = default;
};

// The screen box of a card with its top left at `at`, rounded to whole pixels.
base::Rect card_box(board::Card const& card, base::Vec2 at, float scale);

// The space for the enlarged title of a full card, board units.
float label_room(board::Card const& card);

// A card with its top left at `at` on the screen. Depends only on the arguments and on the ui's
// colours, language and scale, so it can be cached (card_stamps.h).
void paint_card(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                base::Vec2 at, CardLook const& look);

// The colour of a card drawn as a rectangle.
board::Color block_color(Ui const& ui, CardLook::State state);

// The original position of a dragged card.
void paint_slot(Ui& ui, base::Rect const& box, float scale);

struct FrameLook {
    enum class State { rest, hovered, selected, target };
    State state = State::rest;
    Zoom zoom = Zoom::resting;
    board::Detail detail = board::Detail::full;
    float scale = 1;
    enum class Title { shown, hidden } title = Title::shown; // hidden while it is edited
};

// A frame filling `box` on the screen. An untitled one shows a placeholder.
void paint_frame(Ui& ui, board::Frame const& frame, std::string_view title, base::Rect const& box,
                 FrameLook const& look);

// The dotted background; `origin`: the board's origin on the screen.
void paint_ground(Ui& ui, base::Rect const& area, base::Vec2 origin, float zoom, float density,
                  Zoom moving);

} // namespace ui
