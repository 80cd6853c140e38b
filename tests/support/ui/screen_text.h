#pragma once

#include "support/ui/ui_driver.h"
#include "ui/kit/ui_state.h"

#include <cstdint>
#include <string>
#include <vector>

// What a screen says, looked at as it is drawn: words cut off, faint on their ground, or lying upon
// each other.
namespace support {

struct SeenText {
    ui::DrawnLine line;
    // Nothing opaque was drawn over the middle of it.
    enum class Sight { shown, covered } sight = Sight::shown;
    double contrast = 21; // WCAG 2's ratio to its ground, the least along the line: 1 to 21
};

// The texts of one new frame.
std::vector<SeenText> texts_of(UiDriver& driver);

// Channels of sRGB, 0 to 1.
struct Rgb {
    double r = 0, g = 0, b = 0;
};
// WCAG 2.2, "contrast ratio".
double contrast(Rgb const& a, Rgb const& b);

} // namespace support
