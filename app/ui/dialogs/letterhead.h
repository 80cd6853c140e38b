#pragma once

#include <filesystem>
#include <string>

namespace ui {

// At the head of the reports that are made on this machine, whatever the session.
struct Letterhead {
    std::string organisation;
    std::filesystem::path logo; // a picture; empty: none
    friend bool operator==(Letterhead const&, Letterhead const&) = default;
};

} // namespace ui
