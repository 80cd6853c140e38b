#pragma once

#include "ui/kit/widgets.h"

#include <string>
#include <vector>

namespace ui {

// Which build of the program this is, and the libraries it is made of.
struct About {
    struct Component {
        std::string name, version, licence; // an SPDX identifier where there is one
    };
    std::string version;
    std::string commit; // short hash; empty when it was built from sources without their history
    std::vector<Component> components;
};

struct AboutDialog {
    bool shown = false;
    About about;
    Scroll scroll;
};

void draw(Ui& ui, AboutDialog& dialog);

} // namespace ui
