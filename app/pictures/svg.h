#pragma once

#include "pictures/list.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// A picture as one SVG text that stands by itself: no style sheet, no script, nothing from outside.
// The same list gives the same bytes. Texts stay texts, in Inter or what takes its place, squeezed
// to the width for which room was made; icons are outlines.
namespace pictures {

// The outline of an icon: straight and curved lines as SVG writes them in `d`, in a square whose
// side is 1 and whose top left is 0,0. Empty: there is none.
using IconOutline = std::function<std::string(unsigned code)>;

struct SvgPage {
    base::Rect view;         // what of the picture is shown
    std::string title;       // read out, and shown by browsers
    std::string description; // read out; may be empty
    std::string language;    // "fr"; may be empty
    std::optional<Color> ground = {};
    // Before every id: different for each of several pictures in one page.
    std::string prefix = "picture";
};

std::string svg(List const& list, SvgPage const& page, IconOutline const& outline);

// Text within an element or an attribute, of XML or HTML: what they do not allow is left out or
// replaced, and so are the marks that turn the direction of writing (base::sanitized).
std::string xml_escaped(std::string_view text);

} // namespace pictures
