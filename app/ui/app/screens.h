#pragma once

#include "ui/kit/screen.h"

#include <memory>
#include <optional>
#include <vector>

namespace ui {

// The screens of one session, one for each step of a workshop. The list in screens.cpp is the only
// place that names them.
class Screens {
public:
    Screens();

    [[nodiscard]] Screen& at(model::Step step) const;
    // Each screen once, in the order of the steps.
    [[nodiscard]] std::vector<std::unique_ptr<Screen>> const& all() const { return all_; }
    // The step that something is gone to at, when the screen shown does not show such things.
    [[nodiscard]] static model::Step home_of(Target const& target);
    // The step that a session is shown at first; none: the one that its room is at.
    [[nodiscard]] static std::optional<model::Step> opens_on(Access access);

private:
    std::vector<std::unique_ptr<Screen>> all_;
    std::vector<Screen*> at_; // by step
};

} // namespace ui
