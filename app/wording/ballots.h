#pragma once

#include "ballots/ballot_in_hand.h"
#include "i18n/catalogue.h"

#include <string>

// What is said to somebody who fills in a ballot.
namespace wording {

// What is left to give, or how much is said: "3", "points restants"; `spent` when that is all.
struct Remaining {
    std::string figure, word;
    bool spent = false;
};
Remaining remaining(i18n::Catalogue const& words, model::Round const& round,
                    ballots::BallotInHand const& ballot);
// Why what was asked for last is not given; empty when it is.
std::string refusal(i18n::Catalogue const& words, model::Round const& round,
                    ballots::BallotInHand const& ballot);
// What the voter should know before it goes into the ballot box, or nothing.
std::string remark(i18n::Catalogue const& words, model::Round const& round,
                   ballots::BallotInHand const& ballot);
// Which keys fill it in.
std::string ballot_keys(i18n::Catalogue const& words, model::Round const& round,
                        ballots::BallotInHand const& ballot);
// Why a case cannot be had at all, in two words: "trop cher".
std::string out_of_reach(i18n::Catalogue const& words, ballots::Refusal why);
// What a case costs, as it was said; a size with the points that the budget takes it for.
std::string cost_in_budget(i18n::Catalogue const& words, std::string const& cost);
// How many ballots are in, of how many people when that is known: "3 votants sur 12".
std::string turnout(i18n::Catalogue const& words, int cast, int expected);

} // namespace wording
