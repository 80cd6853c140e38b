#include "model/rooms.h"

#include "model/turnout.h"

#include <algorithm>
#include <numeric>

namespace model {

std::string letter_of(int number)
{
    constexpr int letters = 26;
    std::string out;
    for (int left = number; left > 0; left = (left - 1) / letters)
        out.insert(out.begin(), static_cast<char>('A' + (left - 1) % letters));
    return out;
}

std::vector<std::vector<std::size_t>> rooms_apart(std::vector<std::int64_t> const& ballots)
{
    std::vector<std::vector<std::size_t>> sets;
    std::vector<std::size_t> few;
    std::int64_t of_few = 0;
    for (std::size_t i = 0; i < ballots.size(); ++i) {
        if (ballots[i] >= room_least) {
            sets.push_back({i});
        } else {
            few.push_back(i);
            of_few += ballots[i];
        }
    }
    if (of_few >= room_least) {
        sets.push_back(std::move(few));
    } else if (of_few > 0 && !sets.empty()) {
        auto& smallest = *std::ranges::min_element(
            sets, {}, [&](auto const& set) { return ballots[set.front()]; });
        smallest.insert(smallest.end(), few.begin(), few.end());
        std::ranges::sort(smallest);
    }
    if (sets.size() < 2) return {};
    std::ranges::sort(sets);
    return sets;
}

bool can_compare_rooms(Round const& round)
{
    bool const ballots =
        round.source == BallotSource::keyboard || round.source == BallotSource::phones;
    return ballots && is_vote(round);
}

bool tells_enough(ByRoom const& by_room, std::int64_t count)
{
    std::vector<int> told;
    std::vector<SiteId> sites;
    for (auto const& one : by_room.rooms) {
        if (static_cast<std::int64_t>(one.ballots.size()) < room_least || one.sites.empty() ||
            !std::ranges::is_sorted(one.ballots))
            return false;
        told.insert(told.end(), one.ballots.begin(), one.ballots.end());
        sites.insert(sites.end(), one.sites.begin(), one.sites.end());
    }
    std::ranges::sort(sites);
    if (std::ranges::adjacent_find(sites) != sites.end()) return false;
    std::ranges::sort(told);
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 1);
    return by_room.rooms.size() >= 2 && told == all;
}

} // namespace model
