#pragma once

#include <imgui.h>

#include <array>

namespace ui {

// An arrow key, and which way it moves what lies on a matrix.
struct MatrixArrow {
    int key, opportunity, risk;
};
inline constexpr std::array matrix_arrows{
    MatrixArrow{ImGuiKey_UpArrow, 1, 0}, MatrixArrow{ImGuiKey_DownArrow, -1, 0},
    MatrixArrow{ImGuiKey_LeftArrow, 0, -1}, MatrixArrow{ImGuiKey_RightArrow, 0, 1}};

} // namespace ui
