#pragma once

#include "ui/kit/screen.h"
#include "ui/screens/decide/decide_view.h"

namespace ui {

class DecideScreen : public Screen {
public:
    Asked draw(Ui& ui, Workshop const& workshop) override;
    [[nodiscard]] bool at_rest() const override { return !view_.selected; }
    [[nodiscard]] std::optional<exchange::Image> image(model::Document const& doc) const override;
    [[nodiscard]] RoomLook room_look(model::Document const& doc, float scale) const override;
    void show_the_room(RoomLook const& look, float scale) override;
    bool go_to(Target const& target) override; // a case
    [[nodiscard]] std::size_t chosen() const override { return view_.selected ? 1 : 0; }
    using Screen::answered;
    Says answered(edit::Command const& command, base::Result<void> const& result) override;

private:
    DecideView view_;
};

} // namespace ui
