#pragma once

#include "ui/redraw/plan.h"

#include <vector>

namespace ui {

// Draws the shapes of one rectangle in few steps. A step costs a software renderer as much as some
// thousands of pixels, and a board of cards changes between inks several times a card. So an opaque
// shape is drawn before blended ones that came first, where it touches none of them; and what is
// small is drawn in the step that there is, in a dearer way than it needs: an opaque ink blended,
// a plain one through the white of the texture. The pixels are the same.
class Batches {
public:
    // `shapes` and `plan` outlive it.
    Batches(Shapes const& shapes, Plan& plan)
        : shapes_(shapes)
        , plan_(plan)
    {
    }
    // Of a new rectangle, in window pixels; `patch` says where it is drawn.
    void begin(PixelBox const& area, Plan::Patch const& patch);
    void add(Shape const& shape);
    // Writes what was added into the plan.
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
    Batch under_, over_; // opaque; and what is drawn after it
    // The boxes of `over_`, by the cells of the area that they reach into.
    int columns_ = 0;
    std::vector<std::vector<PixelBox>> cells_;
    std::vector<std::uint32_t> used_; // cells that are not empty
};

} // namespace ui
