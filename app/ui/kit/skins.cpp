#include "ui/kit/skins.h"

#include "ui/kit/quads.h"
#include "ui/kit/ui.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>
#include <imgui_internal.h> // ImFontAtlasTextureBlockQueueUpload

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;
using board::Color;

constexpr std::size_t kept_most = 64;
constexpr float whole_most = 256; // largest side in pixels of a surface stored uncut

// Composites colours from bottom to top. Not premultiplied.
struct Mix {
    float r = 0, g = 0, b = 0, a = 0;
    void add(Color over, float covered)
    {
        auto const k = static_cast<float>(over.a) / 255 * covered;
        if (k <= 0) return;
        auto const all = k + a * (1 - k);
        auto const blend = [&](float& under, std::uint8_t c) {
            under = (static_cast<float>(c) * k + under * a * (1 - k)) / all;
        };
        blend(r, over.r), blend(g, over.g), blend(b, over.b);
        a = all;
    }
    [[nodiscard]] Color color() const
    {
        auto const byte = [](float v) { return static_cast<std::uint8_t>(std::lround(v)); };
        return {byte(r), byte(g), byte(b), byte(a * 255)};
    }
};

// The coverage of the pixel at `p` by a rounded box.
float covered(Rect const& box, float radius, Vec2 p)
{
    auto const c = box.center();
    auto const half_w = box.width() / 2, half_h = box.height() / 2;
    radius = std::clamp(radius, 0.0F, std::min(half_w, half_h));
    auto const qx = std::abs(p.x - c.x) - half_w + radius;
    auto const qy = std::abs(p.y - c.y) - half_h + radius;
    auto const outside = std::hypot(std::max(qx, 0.0F), std::max(qy, 0.0F));
    auto const distance = outside + std::min(std::max(qx, qy), 0.0F) - radius;
    return std::clamp(0.5F - distance, 0.0F, 1.0F);
}

Color pixel(Ui const& ui, Skin const& skin, Rect const& box, Vec2 p)
{
    Mix mix;
    for (auto const& layer : shadow_layers(skin.level)) {
        auto const s = ui.px(layer.spread), dy = ui.px(layer.dy);
        auto area = base::grown(box, s);
        area.min.y += dy, area.max.y += dy;
        mix.add(board::faded(ui.color().shadow, layer.alpha), covered(area, skin.radius + s, p));
    }
    auto const outer = covered(box, skin.radius, p);
    mix.add(skin.fill, outer);
    if (skin.border.a != 0 && skin.border_width > 0) {
        auto const w = skin.border_width;
        auto const inner = covered(base::grown(box, -w), std::max(0.0F, skin.radius - w), p);
        mix.add(skin.border, std::max(0.0F, outer - inner));
    }
    return mix.color();
}

Vec2 rounded(Vec2 v) { return {std::round(v.x), std::round(v.y)}; }
Vec2 up(Vec2 v) { return {std::ceil(v.x - 0.01F), std::ceil(v.y - 0.01F)}; }

// The cuts of a skin, independent of the box.
KnownSkin cut(Ui const& ui, Skin const& skin)
{
    KnownSkin known;
    known.skin = skin;
    known.scale = ui.scale;
    float lowest = 0;
    for (auto const& layer : shadow_layers(skin.level)) {
        auto const s = ui.px(layer.spread), dy = ui.px(layer.dy);
        known.before = {std::max(known.before.x, s), std::max(known.before.y, s - dy)};
        known.after = {std::max(known.after.x, s), std::max(known.after.y, s + dy)};
        lowest = std::max(lowest, dy);
    }
    known.before = up(known.before), known.after = up(known.after);
    // One pixel more than the rounded part, which must not be stretched.
    auto const round = std::max(skin.radius, skin.border_width) + 1;
    known.corner0 = up({round, round + lowest});
    known.corner1 = up({round, round});
    return known;
}

// Draws it into the atlas.
bool make(Ui& ui, KnownSkin& known)
{
    auto* atlas = ImGui::GetIO().Fonts;
    if (atlas->TexData->Format != ImTextureFormat_RGBA32) return false;
    Vec2 size = known.whole;
    if (size.x <= 0) size = known.corner0 + known.corner1 + Vec2{1, 1};
    Rect const box{known.before, known.before + size};
    auto const all = box.max + known.after;
    ImFontAtlasRect rect;
    auto const wide = static_cast<int>(all.x), high = static_cast<int>(all.y);
    auto const id = atlas->AddCustomRect(wide, high, &rect);
    if (id == ImFontAtlasRectId_Invalid) return false;
    auto* texture = atlas->TexData;
    for (int y = 0; y < high; ++y) {
        auto* row = static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y + y));
        for (int x = 0; x < wide; ++x, row += 4) {
            Vec2 const p{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
            auto const c = pixel(ui, known.skin, box, p);
            row[0] = c.r, row[1] = c.g, row[2] = c.b, row[3] = c.a;
        }
    }
    known.rect = id;
    return true;
}

void forget_oldest(UiState& state)
{
    if (state.skins.size() < kept_most) return;
    auto const oldest = std::min_element(
        state.skins.begin(), state.skins.end(),
        [](KnownSkin const& a, KnownSkin const& b) { return a.last_frame < b.last_frame; });
    ImGui::GetIO().Fonts->RemoveCustomRect(oldest->rect);
    *oldest = state.skins.back();
    state.skins.pop_back();
}

bool fits(KnownSkin const& known, Vec2 size)
{
    auto const least = known.corner0 + known.corner1;
    return size.x > least.x && size.y > least.y;
}

// The skin for a box of `size`, created if needed; null when it cannot be.
KnownSkin const* find(Ui& ui, Skin const& skin, Vec2 size)
{
    auto& state = *ui.state;
    auto const uses = [&](KnownSkin const& known) {
        bool const cut_to_size = known.whole.x > 0 ? known.whole == size : fits(known, size);
        return known.skin == skin && known.scale == ui.scale && cut_to_size;
    };
    auto found = std::find_if(state.skins.begin(), state.skins.end(), uses);
    if (found == state.skins.end()) {
        auto known = cut(ui, skin);
        if (!fits(known, size)) {
            if (std::max(size.x, size.y) > whole_most) return nullptr;
            known.whole = size;
        }
        if (!make(ui, known)) return nullptr;
        forget_oldest(state);
        state.skins.push_back(known);
        found = state.skins.end() - 1;
    }
    auto const atlas = atlas_state();
    if (found->atlas != atlas) {
        ImFontAtlasRect rect;
        if (!ImGui::GetIO().Fonts->GetCustomRect(found->rect, &rect)) return nullptr;
        found->uv0 = {rect.uv0.x, rect.uv0.y}, found->uv1 = {rect.uv1.x, rect.uv1.y};
        found->atlas = atlas;
    }
    found->last_frame = state.frame;
    return &*found;
}

// Draws four corners and four sides from the texture; the inside has one colour and, if opaque, is
// drawn without the texture.
void put(ImDrawList& list, KnownSkin const& known, Rect const& box, float stretch)
{
    auto const& skin = known.skin;
    bool const hollow = skin.fill.a == 0, solid = skin.fill.a == 255;
    auto const all = known.before + known.corner0 + Vec2{1, 1} + known.corner1 + known.after;
    // For each dimension: outside, end of the border, end of the corner, and the same from the
    // other side.
    auto const border = std::ceil(skin.border_width) + 1;
    struct Lines {
        std::array<float, 6> at, uv;
    };
    auto const lines = [&](float min, float max, float before, float corner0, float corner1,
                           float after, float size, float uv0, float uv1) {
        auto const k = (uv1 - uv0) / size;
        auto const edge0 = hollow ? corner0 : std::min(border, corner0);
        auto const edge1 = hollow ? corner1 : std::min(border, corner1);
        return Lines{{min - before * stretch, min + edge0 * stretch, min + corner0 * stretch,
                      max - corner1 * stretch, max - edge1 * stretch, max + after * stretch},
                     {uv0, uv0 + (before + edge0) * k, uv0 + (before + corner0) * k,
                      uv1 - (after + corner1) * k, uv1 - (after + edge1) * k, uv1}};
    };
    auto const x = lines(box.min.x, box.max.x, known.before.x, known.corner0.x, known.corner1.x,
                         known.after.x, all.x, known.uv0.x, known.uv1.x);
    auto const y = lines(box.min.y, box.max.y, known.before.y, known.corner0.y, known.corner1.y,
                         known.after.y, all.y, known.uv0.y, known.uv1.y);
    auto const part = [&](std::size_t x0, std::size_t x1, std::size_t y0, std::size_t y1) {
        list.PrimRectUV({x.at[x0], y.at[y0]}, {x.at[x1], y.at[y1]}, {x.uv[x0], y.uv[y0]},
                        {x.uv[x1], y.uv[y1]}, IM_COL32_WHITE);
    };
    auto const inside = [&](std::size_t x0, std::size_t x1, std::size_t y0, std::size_t y1) {
        if (solid)
            list.PrimRect({x.at[x0], y.at[y0]}, {x.at[x1], y.at[y1]}, packed(skin.fill));
        else
            part(x0, x1, y0, y1);
    };
    int const parts = hollow ? 8 : 11;
    list.PrimReserve(parts * 6, parts * 4);
    part(0, 2, 0, 2), part(2, 3, 0, 1), part(3, 5, 0, 2);
    part(0, 1, 2, 3), part(4, 5, 2, 3);
    part(0, 2, 3, 5), part(2, 3, 4, 5), part(3, 5, 3, 5);
    if (hollow) return;
    inside(2, 3, 1, 2), inside(1, 4, 2, 3), inside(2, 3, 3, 4);
}

} // namespace

std::uint64_t atlas_state()
{
    return static_cast<std::uint64_t>(ImGui::GetIO().Fonts->TexData->UniqueID);
}

void draw_skin(Ui& ui, Rect const& box, Skin const& skin, float stretch)
{
    auto const size = (box.max - box.min) * (1 / stretch);
    auto const* known = find(ui, skin, stretch == 1 ? size : rounded(size));
    if (!known) { // fallback without a texture
        draw_surface(ui, box,
                     {skin.radius * stretch, skin.fill, skin.border, skin.border_width * stretch,
                      skin.level});
        return;
    }
    if (known->whole.x <= 0) {
        put(*ui.list, *known, box, stretch);
        return;
    }
    auto const min = box.min - known->before * stretch, max = box.max + known->after * stretch;
    ui.list->PrimReserve(6, 4);
    ui.list->PrimRectUV({min.x, min.y}, {max.x, max.y}, {known->uv0.x, known->uv0.y},
                        {known->uv1.x, known->uv1.y}, IM_COL32_WHITE);
}

bool draw_shadow(Ui& ui, Rect const& box, float radius, Level level)
{
    if (level == Level::flat) return true;
    Skin skin;
    skin.radius = std::round(radius);
    skin.level = level;
    auto const size = box.max - box.min;
    if (!fits(cut(ui, skin), size)) return false;
    auto const* known = find(ui, skin, size);
    if (known) put(*ui.list, *known, box, 1);
    return known != nullptr;
}

Dot dot(Ui& ui, float radius, Color color)
{
    auto const side = std::max(2.0F, std::round(2 * radius));
    Skin const skin{side / 2, color};
    auto const* known = find(ui, skin, {side, side});
    return known ? Dot{known->uv0, known->uv1, side} : Dot{};
}

void draw_coin(Ui& ui, Vec2 centre, Skin const& skin, float stretch)
{
    auto const side = std::round(2 * skin.radius);
    auto whole = skin;
    whole.radius = side / 2;
    auto const size = side * stretch;
    Vec2 min = centre - Vec2{size / 2, size / 2};
    if (stretch == 1) min = {ui::whole(min.x), ui::whole(min.y)};
    draw_skin(ui, {min, min + Vec2{size, size}}, whole, stretch);
}

} // namespace ui
