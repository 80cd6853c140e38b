#pragma once

#include "model/document.h"

#include <cstdint>

// How many people voted, and out of how many.
namespace model {

// True for votes, false for estimating rounds. Votes are numbered 1, 2, 3… among themselves, as the
// list of votes shows them; so are estimating rounds.
bool is_vote(Round const& round);

// Whether a closed round has anything to count: a ballot (blank or not) or a raised hand. Always
// false for an open round: its ballots are in the ballot box.
bool anyone_voted(Document const& doc, RoundId round);

// Whether any ballot supports a case or any hand was raised; without, the vote gives no order.
bool anyone_spoke(Document const& doc, RoundId round);

// The number of ballots of a closed round, counting `copies`.
std::int64_t ballots_of(Document const& doc, RoundId round);

// The number of people who voted in a closed round by ballots: with a ballot, or by raised hand.
std::int64_t voters_of(Document const& doc, RoundId round);

// Whether raised hands can be counted beside the ballots of that round: those of approvals, given
// here.
bool takes_hands(Round const& round);

// The smallest number of ballots that came one way while others came another way, so that both
// numbers may be stated (RoundStatus::ways). Fewer could be known persons, of whom others learn
// that they did not vote as everybody else did; and the next number would be known by subtraction.
constexpr int ways_least = 5;
// The status with the numbers of ballots of the keyboard and of phones, as far as they may be
// stated: both at least `ways_least`, or one of them 0.
RoundStatus with_ways(RoundStatus status, int by_keyboard, int by_phone);

// The number of people in the room: as set, else as expected by the last round opened (older
// sessions kept it there); 0 = not given.
int headcount_of(Document const& doc);

// Of the people expected to vote, those of one machine: all, or 0 (not known) when several machines
// of the session have a ballot box.
int at_one_machine(Document const& doc, int headcount);

// The collection of the ballots of a round from all sites, while it is in progress: no ballot is
// taken then. Null: none.
Collection const* collection_in_progress(Document const& doc, RoundId round);

} // namespace model
