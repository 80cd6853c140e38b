#pragma once

#include "ballots/ballot_in_hand.h"
#include "i18n/catalogue.h"

#include <string>

// Texts for a person filling in a ballot.
namespace wording {

// What remains to give, or what was given: "3", "points restants"; `spent`: nothing remains.
struct Remaining {
    std::string figure, word;
    bool spent = false;
};
Remaining remaining(i18n::Catalogue const& words, model::Round const& round,
                    ballots::BallotInHand const& ballot);
// Why the last request was refused; empty when it was not.
std::string refusal(i18n::Catalogue const& words, model::Round const& round,
                    ballots::BallotInHand const& ballot);
// A hint before the ballot is cast, or nothing.
std::string remark(i18n::Catalogue const& words, model::Round const& round,
                   ballots::BallotInHand const& ballot);
// The keys that fill in the ballot.
std::string ballot_keys(i18n::Catalogue const& words, model::Round const& round,
                        ballots::BallotInHand const& ballot);
// Why a case cannot be chosen at all, in two words: "trop cher".
std::string out_of_reach(i18n::Catalogue const& words, ballots::Refusal why);
// The cost of a case as entered; for a size, also its points.
std::string cost_in_budget(i18n::Catalogue const& words, std::string const& cost);
// The number of ballots, and of people when known: "3 votants sur 12".
std::string turnout(i18n::Catalogue const& words, int cast, int expected);

} // namespace wording
