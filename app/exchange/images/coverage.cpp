#include "exchange/images/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <ft2build.h>
#include <limits>

#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

namespace exchange {
namespace {

using base::Rect;
using base::Vec2;

constexpr float subpixels = 64;
constexpr float circle = 0.5522847F; // control point of a Bézier curve for a quarter circle

// FreeType uses 1/64 pixels and coordinates up to 32,767 pixels.
FT_Vector fixed(Vec2 p)
{
    auto const one = [](float value) {
        constexpr float most = 32'000;
        return static_cast<FT_Pos>(std::lround(std::clamp(value, -most, most) * subpixels));
    };
    return {one(p.x), one(p.y)};
}

} // namespace

struct Shape::Points {
    std::vector<FT_Vector> at;
    std::vector<char> tags;
    std::vector<short> ends;

    void put(Vec2 p, char tag)
    {
        at.push_back(fixed(p));
        tags.push_back(tag);
    }
    void line(Vec2 p) { put(p, FT_CURVE_TAG_ON); }
    void cubic(Vec2 a, Vec2 b, Vec2 to)
    {
        put(a, FT_CURVE_TAG_CUBIC);
        put(b, FT_CURVE_TAG_CUBIC);
        put(to, FT_CURVE_TAG_ON);
    }
    void close()
    {
        auto const before = ends.empty() ? -1 : static_cast<int>(ends.back());
        auto const last = static_cast<int>(at.size()) - 1;
        if (last - before > 1)
            ends.push_back(static_cast<short>(last));
        else
            at.resize(static_cast<std::size_t>(before) + 1), tags.resize(at.size());
    }
    // FreeType counts points in a 16-bit integer.
    [[nodiscard]] bool fits() const
    {
        return at.size() < static_cast<std::size_t>(std::numeric_limits<short>::max());
    }
};

Shape::Shape()
    : points_(std::make_unique<Points>())
{
}
Shape::~Shape() = default;

void Shape::rectangle(Rect const& box, float radius, pictures::Corners corners)
{
    using pictures::Corners;
    if (box.width() <= 0 || box.height() <= 0) return;
    auto const among = [&](auto... which) { return ((corners == which) || ...); };
    bool const two_high = among(Corners::top, Corners::bottom),
               two_wide = among(Corners::left, Corners::right);
    float const beside = two_high || !two_wide ? 2 : 1; // round corners along the width
    float const above = two_wide || !two_high ? 2 : 1;
    radius = std::min({radius, box.width() / beside, box.height() / above});
    if (corners == Corners::none) radius = 0;
    auto const round = [&](auto... which) { return among(Corners::all, which...) ? radius : 0; };
    struct Corner {
        Vec2 at, from, to; // tangents at both ends
        float radius = 0;
    };
    Corner const all[] = {
        {box.min, {0, 1}, {1, 0}, round(Corners::top, Corners::left)},
        {{box.max.x, box.min.y}, {-1, 0}, {0, 1}, round(Corners::top, Corners::right)},
        {box.max, {0, -1}, {-1, 0}, round(Corners::bottom, Corners::right)},
        {{box.min.x, box.max.y}, {1, 0}, {0, -1}, round(Corners::bottom, Corners::left)}};
    for (auto const& c : all) {
        points_->line(c.at + c.from * c.radius);
        if (c.radius > 0)
            points_->cubic(c.at + c.from * (c.radius * (1 - circle)),
                           c.at + c.to * (c.radius * (1 - circle)), c.at + c.to * c.radius);
    }
    points_->close();
}

void Shape::oval(Vec2 centre, Vec2 radii)
{
    if (radii.x <= 0 || radii.y <= 0) return;
    Vec2 const ways[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    auto const at = [&](Vec2 way) { return centre + Vec2{way.x * radii.x, way.y * radii.y}; };
    for (std::size_t i = 0; i < 4; ++i) {
        auto const from = ways[i], to = ways[(i + 1) % 4];
        if (i == 0) points_->line(at(from));
        points_->cubic(at(from + to * circle), at(to + from * circle), at(to));
    }
    points_->close();
}

void Shape::polygon(std::vector<Vec2> const& points)
{
    for (auto const& p : points) points_->line(p);
    points_->close();
}

void Shape::outline(pictures::Outline const& outline, Vec2 at, float size)
{
    using Kind = pictures::Outline::Kind;
    for (auto const& part : outline.parts) switch (part.kind) {
        case Kind::move:
            points_->close();
            points_->line(at + part.to * size);
            break;
        case Kind::line: points_->line(at + part.to * size); break;
        case Kind::conic:
            points_->put(at + part.a * size, FT_CURVE_TAG_CONIC);
            points_->line(at + part.to * size);
            break;
        case Kind::cubic:
            points_->cubic(at + part.a * size, at + part.b * size, at + part.to * size);
            break;
        }
    points_->close();
}

struct Coverage::State {
    Pixels& pixels;
    FT_Library library = nullptr;
    FT_Stroker stroker = nullptr;
    FT_BBox box{};
    bool good = true;
    pictures::Color color;

    explicit State(Pixels& of)
        : pixels(of)
    {
        good = FT_Init_FreeType(&library) == 0 && FT_Stroker_New(library, &stroker) == 0;
    }
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State()
    {
        if (stroker) FT_Stroker_Done(stroker);
        if (library) FT_Done_FreeType(library);
    }

    void blend(int y, FT_Span const& span)
    {
        if (y < 0 || y >= pixels.height) return;
        auto const from = std::max<int>(span.x, 0),
                   to = std::min<int>(span.x + span.len, pixels.width);
        auto const alpha = span.coverage * color.a / 255;
        auto* at = pixels.rgb.data() +
                   (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                    static_cast<std::size_t>(std::max(from, 0))) *
                       3;
        auto const mixed = [alpha](std::uint8_t below, std::uint8_t above) {
            return static_cast<std::uint8_t>((below * (255 - alpha) + above * alpha + 127) / 255);
        };
        for (int x = from; x < to; ++x, at += 3) {
            at[0] = mixed(at[0], color.r);
            at[1] = mixed(at[1], color.g);
            at[2] = mixed(at[2], color.b);
        }
    }
    static void spans(int y, int count, FT_Span const* spans, void* user)
    {
        for (int i = 0; i < count; ++i) static_cast<State*>(user)->blend(y, spans[i]);
    }

    void cover(FT_Outline& outline, pictures::Color with)
    {
        if (!good || outline.n_points == 0 || box.xMin >= box.xMax || box.yMin >= box.yMax) return;
        color = with;
        FT_Raster_Params params{};
        params.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
        params.gray_spans = &State::spans;
        params.user = this;
        params.clip_box = box;
        good = FT_Outline_Render(library, &outline, &params) == 0;
    }
};

Coverage::Coverage(Pixels& pixels)
    : state_(std::make_unique<State>(pixels))
{
}
Coverage::~Coverage() = default;

bool Coverage::good() const { return state_->good; }

void Coverage::clip(Rect const& box)
{
    auto const whole = [](float value) { return static_cast<FT_Pos>(std::lround(value)); };
    state_->box = {std::max<FT_Pos>(whole(box.min.x), 0), std::max<FT_Pos>(whole(box.min.y), 0),
                   std::min<FT_Pos>(whole(box.max.x), state_->pixels.width),
                   std::min<FT_Pos>(whole(box.max.y), state_->pixels.height)};
}

void Coverage::fill(Shape const& shape, pictures::Color color, Overlap overlap)
{
    auto& points = *shape.points_;
    if (points.ends.empty() || !points.fits()) return;
    FT_Outline outline{};
    outline.n_points = static_cast<short>(points.at.size());
    outline.n_contours = static_cast<short>(points.ends.size());
    outline.points = points.at.data();
    outline.tags = points.tags.data();
    outline.contours = points.ends.data();
    outline.flags = overlap == Overlap::is_left_out ? FT_OUTLINE_EVEN_ODD_FILL : FT_OUTLINE_NONE;
    state_->cover(outline, color);
}

void Coverage::stroke(std::vector<Vec2> const& line, float width, pictures::Color color)
{
    auto& state = *state_;
    if (!state.good) return;
    // FreeType ignores lines between coincident points.
    std::vector<FT_Vector> way;
    for (auto const& point : line) {
        auto const at = fixed(point);
        if (way.empty() || at.x != way.back().x || at.y != way.back().y) way.push_back(at);
    }
    if (way.size() < 2) return;
    bool const closed =
        way.size() > 3 && way.front().x == way.back().x && way.front().y == way.back().y;
    constexpr FT_Fixed mitre = 4 << 16; // the default of SVG
    FT_Stroker_Set(state.stroker, std::lround(width / 2 * subpixels), FT_STROKER_LINECAP_BUTT,
                   FT_STROKER_LINEJOIN_MITER_FIXED, mitre);
    bool done = FT_Stroker_BeginSubPath(state.stroker, way.data(), closed ? 0 : 1) == 0;
    for (std::size_t i = 1; done && i < way.size(); ++i)
        done = FT_Stroker_LineTo(state.stroker, &way[i]) == 0;
    done = done && FT_Stroker_EndSubPath(state.stroker) == 0;
    FT_UInt points = 0, contours = 0;
    done = done && FT_Stroker_GetCounts(state.stroker, &points, &contours) == 0;
    state.good = done;
    if (!done || points == 0 || points > static_cast<FT_UInt>(std::numeric_limits<short>::max()))
        return;
    FT_Outline outline{};
    state.good =
        FT_Outline_New(state.library, points, static_cast<FT_Int>(contours), &outline) == 0;
    if (!state.good) return;
    outline.n_points = 0, outline.n_contours = 0; // the stroker fills them
    FT_Stroker_Export(state.stroker, &outline);
    state.cover(outline, color);
    FT_Outline_Done(state.library, &outline);
}

} // namespace exchange
