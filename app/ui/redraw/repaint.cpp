#include "ui/redraw/repaint.h"

#include <algorithm>

namespace ui {
namespace {

constexpr int side = 32; // side of a tile, pixels

int floor_div(int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }
int floor_mod(int a, int b) { return a - floor_div(a, b) * b; }

// The index of a tile, row by row, and the number of tiles.
std::size_t tile_at(int row, int column, int columns)
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(column);
}
std::size_t tile_count(int columns, int rows) { return tile_at(rows, 0, columns); }

void edges(std::vector<int>& at, std::vector<int>& tile_of, int size, int extra0, int extra1)
{
    at.clear();
    for (int x = 0; x < size; x += side) at.push_back(x);
    at.push_back(size);
    for (int extra : {extra0, extra1})
        if (extra > 0 && extra < size) at.push_back(extra);
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
    tile_of.resize(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i + 1 < at.size(); ++i)
        std::fill(tile_of.begin() + at[i], tile_of.begin() + at[i + 1], static_cast<int>(i));
}

} // namespace

void Repaint::Grid::cut(PixelBox const& window, PixelBox const& extra)
{
    edges(xs, column_of, window.x1, extra.x0, extra.x1);
    edges(ys, row_of, window.y1, extra.y0, extra.y1);
}

void Repaint::forget()
{
    kept_.clear();
    for (auto& slot : slots_) slot.drawn = 0;
}

Repaint::Slot& Repaint::slot(int column, int row)
{
    return slots_[tile_at(floor_mod(row, slot_rows_), floor_mod(column, slot_columns_),
                          slot_columns_)];
}

Plan const& Repaint::next(ImDrawData const& data, Moving const* moving)
{
    shapes_.read(data, moving);
    plan_.board.clear();
    plan_.window.clear();
    plan_.steps.clear();
    plan_.copies.clear();
    plan_.indices.clear();
    plan_.damage.clear();
    if (shapes_.window.empty()) return plan_;
    // Keeps the tile boundaries for a while after movement ends, so that the surroundings stay
    // cached.
    auto const& box = shapes_.moving_box.empty() ? kept_box_ : shapes_.moving_box;
    if (shapes_.window != kept_window_ || box != kept_box_) {
        kept_box_ = box;
        kept_window_ = shapes_.window;
        grid_.cut(kept_window_, kept_box_);
        kept_.clear();
    }
    if (!shapes_.moving_box.empty()) plan_board();
    plan_window();
    return plan_;
}

// Merges tiles to redraw over the same background into rectangles: runs of a row, joined with equal
// runs above.
void Repaint::gather(std::vector<Area>& areas, int columns, int rows,
                     std::vector<Tile> const& tiles, std::vector<char> const& dirty,
                     std::vector<int> const& xs, std::vector<int> const& ys)
{
    struct Open {
        int from, to;
        std::size_t area;
    };
    std::vector<Open> above, here;
    for (int row = 0; row < rows; ++row) {
        here.clear();
        auto const at = [&](int column) { return tile_at(row, column, columns); };
        for (int column = 0; column < columns;) {
            if (!dirty[at(column)]) {
                ++column;
                continue;
            }
            auto const ground = tiles[at(column)].ground;
            int const from = column;
            while (column < columns && dirty[at(column)] && tiles[at(column)].ground == ground)
                ++column;
            auto const same = std::find_if(above.begin(), above.end(), [&](Open const& open) {
                return open.from == from && open.to == column && areas[open.area].ground == ground;
            });
            auto const bottom = ys[static_cast<std::size_t>(row) + 1];
            if (same != above.end()) {
                areas[same->area].box.y1 = bottom;
                here.push_back(*same);
                continue;
            }
            here.push_back({from, column, areas.size()});
            areas.push_back({{xs[static_cast<std::size_t>(from)], ys[static_cast<std::size_t>(row)],
                              xs[static_cast<std::size_t>(column)], bottom},
                             ground});
        }
        std::swap(above, here);
    }
}

void Repaint::plan_board()
{
    auto const& box = shapes_.moving_box;
    int const ox = shapes_.origin_x, oy = shapes_.origin_y;
    // The largest number of visible tiles at any board position.
    int const columns = (box.width() - 2) / side + 2, rows = (box.height() - 2) / side + 2;
    if (columns != slot_columns_ || rows != slot_rows_) {
        slot_columns_ = columns;
        slot_rows_ = rows;
        slots_.assign(tile_count(columns, rows), {});
        plan_.board_width = columns * side;
        plan_.board_height = rows * side;
        kept_.clear();
    }
    first_column_ = floor_div(box.x0 - ox, side);
    first_row_ = floor_div(box.y0 - oy, side);
    board_columns_ = floor_div(box.x1 - 1 - ox, side) - first_column_ + 1;
    board_rows_ = floor_div(box.y1 - 1 - oy, side) - first_row_ + 1;
    // The visible edges of tiles, in screen and box.
    std::vector<int> xs, ys;
    for (int i = 0; i <= board_columns_; ++i)
        xs.push_back(std::clamp((first_column_ + i) * side + ox, box.x0, box.x1));
    for (int i = 0; i <= board_rows_; ++i)
        ys.push_back(std::clamp((first_row_ + i) * side + oy, box.y0, box.y1));

    auto& tiles = board_tiles_;
    tiles.assign(tile_count(board_columns_, board_rows_), {});
    for (auto i = shapes_.moving_from; i < shapes_.moving_to; ++i) {
        auto const& shape = shapes_.all[i];
        auto const seen = common(shape.box, box);
        if (seen.empty()) continue;
        int const c0 = floor_div(seen.x0 - ox, side) - first_column_;
        int const c1 = floor_div(seen.x1 - 1 - ox, side) - first_column_;
        int const r0 = floor_div(seen.y0 - oy, side) - first_row_;
        int const r1 = floor_div(seen.y1 - 1 - oy, side) - first_row_;
        for (int r = r0; r <= r1; ++r)
            for (int c = c0; c <= c1; ++c) {
                auto& tile = tiles[tile_at(r, c, board_columns_)];
                PixelBox const at{xs[static_cast<std::size_t>(c)], ys[static_cast<std::size_t>(r)],
                                  xs[static_cast<std::size_t>(c) + 1],
                                  ys[static_cast<std::size_t>(r) + 1]};
                if (shape.hides && shape.box.holds(at))
                    tile = {mixed(1, shape.color), static_cast<std::uint32_t>(i) + 1};
                else
                    tile.hash = mixed(tile.hash, shape.hash);
            }
    }
    std::vector<char> dirty(tiles.size(), 0);
    for (int r = 0; r < board_rows_; ++r)
        for (int c = 0; c < board_columns_; ++c) {
            auto const at = tile_at(r, c, board_columns_);
            auto& hash = tiles[at].hash;
            int const x = first_column_ + c, y = first_row_ + r;
            // Includes the visible part: when more becomes visible, the tile is redrawn.
            hash = mixed(hash, word(xs[static_cast<std::size_t>(c)] - ox - x * side,
                                    xs[static_cast<std::size_t>(c) + 1] - ox - x * side));
            hash = mixed(hash, word(ys[static_cast<std::size_t>(r)] - oy - y * side,
                                    ys[static_cast<std::size_t>(r) + 1] - oy - y * side));
            auto& kept = slot(x, y);
            if (kept.drawn != 0 && kept.column == x && kept.row == y && kept.hash == hash) continue;
            kept = {x, y, hash, ++drawings_};
            dirty[at] = 1;
        }
    std::vector<Area> areas;
    gather(areas, board_columns_, board_rows_, tiles, dirty, xs, ys);
    for (auto const& area : areas) {
        // Splits an area at the wrap-around of the torus.
        int const w = plan_.board_width, h = plan_.board_height;
        for (int y0 = area.box.y0; y0 < area.box.y1;) {
            int const turn_y = floor_div(y0 - oy, h);
            int const y1 = std::min(area.box.y1, (turn_y + 1) * h + oy);
            for (int x0 = area.box.x0; x0 < area.box.x1;) {
                int const turn_x = floor_div(x0 - ox, w);
                int const x1 = std::min(area.box.x1, (turn_x + 1) * w + ox);
                Plan::Patch patch;
                patch.dx = -ox - turn_x * w;
                patch.dy = -oy - turn_y * h;
                Area const part{{x0, y0, x1, y1}, area.ground};
                patch.at = part.box.moved(patch.dx, patch.dy);
                draw(part, Of::moving, patch);
                x0 = x1;
            }
            y0 = y1;
        }
    }
}

// Adds the part of the board's picture visible in a window tile: which drawings, from which
// position.
void Repaint::mix_board_in(std::size_t tile, int column, int row)
{
    int const x0 = grid_.xs[static_cast<std::size_t>(column)] - shapes_.origin_x;
    int const x1 = grid_.xs[static_cast<std::size_t>(column) + 1] - shapes_.origin_x;
    int const y0 = grid_.ys[static_cast<std::size_t>(row)] - shapes_.origin_y;
    int const y1 = grid_.ys[static_cast<std::size_t>(row) + 1] - shapes_.origin_y;
    auto hash = word(x0, y0);
    for (int r = floor_div(y0, side); r <= floor_div(y1 - 1, side); ++r)
        for (int c = floor_div(x0, side); c <= floor_div(x1 - 1, side); ++c)
            hash = mixed(hash, slot(c, r).drawn);
    tiles_[tile] = {mixed(2, hash), static_cast<std::uint32_t>(shapes_.moving_from) + 1};
}

void Repaint::plan_window()
{
    int const columns = grid_.columns(), rows = grid_.rows();
    auto& tiles = tiles_;
    tiles.assign(tile_count(columns, rows), {});
    auto const take = [&](std::size_t i) {
        auto const& shape = shapes_.all[i];
        auto const& b = shape.box;
        int const c0 = grid_.column_of[static_cast<std::size_t>(b.x0)];
        int const c1 = grid_.column_of[static_cast<std::size_t>(b.x1) - 1];
        int const r0 = grid_.row_of[static_cast<std::size_t>(b.y0)];
        int const r1 = grid_.row_of[static_cast<std::size_t>(b.y1) - 1];
        for (int r = r0; r <= r1; ++r)
            for (int c = c0; c <= c1; ++c) {
                auto& tile = tiles[tile_at(r, c, columns)];
                PixelBox const at{grid_.xs[static_cast<std::size_t>(c)],
                                  grid_.ys[static_cast<std::size_t>(r)],
                                  grid_.xs[static_cast<std::size_t>(c) + 1],
                                  grid_.ys[static_cast<std::size_t>(r) + 1]};
                if (shape.hides && b.holds(at))
                    tile = {mixed(1, shape.color), static_cast<std::uint32_t>(i) + 1};
                else
                    tile.hash = mixed(tile.hash, shape.hash);
            }
    };
    auto const& box = shapes_.moving_box;
    auto const until = box.empty() ? shapes_.all.size() : shapes_.moving_from;
    for (std::size_t i = 0; i < until; ++i) take(i);
    if (!box.empty()) {
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < columns; ++c)
                if (box.holds({grid_.xs[static_cast<std::size_t>(c)],
                               grid_.ys[static_cast<std::size_t>(r)],
                               grid_.xs[static_cast<std::size_t>(c) + 1],
                               grid_.ys[static_cast<std::size_t>(r) + 1]}))
                    mix_board_in(tile_at(r, c, columns), c, r);
        for (auto i = shapes_.moving_to; i < shapes_.all.size(); ++i) take(i);
    }
    std::vector<char> dirty(tiles.size(), 1);
    if (kept_.size() == tiles.size())
        for (std::size_t i = 0; i < tiles.size(); ++i) dirty[i] = kept_[i] != tiles[i].hash ? 1 : 0;
    kept_.resize(tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i) kept_[i] = tiles[i].hash;
    std::vector<Area> areas;
    gather(areas, columns, rows, tiles, dirty, grid_.xs, grid_.ys);
    for (auto const& area : areas) {
        Plan::Patch patch;
        patch.at = area.box;
        draw(area, Of::window, patch);
        plan_.damage.push_back(area.box);
    }
}

void Repaint::draw(Area const& area, Of what, Plan::Patch patch)
{
    patch.first_step = static_cast<std::uint32_t>(plan_.steps.size());
    patch.bare = area.ground == 0;
    auto const& all = shapes_.all;
    auto const from = static_cast<std::size_t>(area.ground > 0 ? area.ground - 1 : 0);
    batches_.begin(area.box, patch);
    auto const add = [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            if (auto const& b = all[i].box; b.x0 < area.box.x1 && b.x1 > area.box.x0 &&
                                            b.y0 < area.box.y1 && b.y1 > area.box.y0)
                batches_.add(all[i]);
        batches_.flush();
    };
    auto const [begin, end] = std::pair(shapes_.moving_from, shapes_.moving_to);
    if (what == Of::moving) {
        add(std::max(from, begin), end);
    } else if (shapes_.moving_box.empty()) {
        add(from, all.size());
    } else {
        add(from, begin);
        if (from <= begin) add_board(common(area.box, shapes_.moving_box));
        add(std::max(from, end), all.size());
    }
    patch.end_step = static_cast<std::uint32_t>(plan_.steps.size());
    (what == Of::moving ? plan_.board : plan_.window).push_back(patch);
}

void Repaint::add_board(PixelBox const& box)
{
    if (box.empty()) return;
    Plan::Step step;
    step.kind = Plan::Kind::board;
    step.clip = box;
    step.first = static_cast<std::uint32_t>(plan_.copies.size());
    int const w = plan_.board_width, h = plan_.board_height;
    int const ox = shapes_.origin_x, oy = shapes_.origin_y;
    for (int y0 = box.y0; y0 < box.y1;) {
        int const dy = oy + floor_div(y0 - oy, h) * h;
        int const y1 = std::min(box.y1, dy + h);
        for (int x0 = box.x0; x0 < box.x1;) {
            int const dx = ox + floor_div(x0 - ox, w) * w;
            int const x1 = std::min(box.x1, dx + w);
            plan_.copies.push_back({PixelBox{x0, y0, x1, y1}.moved(-dx, -dy), dx, dy});
            x0 = x1;
        }
        y0 = y1;
    }
    step.count = static_cast<std::uint32_t>(plan_.copies.size()) - step.first;
    plan_.steps.push_back(step);
}

Covered covered(Repaint const& repaint)
{
    auto const& plan = repaint.plan();
    auto const& shapes = repaint.shapes();
    Covered sum;
    auto const count = [&](std::vector<Plan::Patch> const& patches) {
        for (auto const& patch : patches)
            for (auto s = patch.first_step; s < patch.end_step; ++s) {
                auto const& step = plan.steps[s];
                auto const clip = step.clip.moved(-patch.dx, -patch.dy);
                double area = 0;
                if (step.kind == Plan::Kind::board)
                    area = static_cast<double>(clip.width()) * clip.height();
                else
                    for (auto i = step.first; i < step.first + step.count; i += 3)
                        area += area_within(shapes.vertices[plan.indices[i]],
                                            shapes.vertices[plan.indices[i + 1]],
                                            shapes.vertices[plan.indices[i + 2]], clip);
                switch (step.kind) {
                case Plan::Kind::opaque: sum.opaque += area; break;
                case Plan::Kind::plain: sum.plain += area; break;
                case Plan::Kind::textured: sum.textured += area; break;
                case Plan::Kind::board: sum.copied += area; break;
                }
            }
    };
    count(plan.board);
    count(plan.window);
    double const window = static_cast<double>(shapes.window.width()) * shapes.window.height();
    if (window > 0)
        for (auto* part : {&sum.opaque, &sum.plain, &sum.textured, &sum.copied}) *part /= window;
    return sum;
}

} // namespace ui
