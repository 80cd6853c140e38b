#include "ui/paint/matrix_keys.h"

#include <algorithm>

namespace ui {

std::optional<std::size_t> axis_pressed(Ui& ui, model::Document const& doc,
                                        std::vector<model::AxisId> const& axes)
{
    auto const pressed = digit(ui, 1, 9);
    if (!pressed) return std::nullopt;
    auto const it = std::ranges::find(
        axes, *pressed, [&](model::AxisId id) { return model::get<model::Axis>(doc, id).place; });
    if (it == axes.end()) return std::nullopt;
    return static_cast<std::size_t>(it - axes.begin());
}

} // namespace ui
