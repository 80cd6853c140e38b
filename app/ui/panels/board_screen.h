#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/screen.h"
#include "ui/panels/card_sheet.h"

namespace ui {

// The common part of the screens that show the board.
class BoardScreen : public Screen {
public:
    void begin_frame(Ui& ui) override;
    [[nodiscard]] Board middle() const override { return Board::yes; }
    void enter_middle() override; // selects the first card if none is selected
    [[nodiscard]] bool at_rest() const override;
    [[nodiscard]] bool keeps_hidden() const override { return true; }
    bool go_to(Target const& target) override; // a case or a frame
    void centre_on(model::CaseId card) override { ui::centre_on(canvas(), card); }
    [[nodiscard]] RoomLook room_look(model::Document const& doc, float scale) const override;
    void show_the_room(RoomLook const& look, float scale) override;
    [[nodiscard]] std::size_t chosen() const override { return chosen_cards()->size(); }
    [[nodiscard]] board::CardSet const* chosen_cards() const override
    {
        return &canvas().selection.cards;
    }
    [[nodiscard]] std::optional<exchange::Image> image(model::Document const&) const override
    {
        return exchange::Image{};
    }
    [[nodiscard]] bool has_draft() const override { return canvas().draft.has_value(); }
    void drop_draft() override { canvas().draft.reset(); }
    void give_back(edit::Command const& refused, model::Document const& doc) override;
    void go_on_from(Screen& before) override;

protected:
    [[nodiscard]] virtual Canvas& canvas() = 0;
    [[nodiscard]] virtual Canvas const& canvas() const = 0;
    [[nodiscard]] virtual CardSheet& sheet() = 0;
    // Carries out `go_to` and `go_on_from`, once the board is drawn.
    void go_there(Ui& ui);

private:
    struct InHand {
        std::optional<Draft> draft;
        board::Selection selection;
        board::Camera camera;
    };
    std::optional<InHand> in_hand_; // of the other file
    std::optional<Target> to_;
    std::optional<Draft> typed_; // as of the previous frame
};

} // namespace ui
