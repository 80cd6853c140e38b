#include "model/turnout.h"

#include "model/voting_method.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace model {

namespace {

// The first ballot of a round, or the end.
auto first_ballot(Table<Ballot> const& ballots, RoundId round)
{
    auto const it = ballots.lower_bound({round, std::numeric_limits<int>::min()});
    return it != ballots.end() && it->first.round == round ? it : ballots.end();
}

bool a_hand_rose(Document const& doc, RoundId round)
{
    auto const& hands = table<Hands>(doc);
    for (auto it = hands.lower_bound({round, CaseId{}});
         it != hands.end() && it->first.round == round; ++it)
        if (it->second.count > 0) return true;
    return false;
}

} // namespace

bool is_vote(Round const& round) { return round.method != Method::estimate; }

bool anyone_voted(Document const& doc, RoundId round)
{
    auto const& ballots = table<Ballot>(doc);
    return first_ballot(ballots, round) != ballots.end() || a_hand_rose(doc, round);
}

bool anyone_spoke(Document const& doc, RoundId round)
{
    bool const zero_answers = voting_method(get<Round>(doc, round).method).zero_answers();
    auto speaks = [&](Mark const& mark) { return zero_answers || mark.value != 0; };
    auto const& ballots = table<Ballot>(doc);
    for (auto it = first_ballot(ballots, round); it != ballots.end() && it->first.round == round;
         ++it)
        if (std::ranges::any_of(it->second.marks, speaks)) return true;
    return a_hand_rose(doc, round);
}

std::int64_t ballots_of(Document const& doc, RoundId round)
{
    std::int64_t out = 0;
    auto const& ballots = table<Ballot>(doc);
    for (auto it = first_ballot(ballots, round); it != ballots.end() && it->first.round == round;
         ++it)
        out += it->second.copies;
    return out;
}

std::int64_t voters_of(Document const& doc, RoundId round)
{
    return ballots_of(doc, round) + get<RoundStatus>(doc, round).by_hand;
}

bool takes_hands(Round const& round)
{
    bool const ballots =
        round.source == BallotSource::keyboard || round.source == BallotSource::phones;
    return ballots && voting_method(round.method).has(VotingMethod::hands);
}

RoundStatus with_ways(RoundStatus status, int by_keyboard, int by_phone)
{
    status.by_keyboard = status.by_phone = 0;
    status.ways = Ways::unknown;
    if (by_keyboard + by_phone == 0) return status;
    auto const fewer = std::min(by_keyboard, by_phone);
    status.ways = fewer > 0 && fewer < ways_least ? Ways::few : Ways::counted;
    if (status.ways == Ways::counted) status.by_keyboard = by_keyboard, status.by_phone = by_phone;
    return status;
}

int headcount_of(Document const& doc)
{
    if (auto const* said = find<Room>(doc, {})) return said->headcount;
    std::pair<std::int64_t, int> latest; // latest opening; between equals, the higher number
    int headcount = 0;
    for (auto const& [id, round] : table<Round>(doc)) {
        auto const status = get<RoundStatus>(doc, id);
        bool const began = status.state != RoundState::setup;
        bool const others = round.source == BallotSource::imported || round.body != Body::workshop;
        if (!began || others || round.headcount <= 0) continue;
        std::pair const when{status.opened_ms, round.number};
        if (when < latest) continue;
        latest = when;
        headcount = round.headcount;
    }
    return headcount;
}

int at_one_machine(Document const& doc, int headcount)
{
    auto const has_a_box = [](auto const& row) {
        return row.second.state == SiteState::here && row.second.part != SitePart::reader;
    };
    return std::ranges::count_if(table<Site>(doc), has_a_box) > 1 ? 0 : headcount;
}

Collection const* collection_in_progress(Document const& doc, RoundId round)
{
    auto const* found = find<Collection>(doc, round);
    return found && found->state == CollectionState::asked ? found : nullptr;
}

} // namespace model
