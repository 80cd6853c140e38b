#include "ui/app/app.h"

// Made and ended in a file of its own: the one place that compiles what it keeps.
namespace ui {

App::App(Host& host, Look const& look, Settings const& settings)
    : dispatch_(host)
    , look_(look)
    , settings_(settings)
{
    if (dispatch_.can_chime()) top_bar_.timer.player = TimerPill::Player::ready;
}

App::~App() = default;

} // namespace ui
