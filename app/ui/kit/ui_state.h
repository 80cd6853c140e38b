#pragma once

#include "ui/kit/skins.h"
#include "ui/kit/text_edit.h"
#include "ui/kit/ui.h"
#include "ui/redraw/moving.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct ImDrawList;

// What the ui remembers from frame to frame. For app/ui's own widgets; views have no business here.
namespace ui {

using Hash = std::size_t;
inline Hash hash_of(std::string_view id) { return std::hash<std::string_view>{}(id); }

// A part of the screen that was touched in a frame.
struct Region {
    Hash hash = 0;
    std::string id;
    base::Rect visible, box;
    int layer = 0;
    Role role = Role::area;
    Enabled enabled = Enabled::yes;
    Part part = Part::main;
    enum class Sight { within, away } sight = Sight::within; // away: slid off the screen
    Seen* seen = nullptr; // in the probe, until the end of the frame
};

// What is to be pressed for the person, and until which frame.
struct Errand {
    std::string id; // of a widget, or empty
    int chord = 0;
    std::uint64_t until_frame = 0;
};

struct Tween {
    float from = 0, to = 0;
    double start_s = 0;
    std::uint64_t last_frame = 0;
};

struct KnownParagraph {
    Paragraph paragraph;
    std::string text; // of which it was made: two texts may share a hash
    std::uint64_t last_frame = 0;
};

// A clipped area that scrolls, while it is being drawn.
struct OpenScroll {
    base::Rect box;
    float* offset = nullptr;
    float from_y = 0; // where its content begins
};

// The field being typed into.
struct Typing {
    Hash field = 0;
    TextEdit edit;
    std::string before; // what Escape puts back
    float scroll = 0;   // screen pixels hidden at the left, or above
    float goal_x = -1;  // where the caret wants to be while it goes up and down
    bool changed = false;
    bool started = false; // in this frame: what was pressed to get here is not text
    // Of two lines that meet between two characters, the one that the caret is on.
    enum class Leans { next, last } leans = Leans::next;
    // What the drag that has begun chooses by, and what was chosen when it began.
    enum class Unit { character, word, line } unit = Unit::character;
    std::size_t from = 0, to = 0;
    bool moved = true; // the caret: it has to be brought into sight
};

// A field that the keyboard has left, until it is told.
struct LeftField {
    Hash field = 0;
    bool changed = false;
    std::string before; // what it held before it was typed into
    std::uint64_t frame = 0;
};

constexpr std::uint64_t returned_frames = 3; // for a field to be drawn, or drawn again

// What a field gave to be kept, and what it held before.
struct HandedWords {
    std::string field, text, before;
    std::uint64_t frame = 0;
};

// A line of text as it was drawn.
struct DrawnLine {
    std::string text;
    std::string whole; // of a text that was cut: all of it
    base::Rect box;    // of its letters, in screen pixels
    base::Rect clip;
    board::Color color;
    float px = 0; // em size
    int layer = 0;
    ImDrawList const* list = nullptr;
    int first = 0, last = 0; // its indices in that list
};

struct UiState {
    std::uint64_t frame = 0;
    std::vector<DrawnLine>* drawn_lines = nullptr; // where each line is noted, for who wants it
    bool names_at_once = false; // on this thread, for whoever wants each frame whole: tests

    std::vector<Region> regions, before; // of this frame, of the one before
    // What the probe's entries were made of, to make the next frame's without asking for memory.
    std::vector<decltype(Probe::widgets)::node_type> spare;
    std::string key;  // of a look-up
    Hash hovered = 0; // what the pointer is on, 0: nothing
    double hovered_since_s = 0;
    Hash active = 0; // what was pressed and is still held
    base::Vec2 pressed_at;
    bool dragged = false;
    bool active_seen = false;

    std::string focus;              // the widget that has the keyboard
    bool ring = false;              // and shows it
    bool focus_new = false;         // since this frame
    std::string focus_wanted;       // gets it as soon as it is drawn
    std::uint64_t wanted_frame = 0; // when that was asked for
    std::optional<Typing> field;
    bool field_seen = false;
    std::optional<LeftField> left;
    std::optional<HandedWords> handed;   // last
    std::optional<HandedWords> returned; // not kept: for its field, as soon as it is drawn
    std::array<base::Rect, part_count> parts{};
    std::optional<Part> part; // that F6 came to
    std::optional<Errand> errand;
    std::optional<double> dissolves_s; // since when what jumped comes up
    std::vector<int> taken;            // key chords of this frame
    bool wheel_taken = false;
    int modifiers = 0; // ImGuiMod_…, as they were at the end of the last frame's input

    int layer = 0;      // being drawn
    int top_before = 0; // the highest of the frame before
    int top = 0;        // the highest of this frame, so far
    struct OpenLayer {
        std::string id, focus;
        bool ring = false;
        bool seen = false;
    };
    std::vector<OpenLayer> layers; // those open, lowest first

    std::optional<Moving> moving; // of this frame
    std::vector<base::Rect> clips;
    std::vector<OpenScroll> scrolls;
    std::unordered_map<Hash, Tween> tweens;
    std::unordered_map<Hash, KnownParagraph> paragraphs;
    std::vector<KnownSkin> skins;
};

// Is the widget that has the ring drawn and enabled, and which keys are its own?
Region const* focused_region(UiState const& state);

// The part of the screen that a point is in.
Part part_of(UiState const& state, base::Vec2 at);

// Moves the ring to the next widget, or the one before, of the top layer.
void walk(UiState& state);

// Ends typing: the field learns it when it is drawn next.
void leave_field(UiState& state);

base::Rect overlap(base::Rect const& a, base::Rect const& b);

} // namespace ui
