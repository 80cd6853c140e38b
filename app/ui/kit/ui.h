#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "i18n/catalogue.h"
#include "pictures/icons.h"
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

// The context passed to every view. Coordinates are screen pixels from the top left; design pixels
// (1920×1080) are converted by `px`. Everything is drawn into one window, with one more for each
// layer (dialog, menu); only the top layer gets input.
//
// A frame: begin_frame(ui, now_s); ...draw...; end_frame(ui); between ImGui's NewFrame and Render.
// A widget has a permanent dotted id ("vote.close"), never its text or index; in lists with the
// record's number ("card.12"). Draw in reading order: Tab follows it, and later drawing is on top.
namespace ui {

namespace icon = pictures::icon;

// A widget in the last frame.
struct Seen {
    base::Rect box; // its visible part
    bool hovered = false;
    bool enabled = true;
    bool covered = false; // below a layer, or scrolled out of sight
    bool on = false;      // selected, checked, open
    bool acts = false;    // a press does something: not an area that only tells
    std::string label;    // its text
    std::string value;    // contents of a field or slider
};

// All widgets of the last frame, by id. For tests and screen readers.
struct Probe {
    std::unordered_map<std::string, Seen> widgets;
};

enum class Enabled { yes, no };
inline Enabled enabled_if(bool condition) { return condition ? Enabled::yes : Enabled::no; }

// Labels of keys that depend on the keyboard layout.
struct KeyCaps {
    std::string larger = "+", smaller = "−"; // with Ctrl: change the size of the interface
};

// A format of copied data: a MIME type ("text/plain", "text/html", "image/png") and its bytes.
struct Copied {
    std::string type, bytes;
};

// Who looks at the window. The room's window shows a step without rail, panel and whatever else is
// for the facilitator.
enum class Audience { facilitator, room };

struct UiState; // state between frames (ui_state.h)

struct Ui {
    Ui();
    ~Ui();
    Ui(Ui const&) = delete;
    Ui& operator=(Ui const&) = delete;

    // Set by the owner.
    board::Palette const* palette = nullptr;
    i18n::Catalogue const* words = nullptr;
    Fonts fonts;
    float scale = 1; // screen pixels per design pixel
    // The scale of the top bar, which must fit all steps; 0: as `scale`.
    float bar_scale = 0;
    float sides = 1; // visible share of rail and panel, 0 to 1
    Motion motion = Motion::full;
    Audience audience = Audience::facilitator;
    // X11's primary selection: text selected with the mouse, pasted with the middle button.
    struct Primary {
        std::function<void(std::string const&)> give;
        std::function<std::string()> take;
    } primary;

    // The clipboard with several formats, if the system has it.
    struct Clipboard {
        std::function<void(std::vector<Copied>)> give; // richest format first
        std::function<std::optional<std::string>(std::string_view type)> take;
    } clipboard;

    std::function<KeyCaps()> caps; // may be empty

    // Set for each frame.
    ImDrawList* list = nullptr; // where to draw: the list of the current layer
    double now_s = 0;           // monotonic clock
    base::Vec2 size;            // of the screen
    base::Vec2 mouse;
    Probe probe;

    double redraw_until_s = 0; // frames are needed until then, without input

    std::unique_ptr<UiState> state;

    [[nodiscard]] float px(float design_pixels) const { return design_pixels * scale; }
    // For strokes and borders: rounded down to whole pixels, at least one, as in browsers (1.5
    // becomes 1).
    [[nodiscard]] float snap(float design_pixels) const;
    [[nodiscard]] board::Palette const& color() const { return *palette; }
    [[nodiscard]] base::Rect screen() const { return {{0, 0}, size}; }

    // The text of `key` in the interface's language, with {0}, {1}… replaced by `args`.
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

// The interaction with a widget in this frame.
struct Touch {
    bool hovered = false;
    bool pressed = false;  // pressed in this frame
    bool held = false;     // pressed and not released, wherever the pointer is
    bool released = false; // released in this frame
    bool clicked = false;  // pressed and released on it; or Enter or Space with focus
    bool double_clicked = false;
    bool right_clicked = false; // or Shift+F10, or the menu key
    bool dragged = false;       // held and moved by more than a few pixels
    bool focused = false;       // has the keyboard focus, with its ring
    base::Vec2 drag;            // from the press to the pointer, while held or released
};

enum class Role {
    area,   // skipped by Tab (a canvas, a drop zone)
    button, // Enter and Space press it
    slider, // and uses the arrow keys while focused
    field   // and takes all typed text
};

// Makes `box` an interactive area: hover, press, drag, Tab; recorded in the probe. All widgets use
// it, and views for their own elements (cards, chips, rows, handles).
Touch touch(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
            Enabled enabled = Enabled::yes, Role role = Role::button);

// Adds data to the probe's entry of the last widget.
enum class On { no, yes };
void probe_value(Ui& ui, std::string_view id, std::string_view value);
void probe_on(Ui& ui, std::string_view id, On on);

// Whether the widget is being pressed, as of the previous frame.
bool held(Ui const& ui, std::string_view id);
// Whether the pointer is over `box`, in the current layer and within the clip. For wheel, drops and
// tooltips.
bool pointer_over(Ui const& ui, base::Rect const& box);

// The 3 px focus ring around `box`.
void focus_ring(Ui& ui, base::Rect const& box, float radius);

// Gives the focus to a widget as soon as it is drawn; an empty id removes the focus.
void focus(Ui& ui, std::string_view id);
// The id of the focused widget, or empty.
std::string const& focused_id(Ui const& ui);

// The regions of a screen in reading order. Tab goes through them in turn, F6 to the next one.
enum class Part { bar, rail, main, panel };
inline constexpr std::size_t part_count = 4;
// Sets their areas in this frame; a widget belongs to the first of bar, rail, panel and main that
// contains its centre.
void lay_parts(Ui& ui, std::array<base::Rect, part_count> const& parts);
enum class Way { on, back };
// Gives the focus to the first widget of the next or previous region that has one. `main` may
// handle keys itself without a focused widget: see `part_by_keys`.
enum class Board { no, yes };
Part next_part(Ui& ui, Way way, Board main);
// Gives the focus to the nearest widget of the main region in that direction; to `first` if none
// has it.
void focus_towards(Ui& ui, base::Vec2 way, std::string_view first);
// The region that F6 selected, while no widget has the focus and nothing was pressed.
std::optional<Part> part_by_keys(Ui const& ui);

// Presses a widget, or a key, as soon as no layer is open; for lists of commands. Given up when the
// widget or key is not available within a few frames.
void press(Ui& ui, std::string_view id);
void press_key(Ui& ui, int key_chord);

// Whether a field is being edited, so that letters are text and not shortcuts.
bool typing(Ui const& ui);

// Whether this key (ImGuiKey, with ImGuiMod_…) was pressed for the current layer. While a field is
// edited, only for function keys, Escape and Ctrl chords that fields do not use; not when the
// focused widget uses the key. Consumes the key: a second call in the frame returns false.
// `repeat`: also for held keys.
enum class Repeat { no, yes };
bool shortcut(Ui& ui, int key_chord, Repeat repeat = Repeat::no);

// The digit from `first` to `last` pressed with `mods` (ImGuiMod_…), with or without Shift, as some
// layouts need Shift for digits. Check shortcuts with Shift and a digit first.
std::optional<int> digit(Ui& ui, int first, int last, int mods = 0);

// Whether this character was typed, by any keys, outside of fields. Consumes it.
bool written(Ui& ui, char32_t character);

// Clips drawing and input to `box` until the end of the block.
class Clip {
public:
    Clip(Ui& ui, base::Rect const& box);
    ~Clip();
    Clip(Clip const&) = delete;
    Clip& operator=(Clip const&) = delete;

private:
    Ui& ui_;
};

// A layer above everything drawn so far, until the end of the block. `id`: permanent name; the
// focus starts anew in it and returns when it closes.
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

// Whether a layer is open.
bool layer_open(Ui const& ui);

} // namespace ui
