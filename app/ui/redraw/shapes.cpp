#include "ui/redraw/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr int parts = 64;             // subpixel resolution of positions
constexpr int hides_from = 96 * 1024; // smallest area in pixels for which hiding is checked

int in_parts(float v) { return static_cast<int>(std::floor(v * static_cast<float>(parts) + 0.5F)); }

std::uint64_t corners_of(PixelBox const& b) { return mixed(word(b.x0, b.y0), word(b.x1, b.y1)); }

std::uint64_t bits_of(ImVec2 uv)
{
    std::array<std::uint32_t, 2> bits{};
    static_assert(sizeof bits == sizeof uv);
    std::copy_n(reinterpret_cast<std::uint32_t const*>(&uv), 2, bits.begin());
    return static_cast<std::uint64_t>(bits[0]) << 32U | bits[1];
}

// As Dear ImGui's renderer: truncates position and size to whole pixels.
PixelBox pixels_of(ImVec4 const& clip, ImDrawData const& data, PixelBox const& window)
{
    auto const& off = data.DisplayPos;
    auto const& k = data.FramebufferScale;
    auto const x0 = (clip.x - off.x) * k.x, x1 = (clip.z - off.x) * k.x;
    auto const y0 = (clip.y - off.y) * k.y, y1 = (clip.w - off.y) * k.y;
    if (x1 <= x0 || y1 <= y0) return {};
    auto const high = static_cast<float>(window.height());
    auto const left = static_cast<int>(x0);
    auto const bottom = window.height() - static_cast<int>(high - y1);
    return common(
        {left, bottom - static_cast<int>(y1 - y0), left + static_cast<int>(x1 - x0), bottom},
        window);
}

unsigned alpha(unsigned color) { return color >> 24U; }

// The pixels whose centres are in the axis-parallel rectangle with these corners; none when it is
// not axis-parallel.
PixelBox filled(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d)
{
    bool const upright = (a.x == d.x && b.x == c.x && a.y == b.y && c.y == d.y) ||
                         (a.x == b.x && c.x == d.x && a.y == d.y && b.y == c.y);
    // An edge exactly through pixel centres is ambiguous.
    auto const halves = [](ImVec2 p) {
        auto const half = [](float v) { return v - std::floor(v) == 0.5F; };
        return half(p.x) || half(p.y);
    };
    if (!upright || halves(a) || halves(c)) return {};
    auto const first_in = [](float v) { return static_cast<int>(std::ceil(v - 0.5F)); };
    return {first_in(std::min(a.x, c.x)), first_in(std::min(a.y, c.y)),
            first_in(std::max(a.x, c.x)), first_in(std::max(a.y, c.y))};
}

} // namespace

PixelBox common(PixelBox const& a, PixelBox const& b)
{
    PixelBox const c{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1),
                     std::min(a.y1, b.y1)};
    return c.empty() ? PixelBox{} : c;
}

PixelBox around(PixelBox const& a, PixelBox const& b)
{
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

void Shapes::read(ImDrawData const& data, Moving const* moving)
{
    all.clear();
    vertices.clear();
    indices.clear();
    clips.clear();
    textures.clear();
    white_ = ImGui::GetIO().Fonts->TexUvWhitePixel;
    auto const& k = data.FramebufferScale;
    window = {0, 0, static_cast<int>(data.DisplaySize.x * k.x),
              static_cast<int>(data.DisplaySize.y * k.y)};
    moving_from = moving_to = 0;
    moving_box = {};
    // Cached pictures can be moved by whole pixels only.
    bool const whole = moving && moving->list && k.x == 1 && k.y == 1 &&
                       moving->origin.x == std::round(moving->origin.x) &&
                       moving->origin.y == std::round(moving->origin.y);
    if (!whole) moving = nullptr;
    if (moving) {
        auto const& b = moving->box;
        moving_box = pixels_of({b.min.x, b.min.y, b.max.x, b.max.y}, data, window);
        origin_x = static_cast<int>(moving->origin.x);
        origin_y = static_cast<int>(moving->origin.y);
        if (moving_box.empty()) moving = nullptr;
    }
    for (auto const* list : data.CmdLists) read_list(*list, data, moving);
    if (moving_from == moving_to) moving_box = {};
}

void Shapes::read_list(ImDrawList const& list, ImDrawData const& data, Moving const* moving)
{
    bool const holds_moving = moving && moving->list == &list;
    auto const base = static_cast<std::uint32_t>(vertices.size());
    auto const& off = data.DisplayPos;
    auto const& k = data.FramebufferScale;
    for (auto const& v : list.VtxBuffer) {
        auto const x =
            static_cast<float>(in_parts((v.pos.x - off.x) * k.x)) / static_cast<float>(parts);
        auto const y =
            static_cast<float>(in_parts((v.pos.y - off.y) * k.y)) / static_cast<float>(parts);
        vertices.push_back({{x, y}, v.uv, v.col});
    }
    for (auto const& cmd : list.CmdBuffer) {
        if (cmd.UserCallback || cmd.ElemCount == 0) continue;
        auto const clip = pixels_of(cmd.ClipRect, data, window);
        auto const* texture = cmd.TexRef._TexData;
        auto const id = cmd.GetTexID();
        auto const seed = texture ? static_cast<std::uint64_t>(texture->UniqueID) + 1
                                  : static_cast<std::uint64_t>(id) << 16U;
        auto const first = static_cast<std::uint32_t>(indices.size());
        for (unsigned i = 0; i < cmd.ElemCount; ++i)
            indices.push_back(base + cmd.VtxOffset +
                              list.IdxBuffer[static_cast<int>(cmd.IdxOffset + i)]);
        if (clip.empty()) continue;
        if (clips.empty() || clips.back() != clip) clips.push_back(clip);
        if (textures.empty() || textures.back() != id) textures.push_back(id);
        for (unsigned i = 0; i < cmd.ElemCount;) {
            auto const* at = &indices[first + i];
            // Two triangles with a common side, as in rectangles and fans.
            bool const two = i + 6 <= cmd.ElemCount && at[3] == at[0] && at[4] == at[2];
            auto const place = static_cast<int>(cmd.IdxOffset + i);
            bool const moves = holds_moving && place >= moving->from && place < moving->to;
            if (moves && moving_from == moving_to) moving_from = all.size();
            add(first + i, two ? 6 : 3, seed, moves ? Moves::yes : Moves::no);
            if (moves) moving_to = all.size();
            i += two ? 6 : 3;
        }
    }
}

void Shapes::add(std::uint32_t first, int count, std::uint64_t seed, Moves moves)
{
    auto const& clip = clips.back();
    int const dx = moves == Moves::yes ? origin_x : 0, dy = moves == Moves::yes ? origin_y : 0;
    auto const* at = &indices[first];
    auto const& v0 = vertices[at[0]];
    float x0 = v0.pos.x, x1 = x0, y0 = v0.pos.y, y1 = y0;
    bool plain = true, opaque = true, seen = false, one_color = true;
    auto h = seed;
    auto const take = [&](std::uint32_t i) {
        auto const& v = vertices[i];
        x0 = std::min(x0, v.pos.x), x1 = std::max(x1, v.pos.x);
        y0 = std::min(y0, v.pos.y), y1 = std::max(y1, v.pos.y);
        plain = plain && v.uv.x == white_.x && v.uv.y == white_.y;
        opaque = opaque && alpha(v.col) == 255;
        seen = seen || alpha(v.col) != 0;
        one_color = one_color && v.col == v0.col;
        h = mixed(h, word(in_parts(v.pos.x) - dx * parts, in_parts(v.pos.y) - dy * parts));
        h = mixed(mixed(h, bits_of(v.uv)), v.col);
    };
    take(at[0]), take(at[1]), take(at[2]);
    if (count == 6) take(at[5]);
    if (!seen) return;
    PixelBox const box{static_cast<int>(std::floor(x0)), static_cast<int>(std::floor(y0)),
                       static_cast<int>(std::ceil(x1)), static_cast<int>(std::ceil(y1))};
    Shape shape;
    shape.box = common(box, clip);
    if (shape.box.empty()) return;
    shape.cut = !clip.holds(box);
    shape.first = first;
    shape.count = static_cast<std::uint8_t>(count);
    shape.color = v0.col;
    shape.clip = static_cast<std::uint16_t>(clips.size() - 1);
    shape.texture = static_cast<std::uint16_t>(textures.size() - 1);
    shape.ink = !plain ? Ink::textured : opaque ? Ink::opaque : Ink::plain;
    // A moving shape clipped by the moving area is unchanged: only more of it is visible.
    if (shape.cut && (moves == Moves::no || clip != moving_box))
        h = mixed(h, corners_of(clip.moved(-dx, -dy)));
    shape.hash = h;
    if (count == 6) {
        auto const full = filled(vertices[at[0]].pos, vertices[at[1]].pos, vertices[at[2]].pos,
                                 vertices[at[5]].pos);
        if (auto const inside = common(full, clip); !inside.empty()) {
            shape.box = inside;
            shape.hides = shape.ink == Ink::opaque && one_color &&
                          inside.width() * inside.height() >= hides_from;
        }
    }
    all.push_back(shape);
}

double area_within(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
                   PixelBox const& box)
{
    struct Point {
        double x, y;
    };
    std::array<Point, 8> shape{{{a.pos.x, a.pos.y}, {b.pos.x, b.pos.y}, {c.pos.x, c.pos.y}}};
    std::size_t count = 3;
    // Sutherland-Hodgman clipping, one side of the box after the other.
    auto const cut = [&](auto const& inside, auto const& crossing) {
        std::array<Point, 8> out{};
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto const &from = shape[i], &to = shape[(i + 1) % count];
            if (inside(from)) out[kept++] = from;
            if (inside(from) != inside(to)) out[kept++] = crossing(from, to);
        }
        shape = out;
        count = kept;
    };
    auto const at_x = [](double x) {
        return [x](Point p, Point q) {
            return Point{x, p.y + (q.y - p.y) * (x - p.x) / (q.x - p.x)};
        };
    };
    auto const at_y = [](double y) {
        return [y](Point p, Point q) {
            return Point{p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y), y};
        };
    };
    cut([&](Point p) { return p.x >= box.x0; }, at_x(box.x0));
    cut([&](Point p) { return p.x <= box.x1; }, at_x(box.x1));
    cut([&](Point p) { return p.y >= box.y0; }, at_y(box.y0));
    cut([&](Point p) { return p.y <= box.y1; }, at_y(box.y1));
    double twice = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const &p = shape[i], &q = shape[(i + 1) % count];
        twice += p.x * q.y - q.x * p.y;
    }
    return std::abs(twice) / 2;
}

Covered covered(Shapes const& shapes)
{
    Covered sum;
    for (auto const& shape : shapes.all) {
        double area = 0;
        auto const& clip = shapes.clips[shape.clip];
        for (std::uint32_t i = shape.first; i < shape.first + shape.count; i += 3)
            area += area_within(shapes.vertices[shapes.indices[i]],
                                shapes.vertices[shapes.indices[i + 1]],
                                shapes.vertices[shapes.indices[i + 2]], clip);
        auto& of_ink = shape.ink == Ink::opaque  ? sum.opaque
                       : shape.ink == Ink::plain ? sum.plain
                                                 : sum.textured;
        of_ink += area;
    }
    double const window =
        static_cast<double>(shapes.window.width()) * static_cast<double>(shapes.window.height());
    for (auto* part : {&sum.opaque, &sum.plain, &sum.textured}) *part /= window;
    return sum;
}

} // namespace ui
