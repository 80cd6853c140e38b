#pragma once

#include "shell/window/png.h"

#include <optional>
#include <string>

// What a person sees of the window with this title, asked of the X server: not what the program
// believes that it shows. Nothing where there is no such server or window.
std::optional<shell::Picture> on_screen(std::string const& title);
