#include "wording/votes/ballots.h"

#include "analysis/common/cost.h"
#include "model/voting_method.h"

namespace wording {
namespace {

using ballots::BallotInHand;
using i18n::Catalogue;
using model::BallotType;
using model::Round;

bool choosing(Round const& round, BallotInHand const& ballot)
{
    return model::voting_method(round.method).has(model::VotingMethod::two_pages) &&
           ballot.page == BallotInHand::Page::choose;
}

} // namespace

Remaining remaining(Catalogue const& words, Round const& round, BallotInHand const& ballot)
{
    auto const spent = spending_of(round, ballot);
    auto const& method = model::voting_method(round.method);
    auto still = [&](std::string_view key) {
        return Remaining{std::to_string(spent.left()), words.plural(key, spent.left()),
                         spent.left() == 0};
    };
    auto of_all = [&](std::string_view key) {
        return Remaining{std::to_string(spent.used), words.text(key, spent.total),
                         spent.used == spent.total};
    };
    switch (method.ballot) {
    case BallotType::points:
        if (choosing(round, ballot)) break;
        return still(method.spends == model::Spends::squares ? "ballot.credits_left" : "vote.left");
    case BallotType::scores:
    case BallotType::grades: return of_all("ballot.marked_of");
    case BallotType::pairs: return of_all("ballot.duels_of");
    case BallotType::approvals:
    case BallotType::orders: break;
    }
    if (spent.total > 0) return still("ballot.choices_left");
    auto const key = method.ballot == BallotType::orders ? "ballot.ranked" : "ballot.chosen";
    return {std::to_string(spent.used), words.plural(key, spent.used)};
}

std::string refusal(Catalogue const& words, Round const& round, BallotInHand const& ballot)
{
    switch (ballot.refused) {
    case ballots::Refusal::none: return {};
    case ballots::Refusal::budget:
        return words.text(model::voting_method(round.method).spends == model::Spends::squares
                              ? "ballot.no.credits"
                              : "ballot.no.budget");
    case ballots::Refusal::cap:
        if (ballots::zero_is_said(round.method)) return words.text("ballot.no.scale", round.grades);
        return words.text("ballot.no.cap", round.cap);
    case ballots::Refusal::choices: return words.text("ballot.no.choices", round.choices);
    case ballots::Refusal::too_dear: return words.text("ballot.no.too_dear");
    case ballots::Refusal::no_cost: return words.text("ballot.no.no_cost");
    case ballots::Refusal::against: return words.text("ballot.no.against");
    }
    return {};
}

std::string remark(Catalogue const& words, Round const& round, BallotInHand const& ballot)
{
    auto const spent = spending_of(round, ballot);
    bool const points =
        model::voting_method(round.method).spends == model::Spends::sum && !choosing(round, ballot);
    if (points && spent.used > 0 && spent.left() > 0)
        return words.plural("ballot.unused", spent.left());
    if (ballots::zero_is_said(round.method) && spent.used > 0 && spent.left() > 0)
        return words.plural(round.blank == model::BlankPolicy::below ? "ballot.unmarked.below"
                                                                     : "ballot.unmarked.silent",
                            spent.left());
    return {};
}

std::string ballot_keys(Catalogue const& words, Round const& round, BallotInHand const& ballot)
{
    if (choosing(round, ballot)) return words.text("ballot.keys.ticks");
    switch (model::voting_method(round.method).ballot) {
    case BallotType::approvals: return words.text("ballot.keys.ticks");
    case BallotType::scores: return words.text("ballot.keys.score");
    case BallotType::grades: return words.text("ballot.keys.grades");
    case BallotType::orders: return words.text("ballot.keys.order");
    case BallotType::pairs: return words.text("ballot.keys.duels");
    case BallotType::points: break;
    }
    return words.text("ballot.keys.points");
}

std::string out_of_reach(Catalogue const& words, ballots::Refusal why)
{
    return words.text(why == ballots::Refusal::too_dear ? "ballot.too_dear" : "ballot.no_cost");
}

std::string cost_in_budget(Catalogue const& words, std::string const& cost)
{
    auto const read = analysis::read_cost(cost);
    if (!read || read->kind != analysis::Cost::Kind::size) return cost;
    return cost + " · " +
           words.plural("vote.points", read->hundredths / analysis::hundredths_per_unit);
}

std::string turnout(Catalogue const& words, int cast, int expected)
{
    auto const voters = std::to_string(cast) + " " + words.plural("vote.voters", cast);
    return expected > 0 ? voters + " " + words.text("vote.of", expected) : voters;
}

} // namespace wording
