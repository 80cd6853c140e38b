#include "ui/app/app.h"

// Made and ended in a file of its own: the one place that compiles what all views keep.
namespace ui {

App::App(Host& host, Look const& look, Settings const& settings)
    : host_(host)
    , look_(look)
    , settings_(settings)
{
    if (host_.can_chime()) top_bar_.timer.player = TimerPill::Player::ready;
}

App::~App() = default;

} // namespace ui
