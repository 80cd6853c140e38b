#pragma once

#include "ui/redraw/plan.h"

#include <vector>

namespace ui {

// Draws the shapes of one rectangle in few steps. For a software renderer a step costs as much as
// some thousands of pixels, and a board of cards alternates between kinds of drawing several times
// per card. So an opaque shape is drawn before earlier blended ones that it does not touch; and a
// small shape joins the present step in a more expensive kind than needed: opaque as blended,
// untextured with the white pixel of the texture. The result has the same pixels.
class Batches {
public:
    // `shapes` and `plan` must outlive it.
    Batches(Shapes const& shapes, Plan& plan)
        : shapes_(shapes)
        , plan_(plan)
    {
    }
    // Starts a rectangle, in window pixels; `patch`: where it is drawn.
    void begin(PixelBox const& area, Plan::Patch const& patch);
    void add(Shape const& shape);
    // Writes the added shapes into the plan.
    void flush();

private:
    struct Batch {
        std::vector<std::uint32_t> indices;
        Plan::Kind kind = Plan::Kind::opaque;
        int pixels = 0;
    };
    [[nodiscard]] bool touches_over(PixelBox const& box) const;
    void note_over(PixelBox const& box);
    void append(Batch& batch, Shape const& shape);
    void write(Batch& batch);

    Shapes const& shapes_;
    Plan& plan_;
    PixelBox area_, clip_;
    int dx_ = 0, dy_ = 0;
    ImTextureID texture_ = 0;
    Batch under_, over_; // opaque shapes, drawn first; the others
    // The boxes of `over_`, by cell.
    int columns_ = 0;
    std::vector<std::vector<PixelBox>> cells_;
    std::vector<std::uint32_t> used_; // indices of non-empty cells
};

} // namespace ui
