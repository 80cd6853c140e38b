#include "ui/kit/motion.h"

#include "ui/kit/ui_state.h"

#include <algorithm>
#include <cmath>

namespace ui {

float eased(Ease ease, float t)
{
    t = std::clamp(t, 0.0F, 1.0F);
    switch (ease) {
    case Ease::linear: return t;
    case Ease::out_cubic: return 1 - std::pow(1 - t, 3.0F);
    case Ease::in_out_cubic: return t < 0.5F ? 4 * t * t * t : 1 - std::pow(-2 * t + 2, 3.0F) / 2;
    case Ease::out_quint: return 1 - std::pow(1 - t, 5.0F);
    }
    return t;
}

float progress(Ui& ui, double start_s, float ms, Ease ease)
{
    if (ui.motion == Motion::reduced || ms <= 0) return 1;
    auto const t = static_cast<float>((ui.now_s - start_s) * 1000) / ms;
    if (t < 1) ui.keep_drawing(0.02);
    return eased(ease, t);
}

void dissolve(Ui& ui)
{
    if (ui.motion != Motion::reduced) return;
    ui.state->dissolves_s = ui.now_s;
    ui.keep_drawing(0.02);
}

float dissolving(Ui& ui)
{
    auto& since = ui.state->dissolves_s;
    if (!since) return 0;
    auto const t = static_cast<float>((ui.now_s - *since) * 1000) / span_ms::dissolve;
    if (t >= 1) {
        since.reset();
        return 0;
    }
    ui.keep_drawing(0.02);
    return 1 - eased(Ease::linear, t);
}

float follow(Ui& ui, std::string_view id, float target, float ms, Ease ease)
{
    auto& state = *ui.state;
    auto const [entry, is_new] = state.tweens.try_emplace(hash_of(id));
    auto& tween = entry->second;
    // A value not drawn in the previous frame starts at its target: nothing animates while hidden.
    if (is_new || tween.last_frame + 1 < state.frame)
        tween = {target, target, ui.now_s - static_cast<double>(ms), state.frame};
    tween.last_frame = state.frame;
    auto const at = [&] {
        return tween.from + (tween.to - tween.from) * progress(ui, tween.start_s, ms, ease);
    };
    if (tween.to != target) {
        tween.from = at();
        tween.to = target;
        tween.start_s = ui.now_s;
    }
    return at();
}

} // namespace ui
