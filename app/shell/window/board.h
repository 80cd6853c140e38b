#pragma once

#include "i18n/catalogue.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace ui {
class App;
}

// The program with its window, and pictures without a window.
namespace shell {

// Hooks for a program that measures the board.
struct Onlooker {
    std::function<void()> first_picture; // it is on the screen
    std::function<void(ui::App&)>
        before_picture; // before each one; requests to the app are then included
};

// Opens the board on `file`, or the start screen. Returns the exit code.
int run_board(std::optional<std::filesystem::path> const& file,
              std::optional<std::string> const& language, Onlooker const& onlooker = {});

// From any thread: makes the sleeping board draw again.
void wake_board();

// Draws the board and the matrix of an axis of `file` at 1920×1080 as PNG files in `folder`, and
// prints their paths. Returns the exit code.
int draw_pictures(std::filesystem::path const& file, std::filesystem::path const& folder,
                  std::optional<std::string> const& language);

} // namespace shell
