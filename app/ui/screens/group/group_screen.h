#pragma once

#include "ui/panels/board_screen.h"
#include "ui/screens/group/group_view.h"

namespace ui {

class GroupScreen : public BoardScreen {
public:
    Asked draw(Ui& ui, Workshop const& workshop) override;

protected:
    [[nodiscard]] Canvas& canvas() override { return view_.canvas; }
    [[nodiscard]] Canvas const& canvas() const override { return view_.canvas; }
    [[nodiscard]] CardSheet& sheet() override { return view_.sheet; }

private:
    GroupView view_;
};

} // namespace ui
