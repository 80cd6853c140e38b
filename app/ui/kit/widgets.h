#pragma once

#include "ui/kit/chips.h"
#include "ui/kit/paint.h"
#include "ui/kit/ui.h"

#include <span>
#include <string>
#include <string_view>

// The controls of the design. Each takes its stable id, its place in screen pixels and what it
// says, draws itself in its state (hover, press, ring, disabled) and returns what the person did.
namespace ui {

// --- buttons
// ---------------------------------------------------------------------------------------------

enum class Rank { primary, secondary, quiet, tinted, warning, danger };

struct ButtonLook {
    Rank rank = Rank::secondary;
    unsigned icon = 0;           // left of the text, 0: none
    unsigned icon_right = 0;     // right of it
    std::string_view key = {};   // keyboard hint, at the right
    float radius = 12;           // design pixels
    Align align = Align::centre; // of what is in it
};

// Fills `box`. Heights of the design: 44 small, 48, 60 main (its text is then larger).
bool button(Ui& ui, std::string_view id, base::Rect const& box, std::string_view text,
            ButtonLook const& look = {}, Enabled enabled = Enabled::yes);
// How wide a button of `height` design pixels wants to be, in screen pixels.
float button_width(Ui const& ui, std::string_view text, ButtonLook const& look = {},
                   float height = 48);

// An icon alone. `label` is what it does: read out, and shown as a tooltip. `quiet` has no border.
bool icon_button(Ui& ui, std::string_view id, base::Rect const& box, unsigned icon,
                 std::string_view label, Rank rank = Rank::quiet, Enabled enabled = Enabled::yes);

// --- choices
// ---------------------------------------------------------------------------------------------

// 54×32 design pixels, its top left at `at`. True when it was turned; `on` is then changed.
bool toggle(Ui& ui, std::string_view id, base::Vec2 at, std::string_view label, bool& on,
            Enabled enabled = Enabled::yes);
// A row with its label at the left and the toggle at the right of `box`; the whole row answers.
bool toggle_row(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                bool& on, Enabled enabled = Enabled::yes);

struct SliderRange {
    float least = 0, most = 1;
    float step = 0.1F; // of the arrow keys, and what values are rounded to
    float neutral = 0; // marked by a tick; double-click returns to it
    enum class Tick { none, shown } tick = Tick::none;
};
enum class Slide { none, moving, done }; // `done`: let go, or moved by a key
Slide slider(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
             float& value, SliderRange const& range, Enabled enabled = Enabled::yes);

// FR | EN: one of a few, side by side in `box`. Ids are id.0, id.1… Returns true when `chosen`
// changed.
bool segmented(Ui& ui, std::string_view id, base::Rect const& box,
               std::span<std::string_view const> labels, std::size_t& chosen,
               Enabled enabled = Enabled::yes);

// A card that is chosen or not, among others: radio disc, title, text below. Returns true when
// pressed.
bool choice_card(Ui& ui, std::string_view id, base::Rect const& box, std::string_view title,
                 std::string_view text, On chosen, Enabled enabled = Enabled::yes);

// − value +, 44 design pixels high or more. Ids are id.minus, id.plus. True when `value` changed.
bool number_stepper(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                    int& value, int least, int most, Enabled enabled = Enabled::yes);

// --- the frame's own
// -------------------------------------------------------------------------------------

enum class StepState { done, current, next, plain };
// One step of the capsule (draw the capsule first: `sunken`, height 54). Height 44; returns true
// when pressed. Its width is step_width.
bool step(Ui& ui, std::string_view id, base::Vec2 at, int number, std::string_view label,
          StepState state, Enabled enabled = Enabled::yes);
float step_width(Ui const& ui, std::string_view label, StepState state);

// An icon over its label: 75×68 design pixels.
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
    unsigned icon = 0;                                     // at the left, 0: none
    enum class Frame { boxed, bare } frame = Frame::boxed; // bare: the text alone fills the box
    enum class After {
        leaves,
        stays
    } after = After::leaves;    // Enter: the keyboard leaves it, or stays
    std::size_t most_bytes = 0; // 0: no limit
};
// One line. `submitted` on Enter, `cancelled` on Escape (the text is put back), `left` when the
// keyboard goes elsewhere after a change, `changed` while typing. `label` names it for the probe.
Edit text_field(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
                std::string& text, FieldLook const& look = {}, Enabled enabled = Enabled::yes);
// Several lines, wrapped. Enter makes a line, Ctrl+Enter submits; with `enter_submits` Enter
// submits and Shift+Enter makes a line.
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
    std::string_view key = {}; // shortcut shown at the right
    Enabled enabled = Enabled::yes;
    enum class Kind { action, chosen, heading, rule } kind = Kind::action;
};
struct MenuAnswer {
    std::string_view id; // of the item chosen, or empty
    bool closed = false; // chosen, Escape, or a press elsewhere: stop showing it
};
// A menu hanging from `anchor`, kept on the screen. Draw it last, in every frame while it is open.
// Arrows walk it, Enter chooses.
MenuAnswer menu(Ui& ui, std::string_view id, base::Rect const& anchor,
                std::span<MenuItem const> items, Align align = Align::left);

// A popover with a content of one's own: constructed, then drawn into `content()`, until destroyed.
class Popover {
public:
    // `size` in screen pixels, content inset by 16 design pixels.
    Popover(Ui& ui, std::string_view id, base::Rect const& anchor, base::Vec2 size,
            Align align = Align::left);
    [[nodiscard]] base::Rect const& content() const { return content_; }
    [[nodiscard]] bool closed() const { return closed_; } // Escape, or a press elsewhere

private:
    Layer layer_;
    base::Rect content_;
    bool closed_ = false;
};

// A dialog in the middle of the screen, above a veil: title, a body for the caller, a footer for
// its buttons.
class Dialog {
public:
    // `size` in screen pixels; it is made smaller where the screen is.
    Dialog(Ui& ui, std::string_view id, base::Vec2 size, std::string_view title);
    [[nodiscard]] base::Rect const& body() const { return body_; }
    // A row of buttons, 48 design pixels high, at the foot.
    [[nodiscard]] base::Rect const& footer() const { return footer_; }
    [[nodiscard]] bool dismissed() const { return dismissed_; } // Escape, or its × (id + ".close")

private:
    Layer layer_;
    base::Rect body_, footer_;
    bool dismissed_ = false;
};

// Enter where no widget has the keyboard, or Ctrl+Enter: the main action of a dialog. Asked beside
// its button.
bool confirmed(Ui& ui, Enabled enabled = Enabled::yes);

// What a sentence at the pointer or under a widget says; drawn above everything, touched by
// nothing.
void tooltip(Ui& ui, base::Rect const& anchor, std::string_view text);

enum class Tone { info, warn, error };
// A strip with an icon, a sentence and × (id + ".close"). True when closed. Its height is
// notice_height.
bool notice(Ui& ui, std::string_view id, base::Rect const& box, Tone tone, std::string_view text);
float notice_height(Ui& ui, std::string_view text, float width);

// --- scrolling
// -------------------------------------------------------------------------------------------

// What a view keeps of an area that scrolls.
struct Scroll {
    float offset = 0; // screen pixels hidden above
};

// From construction to destruction what is drawn is cut at `box`. Draw from `top()` down and say
// the height with `content_height` before it ends. The wheel, and a thin bar that can be dragged
// (id + ".bar").
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, base::Rect const& box, Scroll& scroll);
    ~ScrollArea();
    ScrollArea(ScrollArea const&) = delete;
    ScrollArea& operator=(ScrollArea const&) = delete;
    [[nodiscard]] float top() const { return box_.min.y - scroll_.offset; }
    void content_height(float pixels) { height_ = pixels; }
    // Brings what lies from `from_y` to `to_y` on the screen into sight, from the next frame on.
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
