#include "ui/screens/vote/vote_view.h"

#include "analysis/common/in_use.h"
#include "analysis/voting/tally.h"
#include "model/turnout.h"
#include "model/voting_method.h"

#include <imgui.h>

#include <array>
#include <utility>

namespace ui {
namespace {

using model::RoundState;

RoundState state_of(Workshop const& workshop, model::RoundId id)
{
    return model::get<model::RoundStatus>(workshop.doc(), id).state;
}

// The prepared round with the lowest number, or none.
model::RoundId first_prepared(Workshop const& workshop)
{
    model::RoundId out;
    int lowest = 0;
    for (auto const& [id, round] : model::table<model::Round>(workshop.doc()))
        if (model::is_vote(round) && state_of(workshop, id) == RoundState::setup &&
            (!out || round.number < lowest))
            out = id, lowest = round.number;
    return out;
}

// The result seen last, or none.
model::RoundId last_result(Workshop const& workshop)
{
    return analysis::closed_last(
               workshop.doc(),
               [&](auto id) { return analysis::shows_a_result(workshop.doc(), id); })
        .value_or(model::RoundId{});
}

// What the screen shows first: the vote that was closed last, seen or still to be revealed; else
// what is prepared; else a vote in which nobody spoke.
model::RoundId first_shown(Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    auto const spoken = analysis::closed_last(doc, [&](auto id) {
        bool const awaits =
            state_of(workshop, id) == RoundState::closed && model::anyone_voted(doc, id);
        return awaits || analysis::shows_a_result(doc, id);
    });
    if (spoken) return *spoken;
    if (auto const prepared = first_prepared(workshop)) return prepared;
    return analysis::closed_last(doc, [](auto) { return true; }).value_or(model::RoundId{});
}

void prepare(VoteView& view, Workshop const& workshop)
{
    view.round = first_prepared(workshop);
    view.fresh = !view.round;
    if (view.fresh) view.draft = default_round(workshop);
}

// Returns to the open round.
void go_to_open(VoteView& view, model::RoundId open)
{
    view.round = open;
    view.fresh = view.aside = false;
}

struct Now {
    RoundState state = RoundState::setup; // of the current round
    bool setup = true;                    // it is being prepared
};

// Chooses the current round.
Now settle(VoteView& view, Workshop const& workshop)
{
    auto const& rounds = model::table<model::Round>(workshop.doc());
    auto const open = open_round(workshop.doc());
    if (rounds.contains(view.asked)) { // it is stored now
        view.round = std::exchange(view.asked, {});
        view.fresh = false;
    } else if (view.asked && view.queue.empty()) { // refused: stays in setup
        view.asked = {};
        if (view.overlay == VoteView::Overlay::hands) view.overlay = VoteView::Overlay::nothing;
    }
    view.aside = view.aside && open && (view.fresh || view.round != open);
    if (open && !view.aside) go_to_open(view, open); // the room is looking at it
    if (!rounds.contains(view.round) || !model::is_vote(rounds.at(view.round)))
        view.round = first_shown(workshop);
    Now now;
    if (view.round) now.state = state_of(workshop, view.round);
    now.setup = !view.round || view.fresh || now.state == RoundState::setup;
    return now;
}

std::array<RailItem, 4> items_of(Workshop const& workshop, Now now)
{
    bool const may = workshop.access == Access::edit;
    auto const round = open_round(workshop.doc());
    bool const open = bool(round);
    bool const closing = model::collection_in_progress(workshop.doc(), round) != nullptr;
    bool const hands =
        workshop.conducts() && !closing &&
        (open ? model::takes_hands(model::get<model::Round>(workshop.doc(), round)) : now.setup);
    bool const shown = !now.setup && now.state == RoundState::revealed;
    auto usable = [](bool can) { return can ? ItemState::normal : ItemState::disabled; };
    return {RailItem{"rail.new", icon::tune, "vote.rail.prepare",
                     now.setup ? ItemState::selected : usable(may)},
            RailItem{"rail.ballot", icon::how_to_vote, "vote.rail.ballot",
                     usable(open && may && !closing)},
            RailItem{"rail.hands", icon::front_hand, "vote.rail.hands", usable(hands && may)},
            RailItem{"rail.results", icon::leaderboard, "vote.rail.results",
                     shown ? ItemState::selected : usable(bool(last_result(workshop)) && !open)}};
}

} // namespace

VoteView::VoteView() = default;
VoteView::~VoteView() = default;
VoteView::VoteView(VoteView&&) noexcept = default;
VoteView& VoteView::operator=(VoteView&&) noexcept = default;

model::Round default_round(Workshop const& workshop)
{
    model::Round round;
    set_method(round, model::Method::choose_spread);
    round.cases = analysis::visible_cases(workshop.doc());
    round.headcount = model::headcount_of(workshop.doc());
    return round;
}

int cast_count(Workshop const& workshop, model::RoundId round)
{
    return static_cast<int>(workshop.session.ballots(round)) +
           model::get<model::RoundStatus>(workshop.doc(), round).by_hand;
}

model::RoundId open_round(model::Document const& doc)
{
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc))
        if (status.state == RoundState::open && model::is_vote(model::get<model::Round>(doc, id)))
            return id;
    return {};
}

std::array<RailItem, 4> rail_of(VoteView& view, Workshop const& workshop)
{
    return items_of(workshop, settle(view, workshop));
}

void press_rail(VoteView& view, Workshop const& workshop, std::string_view id)
{
    auto const now = settle(view, workshop);
    auto const open = open_round(workshop.doc());
    if (id == "rail.ballot") {
        go_to_open(view, open);
        start_ballot(view, workshop);
    }
    if (id == "rail.hands" && open) {
        go_to_open(view, open);
        add_hands(view, workshop);
    } else if (id == "rail.hands") {
        count_hands(view, workshop);
    }
    bool const shown = !now.setup && now.state == RoundState::revealed;
    if (id == "rail.results" && !shown) {
        view.round = last_result(workshop);
        view.fresh = false;
        view.revealed_s = -1;
    }
    if (id == "rail.new" && !now.setup) {
        prepare(view, workshop);
        view.aside = bool(open);
    }
}

Asked draw(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const layout = layout_of(ui, Panel::shown);
    auto const [state, setup] = settle(view, workshop);
    Asked asked;
    auto const press = draw_rail(ui, workshop, layout.rail, items_of(workshop, {state, setup}));
    press_rail(view, workshop, press.id);
    asked.take(press.wish);
    if (setup && ui.audience == Audience::room)
        draw_vote_awaited(ui, layout.main);
    else if (setup)
        asked.take(draw_vote_setup(ui, view, workshop, layout));
    else if (state == RoundState::open)
        asked.take(draw_vote_open(ui, view, workshop, layout));
    else if (!model::anyone_voted(workshop.doc(), view.round) ||
             (state != RoundState::closed && !model::anyone_spoke(workshop.doc(), view.round)))
        asked.take(draw_vote_empty(ui, view, workshop, layout));
    else if (state == RoundState::closed)
        asked.take(draw_vote_closed(ui, view, workshop, layout));
    else
        asked.take(draw_vote_results(ui, view, workshop, layout));
    asked.take(draw_vote_overlays(ui, view, workshop));
    if (asked.empty() && !view.queue.empty()) { // one command per frame
        asked.take(std::move(view.queue.front()));
        view.queue.pop_front();
        ui.keep_drawing(0.1);
    }
    return asked;
}

} // namespace ui
