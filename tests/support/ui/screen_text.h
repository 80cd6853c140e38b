#pragma once

#include "support/ui/ui_driver.h"
#include "ui/kit/ui_state.h"

#include <cstdint>
#include <string>
#include <vector>

// The texts of a screen as drawn: cut, with low contrast, or overlapping.
namespace support {

struct SeenText {
    ui::DrawnLine line;
    // Covered: opaque shapes were drawn over its middle.
    enum class Sight { shown, covered } sight = Sight::shown;
    // lowest contrast ratio (WCAG 2.2) to the background along the line: 1 to 21
    double contrast = 21;
};

// Draws one frame and returns its texts.
std::vector<SeenText> texts_of(UiDriver& driver);
// Whether the button has the look of a main one: light text on a dark fill, by day.
bool is_main(UiDriver& driver, std::string const& id);

// Channels of sRGB, 0 to 1.
struct Rgb {
    double r = 0, g = 0, b = 0;
};
// The contrast ratio of WCAG 2.2.
double contrast(Rgb const& a, Rgb const& b);

} // namespace support
