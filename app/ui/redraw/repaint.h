#pragma once

#include "ui/redraw/batches.h"
#include "ui/redraw/plan.h"

#include <cstdint>
#include <vector>

// What has to be drawn again of a frame, given what was drawn of the frames before.
//
// Two pictures are kept: the window's, and one of what moves (the board) by itself, which is a
// torus: a place of the board lies at its coordinates modulo the picture's size, so that panning
// moves nothing and draws only what comes in. Each is divided into tiles. A tile's hash is made of
// all that is drawn in it, in order; as long as it stays, the tile is not drawn. What lies beneath
// a large opaque rectangle is not drawn either. (Hashing what cells hold to find what changed: rxi,
// "Cached software rendering", 2020.)
namespace ui {

class Repaint {
public:
    Repaint() = default;
    Repaint(Repaint const&) = delete; // its parts know where it lies
    Repaint& operator=(Repaint const&) = delete;

    // The plan for a frame. It has to be carried out: the next one builds on it.
    Plan const& next(ImDrawData const& data, Moving const* moving);
    // Nothing is kept any more.
    void forget();

    [[nodiscard]] Shapes const& shapes() const { return shapes_; }
    [[nodiscard]] Plan const& plan() const { return plan_; }

private:
    struct Tile {
        std::uint64_t hash = 0;
        std::uint32_t ground = 0; // the shape that hides what lies beneath, and one; 0: none
    };
    // What is cut into tiles, and where a pixel's tile begins.
    struct Grid {
        std::vector<int> xs, ys; // edges
        std::vector<int> column_of, row_of;
        void cut(PixelBox const& window, PixelBox const& extra);
        [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
        [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
    };
    // A tile of the board's picture.
    struct Slot {
        int column = 0, row = 0; // which of the board's tiles it holds
        std::uint64_t hash = 0;
        std::uint64_t drawn = 0; // when: counts up; 0: never
    };
    struct Area {
        PixelBox box; // window pixels
        std::uint32_t ground = 0;
    };

    void plan_board();
    void plan_window();
    void mix_board_in(std::size_t tile, int column, int row);
    void gather(std::vector<Area>& areas, int columns, int rows, std::vector<Tile> const& tiles,
                std::vector<char> const& dirty, std::vector<int> const& xs,
                std::vector<int> const& ys);
    // `moving`: of the shapes that move, or of the others with the board's picture in its place.
    enum class Of { moving, window };
    void draw(Area const& area, Of what, Plan::Patch patch);
    void add_board(PixelBox const& box);
    [[nodiscard]] Slot& slot(int column, int row);

    Shapes shapes_;
    Plan plan_;
    Batches batches_{shapes_, plan_};
    Grid grid_;
    std::vector<Tile> tiles_, board_tiles_;
    std::vector<std::uint64_t> kept_; // hashes of the window's tiles
    PixelBox kept_window_, kept_box_;
    std::vector<Slot> slots_;
    int slot_columns_ = 0, slot_rows_ = 0;
    int first_column_ = 0, first_row_ = 0, board_columns_ = 0, board_rows_ = 0; // those that show
    std::uint64_t drawings_ = 0;
};

// What the steps of a plan cover, in windows.
Covered covered(Repaint const& repaint);

} // namespace ui
