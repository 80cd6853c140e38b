#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "i18n/catalogue.h"
#include "ui/kit/fonts.h"
#include "ui/kit/motion.h"
#include "ui/kit/text.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ImDrawList;

// The context handed to every view. Coordinates are screen pixels from the top left; measures of
// the design (1920×1080) go through `px`. Everything is drawn into one window, with one more for
// each layer above it (dialog, menu): what lies under the top layer is neither hovered nor pressed.
//
// A frame:   begin_frame(ui, now_s);  ...draw...;  end_frame(ui);   between ImGui's NewFrame and
// Render. A widget has a stable dotted id ("vote.close"), never its text nor its index; a list adds
// the record's number ("card.12"). Draw in reading order: Tab walks in it, and what is drawn later
// lies on top.
namespace ui {

// A widget as the last frame showed it.
struct Seen {
    base::Rect box; // what is visible of it
    bool hovered = false;
    bool enabled = true;
    bool covered = false; // a layer above, or scrolled out of sight
    bool on = false;      // selected, checked, open
    std::string label;    // what a person reads on it
    std::string value;    // what a field or slider holds
};

// Everything the last frame showed, by widget id. Read by tests, and by whoever wants to read the
// screen out.
struct Probe {
    std::unordered_map<std::string, Seen> widgets;
};

enum class Enabled { yes, no };
inline Enabled enabled_if(bool condition) { return condition ? Enabled::yes : Enabled::no; }

// What is printed, on the keyboard in use, on the keys that are known by another thing than it.
struct KeyCaps {
    std::string larger = "+", smaller = "−"; // with Ctrl: the size of everything
};

// What is copied, in one form: a MIME type ("text/plain", "text/html", "image/png") and its bytes.
struct Copied {
    std::string type, bytes;
};

struct UiState; // what has to be remembered from frame to frame (ui_state.h)

struct Ui {
    Ui();
    ~Ui();
    Ui(Ui const&) = delete;
    Ui& operator=(Ui const&) = delete;

    // Set by whoever owns it.
    board::Palette const* palette = nullptr;
    i18n::Catalogue const* words = nullptr;
    Fonts fonts;
    float scale = 1; // screen pixels for one pixel of the design
    // The same for the bar above, which has to hold its steps at every scale; 0: as the rest.
    float bar_scale = 0;
    float sides = 1; // how much of the rail and of the panel shows, from 1 to 0
    Motion motion = Motion::full;
    // What is selected with the mouse, for the middle button of any window; where the system has
    // such a thing.
    struct Primary {
        std::function<void(std::string const&)> give;
        std::function<std::string()> take;
    } primary;

    // The clipboard in more forms than plain text; where the system has such a thing.
    struct Clipboard {
        std::function<void(std::vector<Copied>)> give; // the richest form first
        std::function<std::optional<std::string>(std::string_view type)> take;
    } clipboard;

    std::function<KeyCaps()> caps; // may be empty

    // Of this frame.
    ImDrawList* list = nullptr; // where to draw: the top layer's while one is being drawn
    double now_s = 0;           // a clock that never goes back
    base::Vec2 size;            // of the screen
    base::Vec2 mouse;
    Probe probe;

    double redraw_until_s = 0; // frames are needed until then, even without an event

    std::unique_ptr<UiState> state;

    [[nodiscard]] float px(float design_pixels) const { return design_pixels * scale; }
    // The same for strokes and borders: whole pixels, at least one, 1.5 being 1 as in browsers.
    [[nodiscard]] float snap(float design_pixels) const;
    [[nodiscard]] board::Palette const& color() const { return *palette; }
    [[nodiscard]] base::Rect screen() const { return {{0, 0}, size}; }

    // The text of `key` in the language of the screen, {0}, {1}… replaced by `args`.
    template <class... Args>
    [[nodiscard]] std::string tr(std::string_view key, Args const&... args) const
    {
        return words->text(key, args...);
    }
    // The form of `key` for `n`.
    [[nodiscard]] std::string trn(std::string_view key, std::int64_t n) const
    {
        return words->plural(key, n);
    }

    void keep_drawing(double seconds);
};

void begin_frame(Ui& ui, double now_s);
void end_frame(Ui& ui);

// What a person does to a part of the screen.
struct Touch {
    bool hovered = false;
    bool pressed = false;  // the button went down on it in this frame
    bool held = false;     // and is still down, wherever the pointer is now
    bool released = false; // held until this frame
    bool clicked = false;  // pressed and released on it, or Enter or Space while it has the ring
    bool double_clicked = false;
    bool right_clicked = false; // or Shift+F10, or the menu key
    bool dragged = false;       // held and moved by more than a few pixels since it was pressed
    bool focused = false;       // has the keyboard, and shows its ring
    base::Vec2 drag;            // from where it was pressed to the pointer, while held or released
};

enum class Role {
    area,   // not reached by Tab (a canvas, a drop zone)
    button, // Enter and Space press it
    slider, // and the arrow keys are its own while it has the ring
    field   // and so is everything typed
};

// Makes `box` a part of the screen that can be hovered, pressed, dragged and reached by Tab, and
// records it in the probe. Every widget stands on it; views use it for what is theirs (cards,
// chips, rows, handles).
Touch touch(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
            Enabled enabled = Enabled::yes, Role role = Role::button);

// Adds to what the probe knows of a widget just touched.
enum class On { no, yes };
void probe_value(Ui& ui, std::string_view id, std::string_view value);
void probe_on(Ui& ui, std::string_view id, On on);

// Is the pointer over `box`, in the layer being drawn and within the clip? For the wheel, drops,
// tooltips.
bool pointer_over(Ui const& ui, base::Rect const& box);

// The 3 px ring of what has the keyboard, around `box`.
void focus_ring(Ui& ui, base::Rect const& box, float radius);

// Gives the keyboard to a widget as soon as it is drawn; to none when `id` is empty.
void focus(Ui& ui, std::string_view id);
// The id of the widget with the ring, or empty.
std::string const& focused_id(Ui const& ui);

// The parts of a screen, in reading order. Tab walks them one after the other, F6 goes from one to
// the next.
enum class Part { bar, rail, main, panel };
inline constexpr std::size_t part_count = 4;
// Where they lie in this frame; a widget is in the first of bar, rail, panel and main that holds
// its middle.
void lay_parts(Ui& ui, std::array<base::Rect, part_count> const& parts);
enum class Way { on, back };
// Gives the keyboard to the first widget of the next part that has one, or of the one before.
// `main` may also be the board's own: none has the keyboard there, and what F6 came to is said by
// `part_by_keys`.
enum class Board { no, yes };
Part next_part(Ui& ui, Way way, Board main);
// Gives the keyboard to the nearest widget of the main part in that direction; to `first` when none
// has it.
void focus_towards(Ui& ui, base::Vec2 way, std::string_view first);
// The part that F6 came to, as long as the keyboard is on no widget and nothing was pressed.
std::optional<Part> part_by_keys(Ui const& ui);

// Presses a widget, or a key, as soon as no layer lies above: what a list of commands does for the
// person. Given up when no widget of that id, or nobody who wants that key, shows within a few
// frames.
void press(Ui& ui, std::string_view id);
void press_key(Ui& ui, int key_chord);

// Someone is typing into a field: letters are text, not shortcuts.
bool typing(Ui const& ui);

// Was this key (ImGuiKey, with ImGuiMod_… added) pressed for the layer being drawn? Not while
// typing, unless it is a function key, Escape or a Ctrl chord that fields do not use; not when the
// widget with the ring wants it. It is then taken: asking again in the same frame says no. `repeat`
// for keys held down.
enum class Repeat { no, yes };
bool shortcut(Ui& ui, int key_chord, Repeat repeat = Repeat::no);

// Which digit from `first` to `last` was pressed with `mods` (ImGuiMod_…), with Shift or without:
// where the digit row writes signs, people hold Shift. What is asked for with Shift and a digit is
// asked before.
std::optional<int> digit(Ui& ui, int first, int last, int mods = 0);

// Was this character written, whatever its keys are on this keyboard, while no field was being
// typed into? It is then taken.
bool written(Ui& ui, char32_t character);

// Parts of the screen that are cut off at `box`, for drawing and for the pointer.
class Clip {
public:
    Clip(Ui& ui, base::Rect const& box);
    ~Clip();
    Clip(Clip const&) = delete;
    Clip& operator=(Clip const&) = delete;

private:
    Ui& ui_;
};

// A layer above everything drawn so far, from its construction to its destruction. `id` names it
// from frame to frame; the keyboard starts afresh in it and comes back when it closes.
class Layer {
public:
    Layer(Ui& ui, std::string_view id);
    ~Layer();
    Layer(Layer const&) = delete;
    Layer& operator=(Layer const&) = delete;

private:
    Ui& ui_;
    ImDrawList* below_;
};

// Is any layer open above the board?
bool layer_open(Ui const& ui);

} // namespace ui
