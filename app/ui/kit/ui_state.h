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

// The state of Ui between frames. For widgets of ui/kit only.
namespace ui {

using Hash = std::size_t;
inline Hash hash_of(std::string_view id) { return std::hash<std::string_view>{}(id); }

// An area passed to `touch` in a frame.
struct Region {
    Hash hash = 0;
    std::string id;
    base::Rect visible, box;
    int layer = 0;
    Role role = Role::area;
    Enabled enabled = Enabled::yes;
    Part part = Part::main;
    enum class Sight { within, away } sight = Sight::within; // away: hidden off the screen
    Seen* seen = nullptr; // entry in the probe, valid in this frame
};

// A widget or key to press automatically, and the frame when it is given up.
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
    std::string text; // the text, as hashes may collide
    std::uint64_t last_frame = 0;
};

// A scrolling area while it is drawn.
struct OpenScroll {
    base::Rect box;
    float* offset = nullptr;
    float from_y = 0; // top of its content
};

// The field being edited.
struct Typing {
    Hash field = 0;
    TextEdit edit;
    std::string before; // restored by Escape
    float scroll = 0;   // screen pixels scrolled, horizontally or vertically
    float goal_x = -1;  // preferred x of the caret while moving vertically
    bool changed = false;
    bool started = false; // started in this frame: the key that started it is not text
    // At a break within a word, the line on which the caret is shown.
    enum class Leans { next, last } leans = Leans::next;
    // The unit of a mouse selection, and the first selected unit.
    enum class Unit { character, word, line } unit = Unit::character;
    std::size_t from = 0, to = 0;
    bool moved = true;         // the caret moved: scroll it into view
    std::int64_t left_out = 0; // characters beyond the limit since the text was last shortened
};

// A field that lost the focus, until it has handled that.
struct LeftField {
    Hash field = 0;
    bool changed = false;
    std::string before; // its text before editing
    std::uint64_t frame = 0;
};

constexpr std::uint64_t returned_frames = 3; // frames for a field to be drawn (again)

// The last entered text of a field, and the text before.
struct HandedWords {
    std::string field, text, before;
    std::uint64_t frame = 0;
};

// A line of text as drawn.
struct DrawnLine {
    std::string text;
    std::string whole; // the full text, if truncated
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
    std::vector<DrawnLine>* drawn_lines = nullptr; // records drawn lines if set
    bool names_at_once = false;                    // places labels synchronously, for tests

    std::vector<Region> regions, before; // of this frame and of the previous one
    // Map nodes of the probe, reused to avoid allocation.
    std::vector<decltype(Probe::widgets)::node_type> spare;
    std::string key;  // buffer for look-ups
    Hash hovered = 0; // widget under the pointer, 0: none
    double hovered_since_s = 0;
    Hash active = 0; // pressed and held widget
    base::Vec2 pressed_at;
    bool dragged = false;
    bool active_seen = false;

    std::string focus;              // focused widget
    bool ring = false;              // whether its ring is shown
    bool focus_new = false;         // given in this frame
    std::string focus_wanted;       // to be focused as soon as it is drawn
    std::uint64_t wanted_frame = 0; // frame of that request
    std::optional<Typing> field;
    bool field_seen = false;
    std::optional<LeftField> left;
    std::optional<HandedWords> handed;   // last
    std::optional<HandedWords> returned; // not saved: to be restored in its field
    std::array<base::Rect, part_count> parts{};
    std::optional<Part> part; // region chosen by F6
    std::optional<Errand> errand;
    std::optional<double> dissolves_s; // start time of the fade of an abrupt change
    std::vector<int> taken;            // key chords consumed in this frame
    bool wheel_taken = false;
    int modifiers = 0; // ImGuiMod_…, at the end of the previous frame's input

    int layer = 0;      // current
    int top_before = 0; // highest of the previous frame
    int top = 0;        // highest of this frame so far
    struct OpenLayer {
        std::string id, focus;
        bool ring = false;
        bool seen = false;
    };
    std::vector<OpenLayer> layers; // open ones, lowest first

    std::optional<Moving> moving; // of this frame
    std::vector<base::Rect> clips;
    std::vector<OpenScroll> scrolls;
    std::unordered_map<Hash, Tween> tweens;
    std::unordered_map<Hash, KnownParagraph> paragraphs;
    std::vector<KnownSkin> skins;
};

// The area of the focused widget if it is drawn and enabled, with the keys it uses.
Region const* focused_region(UiState const& state);

// The region that contains a point.
Part part_of(UiState const& state, base::Vec2 at);

// Moves the focus to the next or previous widget of the top layer.
void walk(UiState& state);

// Ends editing; the field handles it when drawn next.
void leave_field(UiState& state);

base::Rect overlap(base::Rect const& a, base::Rect const& b);

} // namespace ui
