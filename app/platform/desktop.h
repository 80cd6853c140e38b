#pragma once

#include <string>

// Desktop settings: language, colours, motion.
namespace platform {

// Read from GNOME and its derivatives by their command-line tools, from GTK and KDE by their
// settings files; CADRAN_REDUCED_MOTION (1 or 0) overrides the setting for motion. Takes some tens
// of milliseconds, and some seconds when a desktop does not answer.
struct DesktopWishes {
    bool less_motion = false;
    bool dark = false;
};
DesktopWishes desktop_wishes();

// The locale of the system ("fr_FR.UTF-8"); empty when it is not set.
std::string desktop_language();

} // namespace platform
