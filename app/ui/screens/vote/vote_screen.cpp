#include "ui/screens/vote/vote_screen.h"

#include <fmt/format.h>

#include <utility>

namespace ui {

Asked VoteScreen::draw(Ui& ui, Workshop const& workshop) { return ui::draw(ui, view_, workshop); }

std::optional<double> VoteScreen::next_change(model::Document const& doc, std::int64_t now_ms) const
{
    return ui::next_change(view_, doc, now_ms);
}

bool VoteScreen::in_the_booth() const { return ui::in_the_booth(view_); }

std::string VoteScreen::ballot_begun(model::Document const& doc) const
{
    using enum VoteView::Overlay;
    auto const* round = model::find<model::Round>(doc, view_.round);
    bool const shown = view_.overlay == ballot || view_.overlay == ask_leave;
    auto const& in_hand = view_.ballot;
    if (!round || !shown || is_blank(*round, in_hand)) return {};
    auto out = in_hand.token + ' ';
    for (auto const& [on, amount] : in_hand.given) out += fmt::format("{}:{};", on.value, amount);
    for (auto const on : in_hand.chosen) out += fmt::format("{};", on.value);
    for (auto const& duel : in_hand.duels) out += fmt::format("{};", static_cast<int>(duel.said));
    return out;
}

// No case stands out before the result is shown: that would suggest an answer.
RoomLook VoteScreen::room_look(model::Document const& doc, float scale) const
{
    RoomLook look;
    look.round = view_.round;
    if (view_.fresh) look.prepares = RoomLook::Round::prepared;
    if (model::get<model::RoundStatus>(doc, view_.round).state == model::RoundState::revealed)
        look.on = view_.selected;
    look.scrolled = view_.scroll.offset / scale;
    return look;
}

void VoteScreen::show_the_room(RoomLook const& look, float scale)
{
    view_.round = look.round;
    view_.fresh = look.prepares == RoomLook::Round::prepared;
    view_.selected = look.on;
    view_.scroll.offset = look.scrolled * scale;
}

std::optional<exchange::Image> VoteScreen::image(model::Document const& doc) const
{
    auto const* round = model::find<model::Round>(doc, view_.round);
    if (in_the_booth() || !round) return std::nullopt;
    return exchange::Image{exchange::Shows::result, round->number};
}

bool VoteScreen::go_to(Target const& target)
{
    if (auto const* on = std::get_if<model::CaseId>(&target)) view_.selected = view_.sought = *on;
    if (auto const* round = std::get_if<model::RoundId>(&target)) {
        view_.round = *round;
        view_.fresh = false;
    }
    return std::holds_alternative<model::CaseId>(target) ||
           std::holds_alternative<model::RoundId>(target);
}

void VoteScreen::beside(board::CardSet const& chosen)
{
    view_.setup.on_board.assign(chosen.begin(), chosen.end());
}

// The dialog for hands waits for its result and shows errors itself.
Screen::Says VoteScreen::answered(edit::Command const& command, base::Result<void> const& result)
{
    if (result && command.is<edit::DecideTie>()) view_.results.cut.reset();
    bool const in_window = view_.overlay == VoteView::Overlay::hands && view_.round != view_.asked;
    if (!in_window ||
        (result && !command.is<edit::CountHands>() && !command.is<edit::RaiseHands>()))
        return Says::nothing;
    hands_answered(view_, result);
    return Says::why_not;
}

void VoteScreen::answered(CastBallot const& wish, base::Result<void> const& result)
{
    ui::answered(view_, wish, result);
}

void VoteScreen::answered(WithdrawBallot const& wish, base::Result<void> const& result)
{
    ui::answered(view_, wish, result);
}

std::vector<RailItem> VoteScreen::page_rail(Workshop const& workshop)
{
    auto const items = rail_of(view_, workshop);
    return {items.begin(), items.end()};
}

void VoteScreen::press_rail(Workshop const& workshop, std::string_view id)
{
    ui::press_rail(view_, workshop, id);
}

void VoteScreen::stop_there() { view_.queue.clear(); }

void VoteScreen::go_on_from(Screen& before)
{
    if (auto* same = dynamic_cast<VoteScreen*>(&before))
        keep_in_hand(view_, std::move(same->view_));
}

} // namespace ui
