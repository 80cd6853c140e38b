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

} // namespace wording
