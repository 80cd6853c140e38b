#include "model/turnout.h"

#include <limits>

namespace model {

namespace {

// The first ballot of a round, or the end.
auto first_ballot(Table<Ballot> const& ballots, RoundId round)
{
    auto const it = ballots.lower_bound({round, std::numeric_limits<int>::min()});
    return it != ballots.end() && it->first.round == round ? it : ballots.end();
}

} // namespace

bool anyone_voted(Document const& doc, RoundId round)
{
    auto const& ballots = table<Ballot>(doc);
    if (first_ballot(ballots, round) != ballots.end()) return true;
    auto const& hands = table<Hands>(doc);
    for (auto it = hands.lower_bound({round, CaseId{}});
         it != hands.end() && it->first.round == round; ++it)
        if (it->second.count > 0) return true;
    return false;
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

int headcount_of(Document const& doc)
{
    if (auto const* said = find<Room>(doc, {})) return said->headcount;
    int latest = 0, headcount = 0;
    for (auto const& [id, round] : table<Round>(doc)) {
        bool const began = get<RoundStatus>(doc, id).state != RoundState::setup;
        if (!began || round.source == BallotSource::imported || round.headcount <= 0) continue;
        if (round.number < latest) continue;
        latest = round.number;
        headcount = round.headcount;
    }
    return headcount;
}

} // namespace model
