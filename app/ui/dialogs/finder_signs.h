#pragma once

#include <string_view>

// Widgets that the finder offers as commands. Private to this folder.
namespace ui {

// The icon and shortcut of a widget.
struct Sign {
    std::string_view id;
    unsigned icon = 0;
    std::string_view key = {};
};
// That of a known widget, else a chevron.
Sign sign_of(std::string_view id);
// Whether the finder offers it in its own words: items at the bottom of each rail, and those that
// it lists itself.
bool said_elsewhere(std::string_view id);

} // namespace ui
