#pragma once

#include "base/clock.h"
#include "session/sharing.h"

#include <vector>

// Ballots on their way from the boxes into an entry: in an order that says nothing of how they
// came.
namespace session {

// Begins with an order by content: the result depends on the ballots and the random source only,
// not on how they came or lay in the box.
std::vector<model::Ballot> shuffled(std::vector<model::Ballot> ballots, base::RandomSource& random);

// The ballots of all sites of a closing round, shuffled together, and of which rooms they are, as
// far as the rules of the round and model::rooms_apart let that be told: what this leaves out, no
// entry, file or stream ever says. `own`: from the box of this machine. The result depends on
// these, which are told apart, and the random source only.
struct Gathered {
    std::vector<model::Ballot> ballots;
    std::vector<model::RoomBallots> rooms;
};
Gathered gathered(model::Document const& doc, model::RoundId round, std::vector<model::Ballot> own,
                  Collected const& collected, base::RandomSource& random);

} // namespace session
