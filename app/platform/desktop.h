#pragma once

#include <string>

// What the person asked of the desktop.
namespace platform {

// Asked of GNOME and its kin by their own tools, of GTK and KDE by their files; for movement
// CADRAN_REDUCED_MOTION in the environment, 1 or 0, has the last word. It takes some tens of
// milliseconds, and some seconds where a desktop does not answer.
struct DesktopWishes {
    bool less_motion = false;
    bool dark = false;
};
DesktopWishes desktop_wishes();

// The language of the person as the system says it ("fr_FR.UTF-8"); empty when it does not.
std::string desktop_language();

} // namespace platform
