#pragma once

#include "shell/window/png.h"

#include <optional>
#include <string>

// The pixels of the window with this title, from the X server. Nothing without such a server or
// window.
std::optional<shell::Picture> on_screen(std::string const& title);
