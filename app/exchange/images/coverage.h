#pragma once

#include "exchange/images/raster.h"

#include <memory>
#include <vector>

// Filled outlines and strokes, covered pixel by pixel with FreeType. Private to this folder.
namespace exchange {

// Contours to be filled, in pixels, y downwards.
class Shape {
public:
    Shape();
    ~Shape();
    Shape(Shape const&) = delete;
    Shape& operator=(Shape const&) = delete;

    void rectangle(base::Rect const& box, float radius, pictures::Corners corners);
    void oval(base::Vec2 centre, base::Vec2 radii);
    void polygon(std::vector<base::Vec2> const& points);
    // `size` pixels for one of the outline's units, its 0,0 at `at`.
    void outline(pictures::Outline const& outline, base::Vec2 at, float size);

private:
    friend class Coverage;
    struct Points;
    std::unique_ptr<Points> points_;
};

// What lies within two contours of a shape: filled too, or not.
enum class Overlap { is_filled, is_left_out };

class Coverage {
public:
    explicit Coverage(Pixels& pixels);
    ~Coverage();
    Coverage(Coverage const&) = delete;
    Coverage& operator=(Coverage const&) = delete;

    // FreeType did all that was asked so far.
    [[nodiscard]] bool good() const;
    // What follows stays within `box`, to whole pixels.
    void clip(base::Rect const& box);
    void fill(Shape const& shape, pictures::Color color, Overlap overlap = Overlap::is_filled);
    // A line with flat ends; closed where the last point is the first.
    void stroke(std::vector<base::Vec2> const& line, float width, pictures::Color color);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace exchange
