#pragma once

#include "board/camera.h"
#include "board/snap.h"

#include <utility>
#include <variant>

// The tools of the board as small state machines. They receive pointer events, return what to show
// meanwhile and what to do at the end; the document does not change during a gesture.
namespace board {

struct Pointer {
    enum class Kind { down, move, up, cancel } kind = Kind::move;
    base::Vec2 at; // screen pixels
    // With Shift or Ctrl, what is touched is added to the selection or removed from it.
    enum class Reach { alone, adding } reach = Reach::alone;
    // With Ctrl or Alt, dragging does not snap.
    enum class Snapping { on, off } snapping = Snapping::on;
};

// A frame being resized, and its area.
struct Stretched {
    model::GroupId frame;
    base::Rect area;
};
// A link being drawn from a card, with its target when the pointer is on one.
struct Linking {
    model::CaseId from, to; // `to`: none yet
    base::Vec2 at;          // pointer position, on the board
};

// The result of one event. `carried`: show the selection displaced by this (board units).
// `dropped`: move it by this, in one entry.
struct ToolResult {
    std::optional<Selection> select;
    std::optional<base::Vec2> carried;
    std::optional<base::Vec2> dropped;
    std::vector<Guide> guides = {};
    std::optional<Stretched> stretching; // show a frame with this size
    std::optional<Stretched> stretched;  // give it this size
    std::optional<base::Rect> marquee;   // being drawn, on the board
    std::optional<base::Rect> drawn;     // a finished rectangle, on the board
    std::optional<Line> lasso;           // being drawn, on the board
    std::optional<Line> looped;          // a finished lasso, on the board
    std::optional<Line> stroke;          // being drawn, on the board
    std::optional<Line> stroked;         // a finished stroke, on the board
    std::optional<Linking> linking;
    std::optional<Linking> linked;     // a finished link between two cards
    std::optional<base::Vec2> panned;  // screen pixels
    std::optional<base::Vec2> pressed; // a click on the background, on the board
};

struct Scenery {
    Scene const& scene;
    Marks const& marks;
    View const& view;
    Selection const& selection;
};

// The topmost thing at a point of the board: annotation, card, link, edge of a frame, title of a
// frame, or nothing.
struct Under {
    Mark const* mark = nullptr;
    Card const* card = nullptr;
    Frame const* edge = nullptr; // and which of its sides
    Sides sides = {};
    Frame const* head = nullptr;
    [[nodiscard]] bool nothing() const { return !mark && !card && !edge && !head; }
};
Under under(Scene const& scene, Marks const& marks, View const& view, base::Vec2 at);

// Drags a thing, resizes a frame by its edge, or draws a selection rectangle on the background.
class SelectTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return std::holds_alternative<Idle>(state_); }

private:
    struct Idle {};
    struct Pressing { // not moved enough for a drag
        base::Vec2 from;
        enum class On { ground, thing, edge } on = On::ground;
        std::optional<Selection> at_release; // if it remains a click
        // the frame whose edge is pressed, at its original size
        Stretched frame = {};
        Sides sides = {};
    };
    // On the board, so that what is dragged stays under the pointer when the board moves.
    struct Carrying {
        base::Vec2 from;
        base::Rect box; // of what is dragged, at the start
    };
    struct Stretching {
        base::Vec2 from;
        Stretched frame; // the original one
        Sides sides;
        base::Rect least; // required by its cards
    };
    struct Surrounding {
        base::Vec2 from; // on the board: fixed while panning
        Selection before;
    };
    ToolResult press(Pointer const& pointer, Scenery const& around);
    ToolResult release(Pressing const& pressing, Pointer const& pointer, Scenery const& around);
    void start_drag(Pressing const& pressing, Pointer const& pointer, Scenery const& around);
    static ToolResult carry(Carrying const& carrying, Pointer const& pointer,
                            Scenery const& around);
    static ToolResult stretch(Stretching const& stretching, Pointer const& pointer,
                              Scenery const& around);
    static ToolResult surround(Surrounding const& ring, Pointer const& pointer,
                               Scenery const& around);
    std::variant<Idle, Pressing, Carrying, Stretching, Surrounding> state_;
};

// Pans the board.
class HandTool {
public:
    ToolResult on(Pointer const& pointer);
    [[nodiscard]] bool idle() const { return !last_; }

private:
    std::optional<base::Vec2> last_;
};

// Selects by a freehand line, closed automatically.
class LassoTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return line_.empty(); }

private:
    Line line_; // on the board
};

// Draws a rectangle for a new frame.
class FrameTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !from_; }

private:
    std::optional<base::Vec2> from_; // on the board
};

// Chooses a position for a new card or text: where the button was pressed, even if the pointer
// moves before the release.
class PlaceTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !at_; }

private:
    std::optional<base::Vec2> at_; // on the board
};

// Draws a link from one card to another.
class LinkTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return !from_; }

private:
    model::CaseId from_;
};

// Draws a freehand stroke.
class DrawTool {
public:
    ToolResult on(Pointer const& pointer, Scenery const& around);
    [[nodiscard]] bool idle() const { return line_.empty(); }

private:
    Line line_; // on the board
};

// Tells a mouse wheel from a touchpad: only touchpads send fractions of a notch; events soon after
// those are from the touchpad too.
class WheelHand {
public:
    struct Turn {
        base::Vec2 notches;
        // a pinch gesture arrives with Ctrl
        enum class Held { nothing, shift, ctrl } held = Held::nothing;
    };
    struct Answer {
        base::Vec2 pan; // notches
        float zoom = 0; // notches, around the pointer
    };
    Answer on(Turn const& turn, double now_s);

private:
    double fingers_until_s_ = 0;
};

enum class Tool { select, hand, card, frame, text, link, draw, lasso };

} // namespace board
