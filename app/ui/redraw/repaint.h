#pragma once

#include "ui/redraw/batches.h"
#include "ui/redraw/plan.h"

#include <cstdint>
#include <vector>

// Finds what must be redrawn in a frame.
//
// Two pictures are cached: that of the window, and that of the moving part (the board) alone. The
// latter is a torus: a board position is stored at its coordinates modulo the picture's size, so
// that panning moves nothing and draws only what becomes visible. Both are divided into tiles. A
// tile is redrawn when the hash of everything drawn in it, in order, changes. What is below a large
// opaque rectangle is not drawn. (Hashing the contents of cells: rxi, "Cached software rendering",
// 2020.)
namespace ui {

class Repaint {
public:
    Repaint() = default;
    Repaint(Repaint const&) = delete; // members point to each other
    Repaint& operator=(Repaint const&) = delete;

    // The plan for a frame. It must be carried out, as the next one builds on it.
    Plan const& next(ImDrawData const& data, Moving const* moving);
    // Discards both pictures.
    void forget();

    [[nodiscard]] Shapes const& shapes() const { return shapes_; }
    [[nodiscard]] Plan const& plan() const { return plan_; }

private:
    struct Tile {
        std::uint64_t hash = 0;
        // index plus one of the opaque shape that covers what is below; 0: none
        std::uint32_t ground = 0;
    };
    // A division into tiles.
    struct Grid {
        std::vector<int> xs, ys; // edges
        std::vector<int> column_of, row_of;
        void cut(PixelBox const& window, PixelBox const& extra);
        [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
        [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
    };
    // A tile of the board's picture.
    struct Slot {
        int column = 0, row = 0; // its position on the board
        std::uint64_t hash = 0;
        std::uint64_t drawn = 0; // time stamp of the drawing; 0: never
    };
    struct Area {
        PixelBox box; // in window pixels
        std::uint32_t ground = 0;
    };

    void plan_board();
    void plan_window();
    void mix_board_in(std::size_t tile, int column, int row);
    static void gather(std::vector<Area>& areas, int columns, int rows,
                       std::vector<Tile> const& tiles, std::vector<char> const& dirty,
                       std::vector<int> const& xs, std::vector<int> const& ys);
    // `moving`: of the moving shapes; else of the others, with the board's picture inserted.
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
    int first_column_ = 0, first_row_ = 0, board_columns_ = 0, board_rows_ = 0; // visible ones
    std::uint64_t drawings_ = 0;
};

// The area covered by a plan's steps, in window areas.
Covered covered(Repaint const& repaint);

} // namespace ui
