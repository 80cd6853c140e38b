#include "ui/redraw/batches.h"

#include <algorithm>

namespace ui {
namespace {

constexpr int cell = 64;    // side in pixels
constexpr int small = 4096; // area in pixels that costs less than another step

bool meet(PixelBox const& a, PixelBox const& b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

// Calls `Do` for the cells that a box overlaps.
template <class Do>
void each_cell(PixelBox const& area, int columns, PixelBox const& box, Do const& what)
{
    auto const in = common(area, box);
    if (in.empty()) return;
    for (int y = (in.y0 - area.y0) / cell; y <= (in.y1 - 1 - area.y0) / cell; ++y)
        for (int x = (in.x0 - area.x0) / cell; x <= (in.x1 - 1 - area.x0) / cell; ++x)
            what(static_cast<std::uint32_t>(y * columns + x));
}

} // namespace

void Batches::begin(PixelBox const& area, Plan::Patch const& patch)
{
    area_ = area;
    dx_ = patch.dx, dy_ = patch.dy;
    columns_ = (area.width() + cell - 1) / cell;
    auto const rows = (area.height() + cell - 1) / cell;
    auto const cells = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows);
    if (cells_.size() < cells) cells_.resize(cells);
}

void Batches::add(Shape const& shape)
{
    auto const clip = shape.cut ? common(area_, shapes_.clips[shape.clip]) : area_;
    auto const texture = shapes_.textures[shape.texture];
    if (clip != clip_ || texture != texture_) flush();
    clip_ = clip;
    texture_ = texture;
    auto const kind = static_cast<Plan::Kind>(shape.ink);
    auto const pixels = shape.box.width() * shape.box.height();
    if (kind == Plan::Kind::opaque) {
        if (over_.indices.empty() || !touches_over(shape.box)) {
            append(under_, shape);
            return;
        }
        if (pixels > small) {
            flush();
            append(under_, shape);
            return;
        }
    } else if (over_.indices.empty() || (kind > over_.kind && over_.pixels <= small)) {
        over_.kind = kind;
    } else if (kind != over_.kind && (kind > over_.kind || pixels > small)) {
        flush();
        over_.kind = kind;
    }
    append(over_, shape);
    note_over(shape.box);
}

void Batches::append(Batch& batch, Shape const& shape)
{
    auto const* at = &shapes_.indices[shape.first];
    batch.indices.insert(batch.indices.end(), at, at + shape.count);
    batch.pixels += shape.box.width() * shape.box.height();
}

bool Batches::touches_over(PixelBox const& box) const
{
    bool touches = false;
    each_cell(area_, columns_, box, [&](std::uint32_t at) {
        auto const& there = cells_[at];
        touches = touches || std::any_of(there.begin(), there.end(),
                                         [&](PixelBox const& other) { return meet(box, other); });
    });
    return touches;
}

void Batches::note_over(PixelBox const& box)
{
    each_cell(area_, columns_, box, [&](std::uint32_t at) {
        if (cells_[at].empty()) used_.push_back(at);
        cells_[at].push_back(box);
    });
}

void Batches::flush()
{
    write(under_);
    write(over_);
    for (auto const at : used_) cells_[at].clear();
    used_.clear();
}

void Batches::write(Batch& batch)
{
    if (!batch.indices.empty()) {
        auto const first = static_cast<std::uint32_t>(plan_.indices.size());
        plan_.indices.insert(plan_.indices.end(), batch.indices.begin(), batch.indices.end());
        plan_.steps.push_back({batch.kind, texture_, clip_.moved(dx_, dy_), first,
                               static_cast<std::uint32_t>(batch.indices.size())});
    }
    batch.indices.clear();
    batch.pixels = 0;
}

} // namespace ui
