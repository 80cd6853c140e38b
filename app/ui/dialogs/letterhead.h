#pragma once

#include <filesystem>
#include <string>

namespace ui {

// The head of all reports made on this machine.
struct Letterhead {
    std::string organisation;
    std::filesystem::path logo; // an image file; empty: none
    friend bool operator==(Letterhead const&, Letterhead const&) = default;
};

} // namespace ui
