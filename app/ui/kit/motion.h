#pragma once

#include <string_view>

// Durations (milliseconds) and easing of animations. Reduced motion sets all durations to 0, except
// `dissolve`.
namespace ui {

struct Ui;

enum class Motion { full, reduced };
enum class Ease { linear, out_cubic, in_out_cubic, out_quint };

namespace span_ms {
inline constexpr float hover = 90;    // hover and press
inline constexpr float popover = 140; // popover, toggle, tab underline
inline constexpr float drop = 180;    // card drop, snap, merge
inline constexpr float settle = 420;  // a chip moving to the room's median
inline constexpr float reorder = 260; // rows of a ranking
inline constexpr float reveal = 600;  // bars of a result
inline constexpr float stagger = 40;  // delay between two of them
inline constexpr float camera = 320;  // fit, change of axis
inline constexpr float sides = 180;   // rail and panel in room mode
inline constexpr float dissolve = 90; // the only one with reduced motion
} // namespace span_ms

// The eased value at `t`; both 0 to 1, `t` is clamped.
float eased(Ease ease, float t);

// Animates the value `id` towards `target`: equal to it at first; after a change it moves there in
// `ms` from its present value. Requests frames as needed. Ids are independent of widgets' ids.
float follow(Ui& ui, std::string_view id, float target, float ms, Ease ease = Ease::out_cubic);

// Announces an abrupt change (step, axis, camera). With reduced motion it fades in briefly;
// otherwise nothing happens.
void dissolve(Ui& ui);
// The remaining cover of that fade, 1 to 0. Requests frames as needed.
float dissolving(Ui& ui);

// The progress, 0 to 1, of an animation started at `start_s` (clock of Ui); 1 with reduced motion.
// Requests frames as needed.
float progress(Ui& ui, double start_s, float ms, Ease ease = Ease::out_cubic);

} // namespace ui
