#pragma once

#include "board/camera.h"
#include "board/snap.h"

#include <utility>
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
    // With Ctrl or Alt, what is dragged goes exactly where the hand does.
    enum class Snapping { on, off } snapping = Snapping::on;
};

// A frame being stretched, and its area.
struct Stretched {
    model::GroupId frame;
    base::Rect area;
};
// A link being drawn: from a card, to another one when the pointer is on it.
struct Linking {
    model::CaseId from, to; // `to`: none yet
    base::Vec2 at;          // where the pointer is, on the board
};

// What a tool says after one event. `carried`: the selection shows displaced by this much (board
// units). `dropped`: it is to be moved by this much, in one entry.
struct Outcome {
    std::optional<Selection> select;
    std::optional<base::Vec2> carried;
    std::optional<base::Vec2> dropped;
    std::vector<Guide> guides = {};
    std::optional<Stretched> stretching; // a frame shows this large
    std::optional<Stretched> stretched;  // it is to be
    std::optional<base::Rect> marquee;   // being drawn, on the board
    std::optional<base::Rect> drawn;     // a rectangle finished, on the board
    std::optional<Line> lasso;           // being drawn, on the board
    std::optional<Line> looped;          // finished
    std::optional<Line> stroke;          // being drawn, on the board
    std::optional<Line> stroked;         // finished
    std::optional<Linking> linking;
    std::optional<Linking> linked;     // from one card to another
    std::optional<base::Vec2> panned;  // screen pixels
    std::optional<base::Vec2> pressed; // a press let go on the ground, on the board
};

struct Scenery {
    Scene const& scene;
    Marks const& marks;
    View const& view;
    Selection const& selection;
};

// What lies under a point of the board, the topmost: writing, a card, a link, the edge of a frame,
// the title of a frame, or nothing.
struct Under {
    Mark const* mark = nullptr;
    Card const* card = nullptr;
    Frame const* edge = nullptr; // with the sides of it
    Sides sides = {};
    Frame const* head = nullptr;
    [[nodiscard]] bool nothing() const { return !mark && !card && !edge && !head; }
};
Under under(Scene const& scene, Marks const& marks, View const& view, base::Vec2 at);

// Press something and drag it; press the edge of a frame and stretch it; press the ground and draw
// a rectangle around things.
class SelectTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return std::holds_alternative<Idle>(state_); }

private:
    struct Idle {};
    struct Pressing { // has not moved enough to be a drag
        base::Vec2 from;
        enum class On { ground, thing, edge } on = On::ground;
        std::optional<Selection> at_release; // if it stays a click
        Stretched frame = {};                // whose edge it is, as it was
        Sides sides = {};
    };
    // On the board, so that what is held stays under the hand when the board is moved meanwhile.
    struct Carrying {
        base::Vec2 from;
        base::Rect box; // of what is carried, where it was taken
    };
    struct Stretching {
        base::Vec2 from;
        Stretched frame; // as it was
        Sides sides;
        base::Rect least; // around its cards
    };
    struct Surrounding {
        base::Vec2 from; // on the board: the rectangle stays there while the board is panned
        Selection before;
    };
    Outcome press(Pointer const& pointer, Scenery const& around);
    Outcome release(Pressing const& pressing, Pointer const& pointer, Scenery const& around);
    void start_drag(Pressing const& pressing, Pointer const& pointer, Scenery const& around);
    Outcome carry(Carrying const& carrying, Pointer const& pointer, Scenery const& around);
    Outcome stretch(Stretching const& stretching, Pointer const& pointer, Scenery const& around);
    Outcome surround(Surrounding const& ring, Pointer const& pointer, Scenery const& around);
    std::variant<Idle, Pressing, Carrying, Stretching, Surrounding> state_;
};

// The board follows the hand.
class HandTool {
public:
    Outcome on(Pointer const& pointer);
    [[nodiscard]] bool idle() const { return !last_; }

private:
    std::optional<base::Vec2> last_;
};

// A free line around things; it closes itself.
class LassoTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return line_.empty(); }

private:
    Line line_; // on the board
};

// A rectangle drawn on the board.
class FrameTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !from_; }

private:
    std::optional<base::Vec2> from_; // on the board
};

// A place pressed on the board, for a new card or a text. It is where the press was, even when the
// hand slips before it lets go.
class PlaceTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !at_; }

private:
    std::optional<base::Vec2> at_; // on the board
};

// From a card to another.
class LinkTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !from_; }

private:
    model::CaseId from_;
};

// A free line that stays.
class DrawTool {
public:
    Outcome on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return line_.empty(); }

private:
    Line line_; // on the board
};

// Is it a wheel that turns, or two fingers on a pad? Only fingers send parts of a notch; what comes
// soon after is theirs too.
class WheelHand {
public:
    struct Turn {
        base::Vec2 notches;
        enum class Held { nothing, shift, ctrl } held = Held::nothing; // a pinch comes with Ctrl
    };
    struct Answer {
        base::Vec2 pan; // notches
        float zoom = 0; // notches, at the pointer
    };
    Answer on(Turn const& turn, double now_s);

private:
    double fingers_until_s_ = 0;
};

enum class Tool { select, hand, card, frame, text, link, draw, lasso };

} // namespace board
