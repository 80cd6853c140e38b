#pragma once

#include "board/card_set.h"
#include "edit/command.h"
#include "exchange/images/images.h"
#include "ui/kit/frame.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace ui {

// Something that a screen can show on request.
using Target = std::variant<model::CaseId, model::GroupId, model::AxisId, model::RoundId>;

// What a screen shows to the room, beside the session: nothing that is typed, chosen from a list or
// waits for the facilitator.
struct RoomLook {
    std::optional<model::Step> step; // whose screen the room sees; none: that of the step
    std::optional<base::Rect> area;  // the visible part of the board
    model::RoundId round;
    enum class Round { stored, prepared } prepares = Round::stored; // prepared: not to be shown
    model::AxisId axis;
    model::CaseId on; // the case talked about
    int page = 0;     // the screen's own enumeration of its pictures
    model::Body body = model::Body::workshop;
    enum class Names { hidden, shown } names = Names::shown;
    enum class Clouds { hidden, shown } clouds = Clouds::shown;
    float scrolled = 0; // of its list, in design pixels
    friend bool operator==(RoomLook const&, RoomLook const&) = default;
};

// The screen of one step: its state between frames, and what the app needs to know of it. The app
// creates one of each per session and draws one at a time (see ui/app/screens.h). Functions with a
// default are overridden by the screens concerned.
class Screen {
public:
    Screen() = default;
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;
    virtual ~Screen() = default;

    // Called before each frame, also while not shown.
    virtual void begin_frame(Ui& /*ui*/) {}
    // Draws it in `layout_of`, handles its keys, returns its wishes.
    virtual Asked draw(Ui& ui, Workshop const& workshop) = 0;

    // The main area handles keys itself while no widget has the focus; F6 stops at it.
    [[nodiscard]] virtual Board middle() const { return Board::no; }
    virtual void enter_middle() {}
    // Height in pixels that is reserved above the panel.
    [[nodiscard]] virtual float above_panel(Ui const& /*ui*/) const { return 0; }

    // Seconds until it changes without input, if it does.
    [[nodiscard]] virtual std::optional<double> next_change(model::Document const& /*doc*/,
                                                            std::int64_t /*now_ms*/) const
    {
        return std::nullopt;
    }
    // Whether Escape has nothing to close on it.
    [[nodiscard]] virtual bool at_rest() const { return true; }
    // Identifies the picture shown; differs between pictures that change abruptly.
    [[nodiscard]] virtual std::uint64_t picture() const { return 0; }
    // Whether a ballot is being filled in or the next voter awaited: hidden from the room.
    [[nodiscard]] virtual bool in_the_booth() const { return false; }
    // A ballot that was begun and is not in the ballot box, as text to compare; empty: none.
    [[nodiscard]] virtual std::string ballot_begun(model::Document const& /*doc*/) const
    {
        return {};
    }
    // Whether cards may be face down on it; other screens show all.
    [[nodiscard]] virtual bool keeps_hidden() const { return false; }
    // Whether importing cases is an action of this step: it then moves the room here.
    [[nodiscard]] virtual bool takes_imports() const { return false; }

    // What the room sees of it. `scale`: of the window it is drawn in.
    [[nodiscard]] virtual RoomLook room_look(model::Document const& /*doc*/, float /*scale*/) const
    {
        return {};
    }
    // Shows that, in the room's window. Called before each frame.
    virtual void show_the_room(RoomLook const& /*look*/, float /*scale*/) {}

    // The picture to copy; none: nothing that may be copied.
    [[nodiscard]] virtual std::optional<exchange::Image> image(model::Document const& /*doc*/) const
    {
        return std::nullopt;
    }

    // Goes there with the next frame. False when it does not show such things.
    virtual bool go_to(Target const& /*target*/) { return false; }
    // Centres its board on a card at 100 %, without animation.
    virtual void centre_on(model::CaseId /*card*/) {}
    // Whether Workshop::story is read while it is shown.
    [[nodiscard]] virtual bool tells_story() const { return false; }

    // The number of selected cards or rows; of a board; takes over the selection of another board.
    [[nodiscard]] virtual std::size_t chosen() const { return 0; }
    [[nodiscard]] virtual board::CardSet const* chosen_cards() const { return nullptr; }
    virtual void beside(board::CardSet const& /*chosen*/) {}

    // The proposals that wait, for a screen that has some: draws them into `area` of the
    // facilitator's page, which is at that step, and handles their keys.
    [[nodiscard]] virtual bool has_inbox() const { return false; }
    virtual Asked draw_inbox(Ui& /*ui*/, Workshop const& /*workshop*/, base::Rect const& /*area*/,
                             model::Step /*step*/)
    {
        return {};
    }

    // The items of its rail that the facilitator's page shows too, and the result of a press there,
    // before the screen is shown.
    [[nodiscard]] virtual std::vector<RailItem> page_rail(Workshop const& /*workshop*/)
    {
        return {};
    }
    virtual void press_rail(Workshop const& /*workshop*/, std::string_view /*id*/) {}

    // Unsaved input outside of fields, for `keep_typed` of the app: whether there is any; discards
    // empty input.
    [[nodiscard]] virtual bool has_draft() const { return false; }
    virtual void drop_draft() {}

    // Reports what happened to its wishes. For a command: returns whether the screen explains the
    // refusal itself. Every screen is told of accepted wishes; only the visible one of refused
    // text.
    enum class Says { nothing, why_not };
    virtual Says answered(edit::Command const& /*command*/, base::Result<void> const& /*result*/)
    {
        return Says::nothing;
    }
    virtual void give_back(edit::Command const& /*refused*/, model::Document const& /*doc*/) {}
    virtual void answered(CastBallot const& /*wish*/, base::Result<void> const& /*result*/) {}
    virtual void answered(WithdrawBallot const& /*wish*/, base::Result<void> const& /*result*/) {}
    // A wish was refused: cancels follow-up actions.
    virtual void stop_there() {}
    // Takes over the input in progress from `before`, a screen of the same class, when the session
    // continues in another file.
    virtual void go_on_from(Screen& /*before*/) {}

    // Called before proposals are written. Without moderation, positions their cards in the visible
    // area, clear of `taken`; the cases have their ids.
    virtual void lay(Ui& /*ui*/, edit::Propose& /*proposals*/, model::Document const& /*doc*/,
                     std::vector<base::Rect>& /*taken*/)
    {
    }
};

} // namespace ui
