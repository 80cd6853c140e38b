#pragma once

#include "model/document.h"

#include <cstdint>

// Who voted, and of how many.
namespace model {

// What people vote in, and not a round of estimates. Votes are numbered 1, 2, 3… among themselves,
// as the list of votes shows them, and so are the rounds of estimates.
bool is_vote(Round const& round);

// Whether a closed round has anything to count: a ballot, blank ones too, or a raised hand.
// Without, it has no result. Of an open round it says nothing: its ballots are in the ballot box.
bool anyone_voted(Document const& doc, RoundId round);

// Whether any of its ballots supports something, or a hand was raised: a vote without has no order.
bool anyone_spoke(Document const& doc, RoundId round);

// How many ballots of a closed round there are, each as often as people filled it in.
std::int64_t ballots_of(Document const& doc, RoundId round);

// How many people are in the room: as it was said, else as many as the last round that began was
// told to expect (sessions kept it there before the room said it); 0 = not said.
int headcount_of(Document const& doc);

} // namespace model
