#pragma once

#include "ui/kit/screen.h"

#include <memory>
#include <optional>
#include <vector>

namespace ui {

// The screens of a session, one per step. The list in screens.cpp is the only place that names
// them.
class Screens {
public:
    Screens();

    [[nodiscard]] Screen& at(model::Step step) const;
    // Each screen once, in step order.
    [[nodiscard]] std::vector<std::unique_ptr<Screen>> const& all() const { return all_; }
    // The step that shows such a target, when the present screen does not.
    [[nodiscard]] static model::Step home_of(Target const& target);
    // The first step of a session on the screen; none: its room's step.
    [[nodiscard]] static std::optional<model::Step> opens_on(Access access);

private:
    std::vector<std::unique_ptr<Screen>> all_;
    std::vector<Screen*> at_; // by step
};

} // namespace ui
