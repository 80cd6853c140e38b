#include "ui/app/app.h"

// Constructor and destructor, in a separate file because they compile all members.
namespace ui {

App::App(Host& host, Look const& look, Settings const& settings)
    : dispatch_(host)
    , look_(look)
    , settings_(settings)
{
    if (dispatch_.can_chime()) top_bar_.timer.player = TimerPill::Player::ready;
}

App::~App() { keep_notes(); }

} // namespace ui
