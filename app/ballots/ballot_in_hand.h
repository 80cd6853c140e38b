#pragma once

#include "model/document.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// The ballot that somebody is filling in. Every act below keeps it within the rules of its round:
// what may not be given is not, and why is said. No clock, no chance, nothing of the screen.
namespace ballots {

// Why something was not given.
enum class Refusal {
    none,
    budget,   // no point, or not enough credits, left
    cap,      // most on one case
    choices,  // most cases chosen or ranked
    too_dear, // costs more than all there is to spend
    no_cost,  // nothing says what it costs
    against   // below 0
};

// Two cases between which a person says which one comes first.
struct Duel {
    model::CaseId left, right;
    enum class Said { nothing, left, right } said = Said::nothing;
};

struct BallotInHand {
    std::string token;                  // of whoever is voting
    std::map<model::CaseId, int> given; // points, votes, 1 for a tick, a score or grade (0 is one),
                                        // a place from 1 without gaps (shared by what is tied)
    // Of a vote in two pages: what is chosen, then what it is given.
    enum class Page { choose, spread } page = Page::spread;
    std::set<model::CaseId> chosen;
    std::vector<Duel> duels;
    std::size_t duel = 0;                    // the one on screen; past the last: all are said
    std::map<model::CaseId, Refusal> beyond; // cannot be had at all
    std::size_t row = 0;                     // which case the keyboard is on, in the round's order
    std::string typed;                       // digits of an amount, while they are being typed
    Refusal refused = Refusal::none;         // what was asked for last
};

// An empty ballot for `round`. `turn` is how many ballots came before: the pairs of a comparison
// follow one another from person to person, so that each is asked as often as any other.
BallotInHand blank_ballot(model::Document const& doc, model::Round const& round, std::string token,
                          std::size_t turn);

bool in_two_pages(model::Round const& round);
// Whether 0 is an answer: an absent case is then one that nothing is said of.
bool zero_is_said(model::Method method);

// What `on` is given; nothing when nothing is said of it.
std::optional<int> value_of(BallotInHand const& ballot, model::CaseId on);
// The most and the least that `on` may be given, the rest staying as it is.
int most_for(model::Round const& round, BallotInHand const& ballot, model::CaseId on);
int least_for(model::Round const& round, BallotInHand const& ballot, model::CaseId on);
// Gives `value`, or the nearest that the rules allow.
Refusal give(model::Round const& round, BallotInHand& ballot, model::CaseId on, int value);
// Nothing is said of it any more.
void take_back(BallotInHand& ballot, model::CaseId on);

// Chooses, or no longer.
Refusal choose(model::Round const& round, BallotInHand& ballot, model::CaseId on);
// The cases of the page on screen.
std::vector<model::CaseId> shown_cases(model::Round const& round, BallotInHand const& ballot);

// An order. `rank_last` puts it after all others, or takes it out when it is in; `move_by` -1 is
// one place up, out of a tie first; `tie_above` shares the place of the one before.
Refusal rank_last(model::Round const& round, BallotInHand& ballot, model::CaseId on);
void move_by(BallotInHand& ballot, model::CaseId on, int places);
void tie_above(BallotInHand& ballot, model::CaseId on);
// To that place, before whoever has it, or sharing it.
enum class Beside { before, tied };
Refusal rank_at(model::Round const& round, BallotInHand& ballot, model::CaseId on, int place,
                Beside beside);
// By place; those tied in the order of the round.
std::vector<std::vector<model::CaseId>> places_of(model::Round const& round,
                                                  BallotInHand const& ballot);

// Says which of the two on screen comes first, or nothing, and goes on to the next.
void answer_duel(BallotInHand& ballot, Duel::Said said);

// What is spent of what there is: points, credits, cases chosen. `total` 0: no limit.
struct Spending {
    std::int64_t used = 0, total = 0;
    [[nodiscard]] std::int64_t left() const { return total - used; }
};
Spending spending_of(model::Round const& round, BallotInHand const& ballot);

// What goes into the ballot box. Empty: a blank ballot.
model::Ballot ballot_of(model::Round const& round, BallotInHand const& ballot);

// On a shared keyboard a token is short enough to be noted: forty of the bits that were minted, as
// eight signs that nobody mistakes for one another. Its voter may keep it as a ticket, to replace
// the ballot until the round closes.
std::string short_token(std::string const& minted);
std::string ticket_of(std::string const& token); // in two groups of four
// As somebody types it: capitals or not, spaces or none; O is 0, I and L are 1.
std::string typed_ticket(std::string const& typed);

} // namespace ballots
