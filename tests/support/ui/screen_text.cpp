#include "support/ui/screen_text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace support {
namespace {

struct Rgba {
    double r = 0, g = 0, b = 0, a = 0;
};

Rgba unpacked(ImU32 color)
{
    auto const channel = [&](int shift) { return ((color >> shift) & 0xFFU) / 255.0; };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
            channel(IM_COL32_A_SHIFT)};
}

Rgba texel(ImTextureRef const& reference, double u, double v)
{
    auto const* data = reference._TexData;
    if (!data || !data->Pixels) return {1, 1, 1, 1};
    auto const at = [](double part, int size) {
        return std::clamp(static_cast<int>(part * size), 0, size - 1);
    };
    int const x = at(u, data->Width), y = at(v, data->Height);
    auto const* pixel = data->Pixels + (y * data->Width + x) * data->BytesPerPixel;
    if (data->BytesPerPixel == 1) return {1, 1, 1, pixel[0] / 255.0};
    return {pixel[0] / 255.0, pixel[1] / 255.0, pixel[2] / 255.0, pixel[3] / 255.0};
}

// The colour that a triangle adds at a point; transparent outside it.
Rgba laid_by(std::array<ImDrawVert, 3> const& t, ImTextureRef const& texture, base::Vec2 point)
{
    auto const cross = [](ImVec2 a, ImVec2 b, base::Vec2 p) {
        return static_cast<double>(b.x - a.x) * (p.y - a.y) -
               static_cast<double>(b.y - a.y) * (p.x - a.x);
    };
    double const all = cross(t[0].pos, t[1].pos, {t[2].pos.x, t[2].pos.y});
    if (std::abs(all) < 1e-9) return {};
    double const w0 = cross(t[1].pos, t[2].pos, point) / all,
                 w1 = cross(t[2].pos, t[0].pos, point) / all, w2 = 1 - w0 - w1;
    if (w0 < 0 || w1 < 0 || w2 < 0) return {};
    auto const c0 = unpacked(t[0].col), c1 = unpacked(t[1].col), c2 = unpacked(t[2].col);
    auto const tex = texel(texture, w0 * t[0].uv.x + w1 * t[1].uv.x + w2 * t[2].uv.x,
                           w0 * t[0].uv.y + w1 * t[1].uv.y + w2 * t[2].uv.y);
    return {
        (w0 * c0.r + w1 * c1.r + w2 * c2.r) * tex.r, (w0 * c0.g + w1 * c1.g + w2 * c2.g) * tex.g,
        (w0 * c0.b + w1 * c1.b + w2 * c2.b) * tex.b, (w0 * c0.a + w1 * c1.a + w2 * c2.a) * tex.a};
}

// A triangle of the last frame drawn.
struct Painted {
    std::array<ImDrawVert, 3> corners;
    ImTextureRef texture;
    base::Rect bounds; // bounds within its clip rectangle
    std::size_t list = 0;
    int index = 0; // index of its first vertex in that list
};

// The triangles that intersect `area`, in drawing order.
std::vector<Painted> painted_in(base::Rect const& area)
{
    std::vector<Painted> out;
    auto const& lists = ImGui::GetDrawData()->CmdLists;
    for (int l = 0; l < lists.Size; ++l) {
        auto const& list = *lists[l];
        for (auto const& command : list.CmdBuffer) {
            auto const& clip = command.ClipRect;
            auto const within = ui::overlap(area, {{clip.x, clip.y}, {clip.z, clip.w}});
            if (command.UserCallback || within.min.x >= within.max.x ||
                within.min.y >= within.max.y)
                continue;
            auto const end = static_cast<int>(command.IdxOffset + command.ElemCount);
            auto const* indices = list.IdxBuffer.Data;
            auto const* vertices = list.VtxBuffer.Data + command.VtxOffset;
            for (int i = static_cast<int>(command.IdxOffset); i + 2 < end; i += 3) {
                auto const &a = vertices[indices[i]], &b = vertices[indices[i + 1]],
                           &c = vertices[indices[i + 2]];
                if (std::max({a.pos.x, b.pos.x, c.pos.x}) < within.min.x ||
                    std::min({a.pos.x, b.pos.x, c.pos.x}) > within.max.x ||
                    std::max({a.pos.y, b.pos.y, c.pos.y}) < within.min.y ||
                    std::min({a.pos.y, b.pos.y, c.pos.y}) > within.max.y)
                    continue;
                out.push_back({{a, b, c}, command.TexRef, within, static_cast<std::size_t>(l), i});
            }
        }
    }
    return out;
}

void blend(Rgb& below, Rgba const& c)
{
    below = {below.r + (c.r - below.r) * c.a, below.g + (c.g - below.g) * c.a,
             below.b + (c.b - below.b) * c.a};
}

std::size_t number_of(ImDrawList const* list)
{
    auto const& lists = ImGui::GetDrawData()->CmdLists;
    return static_cast<std::size_t>(std::find(lists.begin(), lists.end(), list) - lists.begin());
}

bool before(Painted const& one, std::size_t list, int index)
{
    return one.list < list || (one.list == list && one.index < index);
}

// The background colour at the point, below the triangles from `index` of `list` on.
Rgb ground_at(base::Vec2 point, std::vector<Painted> const& painted, std::size_t list, int index)
{
    Rgb out;
    for (auto const& one : painted)
        if (before(one, list, index) && one.bounds.contains(point))
            blend(out, laid_by(one.corners, one.texture, point));
    return out;
}

// The share (0..1) of earlier drawing in `area` that later triangles hide.
double hidden_at(base::Vec2 point, std::vector<Painted> const& painted, std::size_t list, int index)
{
    double seen = 1;
    for (auto const& one : painted)
        if (!before(one, list, index) && one.bounds.contains(point))
            seen *= 1 - laid_by(one.corners, one.texture, point).a;
    return 1 - seen;
}

double luminance(Rgb const& c)
{
    auto const linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

SeenText looked_at(ui::DrawnLine const& line)
{
    SeenText out{line, SeenText::Sight::shown, 21};
    auto const middle = line.box.center();
    auto const painted = painted_in(line.box);
    auto const list = number_of(line.list);
    if (!line.clip.contains(middle) || hidden_at(middle, painted, list, line.last) > 0.9) {
        out.sight = SeenText::Sight::covered;
        return out;
    }
    for (double const along : {0.05, 0.35, 0.65, 0.95}) {
        base::Vec2 const point{static_cast<float>(line.box.min.x + line.box.width() * along),
                               std::floor(middle.y) + 0.5F};
        if (!line.clip.contains(point)) continue;
        auto const below = ground_at(point, painted, list, line.first);
        auto ink = below;
        blend(ink, {line.color.r / 255.0, line.color.g / 255.0, line.color.b / 255.0,
                    line.color.a / 255.0});
        out.contrast = std::min(out.contrast, contrast(ink, below));
    }
    return out;
}

} // namespace

double contrast(Rgb const& a, Rgb const& b)
{
    auto const first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<SeenText> texts_of(UiDriver& driver)
{
    std::vector<ui::DrawnLine> lines;
    driver.ui().state->drawn_lines = &lines;
    driver.frame();
    driver.ui().state->drawn_lines = nullptr;
    std::vector<SeenText> out;
    out.reserve(lines.size());
    for (auto const& line : lines) out.push_back(looked_at(line));
    return out;
}

bool is_main(UiDriver& driver, std::string const& id)
{
    auto const box = driver.box(id);
    for (auto const& seen : texts_of(driver))
        if (seen.line.text == driver.label(id) && box.contains(seen.line.box.center()))
            return seen.line.color.r > 200;
    return false;
}

} // namespace support
