#pragma once

#include "model/document.h"
#include "ui/kit/ui.h"

#include <imgui.h>

#include <array>
#include <optional>
#include <vector>

namespace ui {

// An arrow key as a direction on a matrix.
struct MatrixArrow {
    int key, opportunity, risk;
};
inline constexpr std::array matrix_arrows{
    MatrixArrow{ImGuiKey_UpArrow, 1, 0}, MatrixArrow{ImGuiKey_DownArrow, -1, 0},
    MatrixArrow{ImGuiKey_LeftArrow, 0, -1}, MatrixArrow{ImGuiKey_RightArrow, 0, 1}};

// The index in `axes` of the axis with the digit pressed, 1 to 9.
std::optional<std::size_t> axis_pressed(Ui& ui, model::Document const& doc,
                                        std::vector<model::AxisId> const& axes);

} // namespace ui
