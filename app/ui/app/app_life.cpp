#include "ui/app/app.h"
#include "ui/screens/compare/compare_view.h"
#include "ui/screens/home/home_view.h"

// Constructor and destructor, in a separate file because they compile all members.
namespace ui {

App::App(Host& host, Look const& look, Settings const& settings)
    : dispatch_(host)
    , look_(look)
    , settings_(settings)
    , home_(std::make_unique<HomeView>())
    , compare_(std::make_unique<CompareView>())
{
    if (dispatch_.can_chime()) top_bar_.timer.player = TimerPill::Player::ready;
}

App::~App() = default;

} // namespace ui
