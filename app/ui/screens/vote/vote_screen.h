#pragma once

#include "ui/kit/screen.h"
#include "ui/screens/vote/vote_view.h"

namespace ui {

class VoteScreen : public Screen {
public:
    Asked draw(Ui& ui, Workshop const& workshop) override;
    [[nodiscard]] std::optional<double> next_change(model::Document const& doc,
                                                    std::int64_t now_ms) const override;
    [[nodiscard]] bool in_the_booth() const override;
    [[nodiscard]] std::string ballot_begun(model::Document const& doc) const override;
    [[nodiscard]] RoomLook room_look(model::Document const& doc, float scale) const override;
    void show_the_room(RoomLook const& look, float scale) override;
    [[nodiscard]] std::optional<exchange::Image> image(model::Document const& doc) const override;
    bool go_to(Target const& target) override; // a case or a vote
    void beside(board::CardSet const& chosen) override;
    Says answered(edit::Command const& command, base::Result<void> const& result) override;
    void answered(CastBallot const& wish, base::Result<void> const& result) override;
    void answered(WithdrawBallot const& wish, base::Result<void> const& result) override;
    void stop_there() override;
    void go_on_from(Screen& before) override;
    [[nodiscard]] std::vector<RailItem> page_rail(Workshop const& workshop) override;
    void press_rail(Workshop const& workshop, std::string_view id) override;

private:
    VoteView view_;
};

} // namespace ui
