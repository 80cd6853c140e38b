#pragma once

#include "ui/frame.h"
#include "ui/vote_results.h"
#include "ui/widgets.h"

#include <deque>
#include <map>
#include <optional>

namespace ui {

// Voter: a round is prepared, opened, voted on this computer or by raised hands, closed, revealed.
struct VoteView {
    enum class Overlay { nothing, ballot, receipt, hands, ask_close, ask_blank };

    model::RoundId round; // on screen; none: the latest
    bool fresh = false;   // a new round is being set up beside those that exist
    model::Round draft;   // being set up
    Overlay overlay = Overlay::nothing;
    std::deque<Wish> queue; // what takes more than one act

    // The ballot in hand. Emptied as soon as it is in the urn: nothing of it stays on this
    // machine's screen.
    struct Ballot {
        std::string token;
        std::map<model::CaseId, int> given;
        std::size_t row = 0;
        Scroll scroll;
    } ballot;
    std::string last_token; // of the ballot just cast, for as long as its receipt is up

    std::map<model::CaseId, int> hands; // being counted
    Scroll scroll, overlay_scroll;

    model::CaseId selected;   // whose histogram shows
    model::CaseId sought;     // to be brought into sight
    double revealed_s = -1;   // when the result came on screen
    std::optional<int> first; // cases above the priority line
    VoteResults results;
};

std::optional<Wish> draw(Ui& ui, VoteView& view, Workshop const& workshop);

// Parts, each in a file of its own.
std::optional<Wish> draw_vote_setup(Ui& ui, VoteView& view, Workshop const& workshop,
                                    Frame const& frame);
std::optional<Wish> draw_vote_open(Ui& ui, VoteView& view, Workshop const& workshop,
                                   Frame const& frame);
std::optional<Wish> draw_vote_results(Ui& ui, VoteView& view, Workshop const& workshop,
                                      Frame const& frame);
std::optional<Wish> draw_vote_overlays(Ui& ui, VoteView& view, Workshop const& workshop);

void start_ballot(VoteView& view, Workshop const& workshop);
model::Round default_round(Ui const& ui, Workshop const& workshop);

} // namespace ui
