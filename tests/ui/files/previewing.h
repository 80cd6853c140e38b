#pragma once

#include "support/ui/room.h"

// The preview of an imported file or a pasted text.
namespace previewing {

using support::Room;

struct Preview : Room {
    Preview();
    void drop(std::string const& name, std::string csv);
    void paste(std::string const& text);
    void mean(int column, std::string const& field);
    void add();
    [[nodiscard]] int entries_of(std::string const& label) const;
    [[nodiscard]] std::vector<model::Case> cases();
    [[nodiscard]] std::vector<std::string> titles();
    void press(std::string const& id);
    [[nodiscard]] model::Case first();
};

} // namespace previewing
