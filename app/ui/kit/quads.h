#pragma once

#include "base/geometry.h"
#include "ui/kit/ui.h"

#include <imgui.h>
#include <imgui_internal.h> // ImDrawListSharedData

#include <algorithm>

namespace ui {

// Adds many rectangles faster than separate calls. No other drawing may be interleaved.
class Quads {
public:
    Quads(Ui& ui, int at_most)
        : list_(*ui.list)
        , white_(ImGui::GetDrawListSharedData()->TexUvWhitePixel)
        , left_(at_most)
    {
        reserve();
    }
    ~Quads() { list_.PrimUnreserve(room_ * 6, room_ * 4); }
    Quads(Quads const&) = delete;
    Quads& operator=(Quads const&) = delete;

    void add(base::Rect const& box, unsigned color) { add(box, white_, white_, color); }
    // With a part of the texture.
    void add(base::Rect const& box, ImVec2 uv0, ImVec2 uv1, unsigned color)
    {
        if (room_ == 0) reserve();
        --room_;
        auto* vertex = list_._VtxWritePtr;
        vertex[0] = {{box.min.x, box.min.y}, uv0, color};
        vertex[1] = {{box.max.x, box.min.y}, {uv1.x, uv0.y}, color};
        vertex[2] = {{box.max.x, box.max.y}, uv1, color};
        vertex[3] = {{box.min.x, box.max.y}, {uv0.x, uv1.y}, color};
        auto* index = list_._IdxWritePtr;
        auto const at = [this](unsigned i) {
            return static_cast<ImDrawIdx>(list_._VtxCurrentIdx + i);
        };
        index[0] = at(0), index[1] = at(1), index[2] = at(2);
        index[3] = at(0), index[4] = at(2), index[5] = at(3);
        list_._VtxWritePtr += 4, list_._IdxWritePtr += 6, list_._VtxCurrentIdx += 4;
    }

private:
    void reserve()
    {
        constexpr int at_once = 4096; // indices have 16 bits
        room_ = std::clamp(left_, 1, at_once);
        left_ -= room_;
        list_.PrimReserve(room_ * 6, room_ * 4);
    }

    ImDrawList& list_;
    ImVec2 white_;
    int left_, room_ = 0; // quads not reserved yet; reserved and unused
};

// Rounds a screen coordinate; faster than std::round for many values.
inline float whole(float v)
{
    constexpr int far_left = 1 << 14; // beyond any screen
    constexpr float half_up = static_cast<float>(far_left) + 0.5F;
    return static_cast<float>(static_cast<int>(v + half_up) - far_left);
}
inline base::Rect whole(base::Rect const& box)
{
    return {{whole(box.min.x), whole(box.min.y)}, {whole(box.max.x), whole(box.max.y)}};
}

} // namespace ui
