#pragma once

#include "ui/kit/screen.h"
#include "ui/screens/place/place_view.h"

namespace ui {

class PlaceScreen : public Screen {
public:
    Asked draw(Ui& ui, Workshop const& workshop) override;
    [[nodiscard]] Board middle() const override;                  // the matrix
    [[nodiscard]] float above_panel(Ui const& ui) const override; // the axis tabs
    [[nodiscard]] std::optional<double> next_change(model::Document const& doc,
                                                    std::int64_t now_ms) const override;
    [[nodiscard]] bool at_rest() const override { return !view_.drag && !view_.nudge; }
    [[nodiscard]] std::uint64_t picture() const override;
    [[nodiscard]] bool in_the_booth() const override;
    [[nodiscard]] std::string ballot_begun(model::Document const& doc) const override;
    [[nodiscard]] RoomLook room_look(model::Document const& doc, float scale) const override;
    void show_the_room(RoomLook const& look, float scale) override;
    [[nodiscard]] std::optional<exchange::Image> image(model::Document const& doc) const override;
    bool go_to(Target const& target) override; // a case or an axis
    [[nodiscard]] std::size_t chosen() const override { return view_.selected ? 1 : 0; }
    void give_back(edit::Command const& refused, model::Document const& doc) override;
    using Screen::answered;
    void answered(CastBallot const& wish, base::Result<void> const& result) override;
    void stop_there() override { view_.estimate.queue.clear(); }
    void go_on_from(Screen& before) override;

private:
    using RoundReads = analysis::Reads<model::Round, model::RoundStatus>;
    using RoomReads = analysis::Reads<model::Round, model::RoundStatus, model::Placement>;

    PlaceView view_;
    analysis::Derived<std::size_t, RoundReads> committee_rounds_{"place.committee"};
    analysis::Derived<model::Document, RoomReads> committee_room_{"place.committee_room"};
    std::optional<std::size_t> known_rounds_; // of the committee, when last drawn
};

} // namespace ui
