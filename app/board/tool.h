#pragma once

#include "board/camera.h"
#include "board/scene.h"

#include <variant>

// What the hand does on the board: small state machines, plain values. They are told of the pointer
// and say what shows meanwhile and what to do at the end; nothing is written while a hand is
// moving.
namespace board {

struct Pointer {
    enum class Kind { down, move, up, cancel } kind = Kind::move;
    base::Vec2 at; // screen pixels
    // With Shift or Ctrl, what is touched joins the selection or leaves it.
    enum class Reach { alone, adding } reach = Reach::alone;
};

struct Selection {
    CardSet cards;
    model::GroupId frame; // a frame alone, or none
    friend bool operator==(Selection const&, Selection const&) = default;
    [[nodiscard]] bool empty() const { return cards.empty() && !frame; }
};

// What a tool says after one event. `carried`: the selection shows displaced by this much (board
// units). `dropped`: it is to be moved by this much, in one entry.
struct Outcome {
    std::optional<Selection> select;
    std::optional<base::Vec2> carried;
    std::optional<base::Vec2> dropped;
    std::optional<base::Rect> marquee;            // being drawn, on the board
    std::optional<base::Rect> drawn;              // a rectangle finished, on the board
    std::optional<std::vector<base::Vec2>> lasso; // being drawn, on the board
    std::optional<base::Vec2> panned;             // screen pixels
    std::optional<base::Vec2> pressed;            // a press let go on the ground, on the board
};

struct Scenery {
    Scene const& scene;
    View const& view;
    Selection const& selection;
};

// Press a card or a frame's title and drag it; press the ground and draw a rectangle around cards.
class SelectTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return std::holds_alternative<Idle>(state_); }

private:
    struct Idle {};
    struct Pressing { // has not moved enough to be a drag
        base::Vec2 from;
        bool on_something = false;
        std::optional<Selection> at_release; // if it stays a click
    };
    struct Carrying {
        base::Vec2 from;
    };
    struct Surrounding {
        base::Vec2 from; // on the board: the rectangle stays there while the board is panned
        Selection before;
    };
    Outcome press(Pointer const& pointer, Scenery const& around);
    std::variant<Idle, Pressing, Carrying, Surrounding> state_;
};

// The board follows the hand.
class HandTool {
public:
    Outcome on(Pointer const& pointer);
    [[nodiscard]] bool idle() const { return !last_; }

private:
    std::optional<base::Vec2> last_;
};

// A free line around cards; it closes itself.
class LassoTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return line_.empty(); }

private:
    std::vector<base::Vec2> line_; // on the board
};

// A rectangle drawn on the board.
class FrameTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !from_; }

private:
    std::optional<base::Vec2> from_; // on the board
};

enum class Tool { select, hand, card, frame, lasso };

} // namespace board
