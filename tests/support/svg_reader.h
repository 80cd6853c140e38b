#pragma once

#include "base/geometry.h"
#include "board/palette.h"

#include <string>
#include <vector>

// SVG read back: which shapes it holds, where and in which colours. Knows what Cadran writes, and
// no more.
namespace support {

struct SvgShape {
    std::string element; // rect, circle, ellipse, line, polyline, polygon, path, text
    base::Rect box;      // what it covers, its stroke included; of a text: where it is anchored
    board::Color color;
    enum class Paint { fill, stroke, dots } paint = Paint::fill;
    float width = 0; // of its stroke
    bool dashed = false;
    std::vector<base::Rect> clips; // around it, the outermost first
    // Of a text.
    std::string text, family, anchor = "start";
    float size = 0, length = 0;
    int weight = 0;
    bool tabular = false;
    // Of dots: from one to the next, radius, and where one of them is.
    float step = 0, radius = 0;
    base::Vec2 origin;
};

struct SvgPicture {
    base::Rect view;
    std::string role, title, description, language;
    std::vector<SvgShape> shapes;
};

// Throws std::runtime_error where it is not well-formed, refers to something that is not there, or
// holds anything else.
SvgPicture read_svg(std::string const& svg);

} // namespace support
