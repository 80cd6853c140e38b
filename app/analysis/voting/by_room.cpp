#include "analysis/voting/by_room.h"

#include "model/rooms.h"
#include "model/turnout.h"

#include <algorithm>
#include <limits>

namespace analysis {
namespace {

// The keys of all records R of a round.
template <class R>
std::vector<typename R::Key> keys_of(model::Document const& doc, model::RoundId round)
{
    std::vector<typename R::Key> out;
    for (auto const& [key, record] : model::table<R>(doc))
        if (key.round == round) out.push_back(key);
    return out;
}

// The session as if only these ballots of the round had been cast.
model::Document with_ballots_of(model::Document const& doc, model::RoundId round,
                                std::vector<int> const& numbers)
{
    auto out = doc;
    auto& ballots = model::writable<model::Ballot>(out);
    for (auto const& key : keys_of<model::Ballot>(doc, round))
        if (!std::ranges::binary_search(numbers, key.number)) ballots.erase(key);
    for (auto const& key : keys_of<model::Hands>(doc, round))
        model::writable<model::Hands>(out).erase(key);
    for (auto const& key : keys_of<model::TieDecision>(doc, round))
        model::writable<model::TieDecision>(out).erase(key);
    auto status = model::get<model::RoundStatus>(doc, round);
    status.by_hand = 0;
    model::writable<model::RoundStatus>(out).set(round, status);
    return out;
}

// Twice the middle of the ranks that a case shares with others.
int twice_middle(Tally const& tally, CaseTally const& one)
{
    auto const sharing = std::ranges::count(tally.cases, one.rank, &CaseTally::rank);
    return 2 * one.rank + static_cast<int>(sharing) - 1;
}

struct Measured {
    RoomGap gap;
    int twice = 0;
};

Measured measure(std::vector<RoomTally> const& rooms, model::CaseId on)
{
    Measured out{{on}, 0};
    int least = std::numeric_limits<int>::max(), most = 0;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        auto const& tally = rooms[i].tally;
        auto const* one = tally.find(on);
        if (!one || tally.silent()) continue;
        auto const at = twice_middle(tally, *one);
        if (at < least) least = at, out.gap.best = i, out.gap.best_rank = one->rank;
        if (at > most) most = at, out.gap.worst = i, out.gap.worst_rank = one->rank;
    }
    out.twice = most - least;
    return out;
}

std::vector<RoomGap> gaps_between(std::vector<RoomTally> const& rooms)
{
    std::vector<Measured> all;
    for (auto const& line : rooms.front().tally.cases) all.push_back(measure(rooms, line.on));
    std::erase_if(all, [](Measured const& one) { return one.twice < 2 * gap_least; });
    std::ranges::sort(all, [](Measured const& a, Measured const& b) {
        return a.twice != b.twice ? a.twice > b.twice : a.gap.on < b.gap.on;
    });
    std::vector<RoomGap> out;
    for (auto const& one : all)
        if (out.size() < gaps_most) out.push_back(one.gap);
    return out;
}

} // namespace

std::optional<RoomTallies> by_room(model::Document const& doc, model::RoundId round,
                                   TallyOptions options)
{
    auto const* told = model::find<model::ByRoom>(doc, round);
    if (!told || !model::tells_enough(*told, model::ballots_of(doc, round))) return std::nullopt;
    options.resamples = 0;
    RoomTallies out;
    for (auto const& one : told->rooms) {
        auto counted = tally(with_ballots_of(doc, round, one.ballots), round, options);
        if (!counted) return std::nullopt;
        out.rooms.push_back({one.sites, *std::move(counted)});
    }
    if (out.rooms.size() < 2) return std::nullopt;
    out.gaps = gaps_between(out.rooms);
    return out;
}

} // namespace analysis
