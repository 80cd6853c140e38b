#include "ui/screens/group/group_screen.h"

namespace ui {

Asked GroupScreen::draw(Ui& ui, Workshop const& workshop)
{
    auto asked = ui::draw(ui, view_, workshop);
    go_there(ui);
    return asked;
}

} // namespace ui
