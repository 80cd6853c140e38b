#include "ui/vote_view.h"

#include "analysis/order.h"
#include "ui/icons.h"

#include <imgui.h>

#include <array>

namespace ui {
namespace {

model::RoundState state_of(Workshop const& workshop, model::RoundId id)
{
    return model::get<model::RoundStatus>(workshop.doc(), id).state;
}

std::optional<Wish> rail(Ui& ui, VoteView& view, Workshop const& workshop, Frame const& frame,
                         bool open, bool setup)
{
    auto const state = [](bool usable) { return usable ? ItemState::normal : ItemState::disabled; };
    bool const may = workshop.access == Access::edit;
    bool const result = view.round && !open && !setup;
    bool const empty_urn = !open;
    std::array const items{RailItem{"rail.ballot", icon::how_to_vote, "vote.rail.ballot",
                                    open && may ? ItemState::normal : ItemState::disabled},
                           RailItem{"rail.results", icon::leaderboard, "vote.rail.results",
                                    result ? ItemState::selected : ItemState::disabled},
                           RailItem{"rail.hands", icon::front_hand, "vote.rail.hands",
                                    state(setup && may && empty_urn)},
                           RailItem{"rail.new", icon::add, "vote.rail.new", state(may && result)}};
    auto const press = draw_rail(ui, workshop, frame.rail, items);
    if (press.id == "rail.ballot") start_ballot(view, workshop);
    if (press.id == "rail.hands") view.overlay = VoteView::Overlay::hands;
    if (press.id == "rail.new") {
        view.fresh = true;
        view.draft = default_round(ui, workshop);
    }
    return press.wish;
}

} // namespace

model::Round default_round(Ui const& ui, Workshop const& workshop)
{
    model::Round round;
    round.question = ui.tr("vote.question.dots");
    round.cases = analysis::visible_cases(workshop.doc());
    round.headcount = model::get<model::Room>(workshop.doc()).headcount;
    return round;
}

void start_ballot(VoteView& view, Workshop const& workshop)
{
    view.ballot = {};
    view.ballot.token = workshop.mint_token();
    view.last_token.clear();
    view.overlay = VoteView::Overlay::ballot;
}

std::optional<Wish> draw(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const frame = frame_of(ui, Panel::shown);
    auto const& rounds = model::table<model::Round>(workshop.doc());
    if (!view.queue.empty()) { // one act a frame
        auto wish = view.queue.front();
        view.queue.pop_front();
        ui.keep_drawing(0.1);
        return wish;
    }
    for (auto const& [id, round] : rounds) // what is open is what the room looks at
        if (state_of(workshop, id) == model::RoundState::open) view.round = id;
    if (!rounds.contains(view.round))
        view.round = rounds.empty() ? model::RoundId{} : rounds.rbegin()->first;
    auto const state = view.round ? state_of(workshop, view.round) : model::RoundState::setup;
    bool const setup = !view.round || view.fresh || state == model::RoundState::setup;
    bool const open = !setup && state == model::RoundState::open;
    auto wish = rail(ui, view, workshop, frame, open, setup);
    auto take = [&](std::optional<Wish> asked) {
        if (asked) wish = std::move(asked);
    };
    if (setup)
        take(draw_vote_setup(ui, view, workshop, frame));
    else if (open)
        take(draw_vote_open(ui, view, workshop, frame));
    else
        take(draw_vote_results(ui, view, workshop, frame));
    take(draw_vote_overlays(ui, view, workshop));
    return wish;
}

} // namespace ui
