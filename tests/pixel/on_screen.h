#pragma once

#include "shell/window/png.h"

#include <optional>
#include <string>

// The pixels of the window with this title, from the X server. Nothing without such a server or
// window.
std::optional<shell::Picture> on_screen(std::string const& title);

// Asks the window with this title to close, as a window manager does. False without such a server
// or window.
bool ask_to_close(std::string const& title);
