#pragma once

#include "i18n/catalogue.h"

#include <filesystem>
#include <optional>

// The program with its window, and its pictures without one.
namespace shell {

// Opens the board on `file`, or the start screen. Returns the process's exit code.
int run_board(std::optional<std::filesystem::path> const& file,
              std::optional<std::string> const& language);

// Draws the board and the matrix of an axis of `file` at 1920×1080, writes PNG files into `folder`
// and prints their paths. Returns the process's exit code.
int draw_pictures(std::filesystem::path const& file, std::filesystem::path const& folder,
                  std::optional<std::string> const& language);

} // namespace shell
