#pragma once

#include <string_view>

// How long things take and how they move (milliseconds). Reduced motion turns every one of them to
// nothing.
namespace ui {

struct Ui;

enum class Motion { full, reduced };
enum class Ease { linear, out_cubic, in_out_cubic, out_quint };

namespace span_ms {
inline constexpr float hover = 90;    // hover and press
inline constexpr float popover = 140; // popover, toggle, tab underline
inline constexpr float drop = 180;    // card drop, snap, merge
inline constexpr float settle = 420;  // chip to the middle of the room
inline constexpr float reorder = 260; // rows of a ranking
inline constexpr float reveal = 600;  // bars of a result
inline constexpr float stagger = 40;  // between two of them
inline constexpr float camera = 320;  // fit, change of axis
inline constexpr float sides = 180;   // rail and panel of the room mode
inline constexpr float dissolve = 90; // all that is left with reduced motion
} // namespace span_ms

// Where an eased movement is at `t`; both go from 0 to 1, `t` outside is clamped.
float eased(Ease ease, float t);

// The value called `id` on its way to `target`: at it at once the first time, later travelling
// there in `ms` from wherever it was. Asks for the frames it needs. Ids are the caller's, apart
// from widgets' ids.
float follow(Ui& ui, std::string_view id, float target, float ms, Ease ease = Ease::out_cubic);

// What is shown jumps: another step, another axis, the board elsewhere. With reduced motion it
// comes up in a short dissolve, in place of any movement; otherwise nothing happens.
void dissolve(Ui& ui);
// How much of it is still covered, 1 to 0. Asks for the frames it needs.
float dissolving(Ui& ui);

// How far along, 0 to 1, a movement begun at `start_s` (on the ui's clock) is; 1 with reduced
// motion. Asks for the frames it needs.
float progress(Ui& ui, double start_s, float ms, Ease ease = Ease::out_cubic);

} // namespace ui
