#pragma once

#include "base/geometry.h"
#include "board/palette.h"

#include <string>
#include <vector>

// Reads SVG that Cadran wrote: shapes, positions and colours. Other SVG is refused.
namespace support {

struct SvgShape {
    std::string element; // rect, circle, ellipse, line, polyline, polygon, path, text
    base::Rect box;      // bounds with the stroke; for text, the anchor
    board::Color color;
    enum class Paint { fill, stroke, dots } paint = Paint::fill;
    float width = 0; // width of the stroke
    bool dashed = false;
    std::vector<base::Rect> clips; // clip rectangles, the outermost first
    // Only for text.
    std::string text, family, anchor = "start";
    float size = 0, length = 0;
    int weight = 0;
    bool tabular = false;
    // Only for dot patterns: distance and radius of the dots, and the position of one dot.
    float step = 0, radius = 0;
    base::Vec2 origin;
};

struct SvgPicture {
    base::Rect view;
    std::string role, title, description, language;
    std::vector<SvgShape> shapes;
};

// Throws std::runtime_error when the SVG is not well-formed, has a dangling reference or holds an
// unknown element.
SvgPicture read_svg(std::string const& svg);

} // namespace support
