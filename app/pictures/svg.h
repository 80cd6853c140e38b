#pragma once

#include "pictures/list.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// A display list as a self-contained SVG: no style sheet, script or external resource. Equal lists
// give equal bytes. Texts remain text, in Inter or a substitute, fitted to the measured width;
// icons are outlines.
namespace pictures {

// The outline of an icon: an SVG path for `d` in a unit square with its top left at 0,0. Empty:
// unknown icon.
using IconOutline = std::function<std::string(unsigned code)>;

struct SvgPage {
    base::Rect view;         // the visible part
    std::string title;       // for screen readers and browsers
    std::string description; // for screen readers; may be empty
    std::string language;    // "fr"; may be empty
    std::optional<Color> ground = {};
    // Prefix of all ids: must differ between pictures in one page.
    std::string prefix = "picture";
};

std::string svg(List const& list, SvgPage const& page, IconOutline const& outline);

// Escapes text for elements and attributes of XML and HTML; removes characters that they do not
// allow, and marks that change the writing direction (base::sanitized).
std::string xml_escaped(std::string_view text);

} // namespace pictures
