#pragma once

#include "ui/kit/screen.h"
#include "ui/screens/review/review_view.h"

namespace ui {

class ReviewScreen : public Screen {
public:
    Asked draw(Ui& ui, Workshop const& workshop) override;
    [[nodiscard]] bool tells_story() const override { return true; }
    [[nodiscard]] bool at_rest() const override;
    [[nodiscard]] std::uint64_t picture() const override;
    [[nodiscard]] RoomLook room_look(model::Document const& doc, float scale) const override;
    bool go_to(Target const& target) override; // a case or an axis
    [[nodiscard]] std::size_t chosen() const override { return view_.selected ? 1 : 0; }

private:
    ReviewView view_;
};

} // namespace ui
