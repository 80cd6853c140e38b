#pragma once

#include "ui/kit/paint.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets/chips.h"

#include <span>
#include <string>
#include <string_view>

// The controls. Each takes its permanent id, its box in screen pixels and its label, draws itself
// in its state (hover, press, focus, disabled) and returns what the user did.
namespace ui {

// --- buttons
// ---------------------------------------------------------------------------------------------

constexpr float disabled_alpha = 0.38F; // of a control that cannot be used

enum class Rank { primary, secondary, quiet, tinted, warning, danger };

struct ButtonLook {
    Rank rank = Rank::secondary;
    unsigned icon = 0;           // left of the text, 0: none
    unsigned icon_right = 0;     // right of it
    std::string_view key = {};   // shortcut hint, at the right
    float radius = 12;           // design pixels
    Align align = Align::centre; // of what is in it
};

// Fills `box`. Heights: 44 small, 48, 60 main (larger text).
bool button(Ui& ui, std::string_view id, base::Rect const& box, std::string_view text,
            ButtonLook const& look = {}, Enabled enabled = Enabled::yes);
// The width of a button of `height` design pixels, in screen pixels.
float button_width(Ui const& ui, std::string_view text, ButtonLook const& look = {},
                   float height = 48);

// A button with an icon only. `label`: its function, as tooltip. `quiet`: no border.
bool icon_button(Ui& ui, std::string_view id, base::Rect const& box, unsigned icon,
                 std::string_view label, Rank rank = Rank::quiet, Enabled enabled = Enabled::yes);

// --- choices
// ---------------------------------------------------------------------------------------------

// 54×32 design pixels, top left at `at`. True when `on` changed.
bool toggle(Ui& ui, std::string_view id, base::Vec2 at, std::string_view label, bool& on,
            Enabled enabled = Enabled::yes);
// A row with its label at the left and a toggle at the right of `box`; the whole row can be
// pressed.
bool toggle_row(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                bool& on, Enabled enabled = Enabled::yes);

struct SliderRange {
    float least = 0, most = 1;
    float step = 0.1F; // of the arrow keys; values are rounded to it
    float neutral = 0; // marked by a tick; set by a double-click
    enum class Tick { none, shown } tick = Tick::none;
};
enum class Slide { none, moving, done }; // done: released, or changed by a key
Slide slider(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
             float& value, SliderRange const& range, Enabled enabled = Enabled::yes);

// FR | EN: one of few choices, side by side in `box`. Ids are id.0, id.1… True when `chosen`
// changed.
bool segmented(Ui& ui, std::string_view id, base::Rect const& box,
               std::span<std::string_view const> labels, std::size_t& chosen,
               Enabled enabled = Enabled::yes);

// A radio card: disc, title, text below. Returns true when pressed.
bool choice_card(Ui& ui, std::string_view id, base::Rect const& box, std::string_view title,
                 std::string_view text, On chosen, Enabled enabled = Enabled::yes);

// − value +, at least 44 design pixels high. Ids are id.minus, id.plus. True when `value` changed.
// `unsaid`: in place of 0, where that means that nobody gave the number.
bool number_stepper(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                    int& value, int least, int most, Enabled enabled = Enabled::yes,
                    std::string_view unsaid = {});

// --- the frame's own
// -------------------------------------------------------------------------------------

enum class StepState { done, current, next, plain };
// One step of the step bar (its background, `sunken`, height 54, is drawn first). Height 44; width
// step_width; true when pressed.
bool step(Ui& ui, std::string_view id, base::Vec2 at, int number, std::string_view label,
          StepState state, Enabled enabled = Enabled::yes);
float step_width(Ui const& ui, std::string_view label, StepState state);

// An icon above its label: 75×68 design pixels.
bool rail_item(Ui& ui, std::string_view id, base::Rect const& box, unsigned icon,
               std::string_view label, On selected, Enabled enabled = Enabled::yes);

// The tab of an axis: badge, name on two lines, a tick when every case is placed. 229×81 design
// pixels.
enum class Complete { no, yes };
bool axis_tab(Ui& ui, std::string_view id, base::Rect const& box, int place, std::string_view name,
              On selected, Complete complete);

// --- fields
// ----------------------------------------------------------------------------------------------

enum class Edit { none, changed, submitted, cancelled, left };
struct FieldLook {
    std::string_view hint = {};
    Type type = type::label;
    unsigned icon = 0;                                        // at the left, 0: none
    enum class Frame { boxed, bare } frame = Frame::boxed;    // bare: without a box
    enum class After { leaves, stays } after = After::leaves; // Enter: the focus leaves, or stays
    std::size_t most_bytes = 0;                               // 0: no limit
};
// A one-line field. `submitted` on Enter, `cancelled` on Escape (the text is restored), `left` when
// the focus moves after a change, `changed` while typing. `label`: for the probe.
Edit text_field(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                std::string& text, FieldLook const& look = {}, Enabled enabled = Enabled::yes);
// A multi-line field. Enter inserts a line, Ctrl+Enter submits; with `enter_submits` Enter submits
// and Shift+Enter inserts a line.
enum class Enter { makes_line, submits };
Edit text_area(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
               std::string& text, FieldLook const& look = {}, Enter enter = Enter::makes_line,
               Enabled enabled = Enabled::yes);

// --- layers
// ----------------------------------------------------------------------------------------------

struct MenuItem {
    std::string_view id;
    std::string_view label;
    unsigned icon = 0;
    std::string_view key = {}; // shortcut, at the right
    Enabled enabled = Enabled::yes;
    enum class Kind { action, chosen, heading, rule } kind = Kind::action;
};
struct MenuAnswer {
    std::string_view id; // of the chosen item, or empty
    bool closed = false; // chosen, Escape, or a press outside: stop showing it
};
// A menu attached to `anchor`, kept on the screen. Draw it last, in every frame while open. Arrow
// keys move, Enter chooses.
MenuAnswer menu(Ui& ui, std::string_view id, base::Rect const& anchor,
                std::span<MenuItem const> items, Align align = Align::left);

// A popover with custom content, drawn into `content()` until destroyed.
class Popover {
public:
    // `size` in screen pixels, content inset by 16 design pixels.
    Popover(Ui& ui, std::string_view id, base::Rect const& anchor, base::Vec2 size,
            Align align = Align::left);
    [[nodiscard]] base::Rect const& content() const { return content_; }
    [[nodiscard]] bool closed() const { return closed_; } // Escape, or a press outside

private:
    Layer layer_;
    base::Rect content_;
    bool closed_ = false;
};

// A modal dialog in the centre: title, a body for the caller, a footer for buttons.
class Dialog {
public:
    // `size` in screen pixels; limited to the screen.
    Dialog(Ui& ui, std::string_view id, base::Vec2 size, std::string_view title);
    [[nodiscard]] base::Rect const& body() const { return body_; }
    // A row of buttons at the bottom, 48 design pixels high.
    [[nodiscard]] base::Rect const& footer() const { return footer_; }
    [[nodiscard]] bool dismissed() const { return dismissed_; } // Escape, or its × (id + ".close")

private:
    Layer layer_;
    base::Rect body_, footer_;
    bool dismissed_ = false;
};

// Enter without a focused widget, or Ctrl+Enter: the main action of a dialog. Call beside its
// button.
bool confirmed(Ui& ui, Enabled enabled = Enabled::yes);

// A text at the pointer or below a widget; above everything, without input.
void tooltip(Ui& ui, base::Rect const& anchor, std::string_view text);

enum class Tone { info, warn, error };
// A bar with an icon, a text and × (id + ".close"). True when closed. Its height is notice_height.
bool notice(Ui& ui, std::string_view id, base::Rect const& box, Tone tone, std::string_view text);
float notice_height(Ui& ui, std::string_view text, float width);

// --- scrolling
// -------------------------------------------------------------------------------------------

// The state of a scrolling area.
struct Scroll {
    float offset = 0; // screen pixels scrolled
};

// Clips to `box` until the end of the block. Draw from `top()` down, and set `content_height`
// before the end. Scrolled by the wheel and a thin bar (id + ".bar").
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, base::Rect const& box, Scroll& scroll);
    ~ScrollArea();
    ScrollArea(ScrollArea const&) = delete;
    ScrollArea& operator=(ScrollArea const&) = delete;
    [[nodiscard]] float top() const { return box_.min.y - scroll_.offset; }
    void content_height(float pixels) { height_ = pixels; }
    // Scrolls to make `from_y` to `to_y` (screen) visible, from the next frame on.
    void show(float from_y, float to_y);

private:
    Ui& ui_;
    std::string id_;
    base::Rect box_;
    Scroll& scroll_;
    Clip clip_;
    float height_ = 0;
};

} // namespace ui
