#pragma once

#include "board/card_set.h"
#include "edit/command.h"
#include "exchange/images/images.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace ui {

// What can be gone to on a screen.
using Target = std::variant<model::CaseId, model::GroupId, model::AxisId, model::RoundId>;

// One step of the workshop on the screen: what it keeps between frames, and the little that the app
// has to know of it. The app holds one of each, makes new ones for each session, and draws one of
// them (see ui/app/screens.h). What has an answer here is said by the screens that it concerns.
class Screen {
public:
    Screen() = default;
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;
    virtual ~Screen() = default;

    // Before anything of a frame is drawn, on the screen or not.
    virtual void begin_frame(Ui& /*ui*/) {}
    // Draws it in `frame_of`, answers its keys, returns what was asked for.
    virtual Asked draw(Ui& ui, Workshop const& workshop) = 0;

    // The middle of the screen has keys of its own where no widget has the keyboard; F6 came to it.
    [[nodiscard]] virtual Board middle() const { return Board::no; }
    virtual void enter_middle() {}
    // What lies above the panel too: it begins so many pixels lower.
    [[nodiscard]] virtual float above_panel(Ui const& /*ui*/) const { return 0; }

    // Seconds until its picture changes by itself, if it does.
    [[nodiscard]] virtual std::optional<double> next_change(model::Document const& /*doc*/,
                                                            std::int64_t /*now_ms*/) const
    {
        return std::nullopt;
    }
    // Is there nothing on it that Escape would leave?
    [[nodiscard]] virtual bool at_rest() const { return true; }
    // Differs for each of the pictures that one jumps between; what moves in one does not count.
    [[nodiscard]] virtual std::uint64_t picture() const { return 0; }
    // A ballot is being filled in, or the keyboard passed on: not for the room to read.
    [[nodiscard]] virtual bool in_the_booth() const { return false; }
    // Cards may lie face down on it; any other reads them all out.
    [[nodiscard]] virtual bool keeps_hidden() const { return false; }

    // What it shows, as a picture to be copied; none: nothing that may be.
    [[nodiscard]] virtual std::optional<exchange::Image> image(model::Document const& /*doc*/) const
    {
        return std::nullopt;
    }

    // Goes where that is with the next frame. False when it does not show such things.
    virtual bool go_to(Target const& /*target*/) { return false; }
    // Puts a card in the middle of its board, at 100 %, at once.
    virtual void centre_on(model::CaseId /*card*/) {}
    // It tells what happened: Workshop::story is read on while it is shown.
    [[nodiscard]] virtual bool tells_story() const { return false; }

    // How many cards or rows are selected; those of a board; what is selected on another board.
    [[nodiscard]] virtual std::size_t chosen() const { return 0; }
    [[nodiscard]] virtual board::CardSet const* chosen_cards() const { return nullptr; }
    virtual void beside(board::CardSet const& /*chosen*/) {}

    // What is typed into it outside of fields, for `keep_typed` of the app: whether there is any;
    // dropped because it says nothing.
    [[nodiscard]] virtual bool has_draft() const { return false; }
    virtual void drop_draft() {}

    // What became of what was asked for. Of a command: whether the screen itself says why it was
    // refused. Every screen hears of what was kept; only the one shown, of what goes back to where
    // it was typed.
    enum class Says { nothing, why_not };
    virtual Says answered(edit::Command const& /*command*/, base::Result<void> const& /*result*/)
    {
        return Says::nothing;
    }
    virtual void give_back(edit::Command const& /*refused*/, model::Document const& /*doc*/) {}
    virtual void answered(CastBallot const& /*wish*/, base::Result<void> const& /*result*/) {}
    virtual void answered(WithdrawBallot const& /*wish*/, base::Result<void> const& /*result*/) {}
    // Something was refused: what was to follow it does not.
    virtual void stop_there() {}
    // The same session goes on in another file, and this screen in place of `before`, which is of
    // its own class: what a person has in hand stays in hand.
    virtual void go_on_from(Screen& /*before*/) {}

    // Proposals are about to be written. With moderation off their cards fall in sight, clear of
    // what is `taken`; the cases have their ids.
    virtual void lay(Ui& /*ui*/, edit::Propose& /*proposals*/, model::Document const& /*doc*/,
                     std::vector<base::Rect>& /*taken*/)
    {
    }
};

} // namespace ui
