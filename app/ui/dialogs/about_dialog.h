#pragma once

#include "ui/kit/widgets.h"

#include <string>
#include <vector>

namespace ui {

// The build of the program and its libraries.
struct About {
    struct Component {
        std::string name, version, licence; // licence: an SPDX identifier if there is one
    };
    std::string version;
    std::string commit; // short hash; empty when built without the history
    std::vector<Component> components;
};

struct AboutDialog {
    bool shown = false;
    About about;
    Scroll scroll;
};

void draw(Ui& ui, AboutDialog& dialog);

} // namespace ui
