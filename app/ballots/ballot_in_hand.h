#pragma once

#include "model/document.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// The ballot being filled in. Every operation keeps it within the rules of the round and says why a
// value was refused. No clock, random source or user interface.
namespace ballots {

// Why a value was refused.
enum class Refusal {
    none,
    budget,   // no points or credits left
    cap,      // maximum on one case
    choices,  // maximum number of cases
    too_dear, // costs more than the whole budget
    no_cost,  // its cost is unknown
    against   // negative
};

// Two cases of which the voter prefers one.
struct Duel {
    model::CaseId left, right;
    enum class Said { nothing, left, right } said = Said::nothing;
};

struct BallotInHand {
    std::string token;                  // of the voter
    std::map<model::CaseId, int> given; // points, 1 for a tick, a score or grade (0 is an answer),
                                        // or a place from 1 without gaps (ties share one)
    // For a vote with two pages: first choose the cases, then mark them.
    enum class Page { choose, spread } page = Page::spread;
    std::set<model::CaseId> chosen;
    std::vector<Duel> duels;
    std::size_t duel = 0;                    // index of the one shown; past the last: all answered
    std::map<model::CaseId, Refusal> beyond; // cases that cannot be chosen at all
    std::size_t row = 0;                     // row of the keyboard focus, in the round's order
    std::string typed;                       // digits of an amount being typed
    Refusal refused = Refusal::none;         // of the last request
};

// An empty ballot for `round`. `turn` selects the pairs to compare. A ballot shows which pairs it
// was asked, so a turn is drawn (`drawn_turn`): the number of earlier ballots would say who cast
// it.
BallotInHand blank_ballot(model::Document const& doc, model::Round const& round, std::string token,
                          std::size_t turn);

// A turn from random hexadecimal digits, at least 8. Consecutive turns together ask each pair
// equally often; drawn ones do on average.
std::size_t drawn_turn(std::string_view digits);

bool in_two_pages(model::Round const& round);
// How many cases a ballot may choose; 0: as many as there are.
int most_choices(model::Round const& round);
// Whether 0 is an answer; then a case without a mark counts as unanswered.
bool zero_is_said(model::Method method);

// The mark on `on`; nothing when unanswered.
std::optional<int> value_of(BallotInHand const& ballot, model::CaseId on);
// The highest and lowest value that `on` may get, other marks unchanged.
int most_for(model::Round const& round, BallotInHand const& ballot, model::CaseId on);
int least_for(model::Round const& round, BallotInHand const& ballot, model::CaseId on);
// Sets `value`, or the nearest that the rules allow.
Refusal give(model::Round const& round, BallotInHand& ballot, model::CaseId on, int value);
// Removes the mark.
void take_back(BallotInHand& ballot, model::CaseId on);

// Adds or removes a choice.
Refusal choose(model::Round const& round, BallotInHand& ballot, model::CaseId on);
// The cases of the visible page.
std::vector<model::CaseId> shown_cases(model::Round const& round, BallotInHand const& ballot);

// For rankings. `rank_last` appends the case, or removes it when ranked; `move_by` -1 moves it up
// one place, first out of a tie; `tie_above` ties it with the one above.
Refusal rank_last(model::Round const& round, BallotInHand& ballot, model::CaseId on);
void move_by(BallotInHand& ballot, model::CaseId on, int places);
void tie_above(BallotInHand& ballot, model::CaseId on);
// Before the case at that place, or tied with it.
enum class Beside { before, tied };
Refusal rank_at(model::Round const& round, BallotInHand& ballot, model::CaseId on, int place,
                Beside beside);
// Grouped by place; ties in the order of the round.
std::vector<std::vector<model::CaseId>> places_of(model::Round const& round,
                                                  BallotInHand const& ballot);

// Records the answer for the pair shown, and moves to the next.
void answer_duel(BallotInHand& ballot, Duel::Said said);

// What is spent and the total: points, credits, cases chosen. `total` 0: no limit.
struct Spending {
    std::int64_t used = 0, total = 0;
    [[nodiscard]] std::int64_t left() const { return total - used; }
};
Spending spending_of(model::Round const& round, BallotInHand const& ballot);

// The ballot for the ballot box. Empty: a blank ballot.
model::Ballot ballot_of(model::Round const& round, BallotInHand const& ballot);

// For a shared keyboard: a token short enough to write down, 40 of the minted bits as eight
// characters of Crockford's base 32. The voter may keep it as a ticket, to replace the ballot until
// the round closes.
std::string short_token(std::string const& minted);
std::string ticket_of(std::string const& token); // formatted in two groups of four
// Normalises a typed ticket: case and spaces are ignored; O means 0, I and L mean 1.
std::string typed_ticket(std::string const& typed);

} // namespace ballots
