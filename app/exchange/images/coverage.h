#pragma once

#include "exchange/images/raster.h"

#include <memory>
#include <vector>

// Antialiased filling of outlines and strokes with FreeType. Private to this folder.
namespace exchange {

// Contours to fill, in pixels, y downwards.
class Shape {
public:
    Shape();
    ~Shape();
    Shape(Shape const&) = delete;
    Shape& operator=(Shape const&) = delete;

    void rectangle(base::Rect const& box, float radius, pictures::Corners corners);
    void oval(base::Vec2 centre, base::Vec2 radii);
    void polygon(std::vector<base::Vec2> const& points);
    // Adds an outline scaled by `size` pixels per unit, with its origin at `at`.
    void outline(pictures::Outline const& outline, base::Vec2 at, float size);

private:
    friend class Coverage;
    struct Points;
    std::unique_ptr<Points> points_;
};

// Whether areas inside two contours are filled (non-zero rule) or not (even-odd rule).
enum class Overlap { is_filled, is_left_out };

class Coverage {
public:
    explicit Coverage(Pixels& pixels);
    ~Coverage();
    Coverage(Coverage const&) = delete;
    Coverage& operator=(Coverage const&) = delete;

    // False after an error of FreeType.
    [[nodiscard]] bool good() const;
    // Limits drawing to `box`, rounded to pixels.
    void clip(base::Rect const& box);
    void fill(Shape const& shape, pictures::Color color, Overlap overlap = Overlap::is_filled);
    // Draws a line with flat ends; closed when the last point equals the first.
    void stroke(std::vector<base::Vec2> const& line, float width, pictures::Color color);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace exchange
