#pragma once

#include "i18n/catalogue.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace ui {
class App;
}

// The program with its window, and its pictures without one.
namespace shell {

// For a program that stands around the board and measures it.
struct Onlooker {
    std::function<void()> first_picture; // it is on the screen
    std::function<void(ui::App&)>
        before_picture; // each one; what is asked of the app then is in it
};

// Opens the board on `file`, or the start screen. Returns the process's exit code.
int run_board(std::optional<std::filesystem::path> const& file,
              std::optional<std::string> const& language, Onlooker const& onlooker = {});

// From any thread: the board that sleeps draws once more.
void wake_board();

// Draws the board and the matrix of an axis of `file` at 1920×1080, writes PNG files into `folder`
// and prints their paths. Returns the process's exit code.
int draw_pictures(std::filesystem::path const& file, std::filesystem::path const& folder,
                  std::optional<std::string> const& language);

} // namespace shell
