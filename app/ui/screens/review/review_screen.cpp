#include "ui/screens/review/review_screen.h"

#include "ui/screens/review/review_parts.h"

namespace ui {

Asked ReviewScreen::draw(Ui& ui, Workshop const& workshop) { return ui::draw(ui, view_, workshop); }

bool ReviewScreen::at_rest() const { return !view_.selected && !view_.player.plays(); }

std::uint64_t ReviewScreen::picture() const { return static_cast<std::uint64_t>(view_.show); }

// The step's own screen, at the moment that is shown.
RoomLook ReviewScreen::room_look(model::Document const& doc, float) const
{
    RoomLook look;
    look.axis = view_.axis;
    look.on = view_.selected;
    look.step = step_shown(view_, doc);
    return look;
}

bool ReviewScreen::go_to(Target const& target)
{
    if (auto const* on = std::get_if<model::CaseId>(&target)) {
        select(view_, *on);
        return true;
    }
    if (auto const* axis = std::get_if<model::AxisId>(&target)) {
        view_.show = ReviewView::Show::matrix;
        view_.axis = *axis;
        return true;
    }
    return false;
}

} // namespace ui
