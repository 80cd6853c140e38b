#include "session/shuffle.h"

#include "model/rooms.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace session {
namespace {

// A uniform number below `n`, without modulo bias.
std::uint64_t below(base::RandomSource& random, std::uint64_t n)
{
    auto const limit = ~std::uint64_t{0} - ~std::uint64_t{0} % n;
    for (;;)
        if (auto const x = random.draw(); x < limit) return x % n;
}

// What a ballot says, to compare with others.
std::vector<std::int64_t> content_of(model::Ballot const& ballot)
{
    std::vector<std::int64_t> out;
    auto const add = [&](auto id) { out.push_back(static_cast<std::int64_t>(id.value)); };
    for (auto const& mark : ballot.marks) add(mark.on), out.push_back(mark.value);
    for (auto const& mark : ballot.estimates) {
        add(mark.axis), add(mark.on);
        for (auto level : {mark.at.opportunity, mark.at.risk, mark.at.severity, mark.at.likelihood})
            out.push_back(level);
    }
    return out;
}

// A ballot with the set of rooms that it may be told to be of; all 0 where none is told.
struct OfSet {
    model::Ballot ballot;
    std::size_t set = 0;
};

void shuffle(std::vector<OfSet>& ballots, base::RandomSource& random)
{
    std::vector<std::tuple<std::vector<std::int64_t>, std::size_t, std::size_t>> by_content;
    for (std::size_t i = 0; i < ballots.size(); ++i)
        by_content.emplace_back(content_of(ballots[i].ballot), ballots[i].set, i);
    std::ranges::sort(by_content);
    std::vector<OfSet> sorted;
    for (auto const& [content, set, i] : by_content) sorted.push_back(std::move(ballots[i]));
    ballots = std::move(sorted);
    for (auto left = ballots.size(); left > 1; --left)
        std::swap(ballots[left - 1], ballots[below(random, left)]);
}

// The ballots of one room, which may have been several sites: a machine that was started again.
struct OneRoom {
    std::vector<model::SiteId> sites;
    std::vector<model::Ballot> ballots;
};

std::vector<OneRoom> rooms_of(model::Document const& doc, std::vector<model::Ballot> own,
                              Collected const& collected)
{
    std::map<int, OneRoom> by_number;
    auto const add = [&](model::SiteId site, std::vector<model::Ballot> ballots) {
        auto& room = by_number[model::get<model::Site>(doc, site).number];
        room.sites.push_back(site);
        std::ranges::move(ballots, std::back_inserter(room.ballots));
    };
    add(collected.own, std::move(own));
    for (auto const& sent : collected.others) add(sent.from, sent.ballots);
    std::vector<OneRoom> out;
    for (auto& [number, room] : by_number) {
        std::ranges::sort(room.sites);
        out.push_back(std::move(room));
    }
    return out;
}

// Which rooms are told, by index: none unless the rules say that rooms are compared.
std::vector<std::vector<std::size_t>> told_apart(model::Document const& doc, model::RoundId round,
                                                 std::vector<OneRoom> const& rooms)
{
    auto const rules = model::get<model::Round>(doc, round);
    if (rules.rooms != model::Rooms::compared || !model::can_compare_rooms(rules)) return {};
    std::vector<std::int64_t> counts;
    for (auto const& one : rooms) counts.push_back(static_cast<std::int64_t>(one.ballots.size()));
    return model::rooms_apart(counts);
}

} // namespace

std::vector<model::Ballot> shuffled(std::vector<model::Ballot> ballots, base::RandomSource& random)
{
    std::vector<OfSet> all;
    for (auto& one : ballots) all.push_back({std::move(one), 0});
    shuffle(all, random);
    ballots.clear();
    for (auto& one : all) ballots.push_back(std::move(one.ballot));
    return ballots;
}

Gathered gathered(model::Document const& doc, model::RoundId round, std::vector<model::Ballot> own,
                  Collected const& collected, base::RandomSource& random)
{
    auto rooms = rooms_of(doc, std::move(own), collected);
    auto const sets = told_apart(doc, round, rooms);
    std::vector<std::size_t> set_of(rooms.size(), 0);
    Gathered out;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        auto& sites = out.rooms.emplace_back().sites;
        for (auto i : sets[set]) {
            set_of[i] = set;
            sites.insert(sites.end(), rooms[i].sites.begin(), rooms[i].sites.end());
        }
    }
    std::vector<OfSet> all;
    for (std::size_t i = 0; i < rooms.size(); ++i)
        for (auto& ballot : rooms[i].ballots) all.push_back({std::move(ballot), set_of[i]});
    shuffle(all, random);
    for (auto& one : all) {
        out.ballots.push_back(std::move(one.ballot));
        if (!sets.empty())
            out.rooms[one.set].ballots.push_back(static_cast<int>(out.ballots.size()));
    }
    return out;
}

} // namespace session
