#include "session/shuffle.h"
#include "support/random_workshop.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>

// The ballots of several rooms on their way into the closing entry.
namespace {

using model::RoundId;
using model::SiteId;

constexpr RoundId vote{10};

model::Document three_rooms(model::Rooms rule)
{
    model::Document doc;
    model::Changes changes;
    for (int number : {1, 2, 3})
        model::put<model::Site>(changes, doc, SiteId{static_cast<std::uint64_t>(10 * number)},
                                model::Site{number, "", {}, {}});
    model::Round round;
    round.rooms = rule;
    model::put<model::Round>(changes, doc, vote, round);
    REQUIRE(model::apply(doc, changes));
    return doc;
}

// Different ballots, told apart by their value.
std::vector<model::Ballot> ballots(int from, int count)
{
    std::vector<model::Ballot> out;
    for (int i = 0; i < count; ++i) out.push_back({{{model::CaseId{1}, from + i}}, 1});
    return out;
}

session::Gathered gather(model::Document const& doc, std::vector<model::Ballot> own,
                         session::Collected const& collected)
{
    support::SeededRandomSource random{5};
    return session::gathered(doc, vote, std::move(own), collected, random);
}

} // namespace

TEST_CASE("ballots say their room only where the rules of the round compare rooms")
{
    session::Collected const sent{
        "", {{SiteId{20}, ballots(100, 6)}, {SiteId{30}, ballots(200, 7)}}, SiteId{10}, {}};
    auto const kept = gather(three_rooms(model::Rooms::together), ballots(0, 5), sent);
    CHECK(kept.ballots.size() == 18);
    CHECK(kept.rooms.empty());
    auto const told = gather(three_rooms(model::Rooms::compared), ballots(0, 5), sent);
    REQUIRE(told.rooms.size() == 3);
    for (std::size_t room = 0; room < 3; ++room) {
        CHECK(told.rooms[room].sites == std::vector{SiteId{10 * (room + 1)}});
        CHECK(told.rooms[room].ballots.size() == 5 + room);
        for (auto number : told.rooms[room].ballots)
            CHECK(told.ballots.at(static_cast<std::size_t>(number) - 1).marks.front().value / 100 ==
                  static_cast<int>(room));
    }
    // Rooms are mixed: none comes as a block.
    auto const& first = told.rooms[0].ballots;
    CHECK(first.back() - first.front() + 1 > static_cast<int>(first.size()));
}

TEST_CASE("a room of fewer than five is in nothing that is made for the file")
{
    session::Collected const sent{
        "", {{SiteId{20}, ballots(100, 4)}, {SiteId{30}, ballots(200, 7)}}, SiteId{10}, {}};
    auto const told = gather(three_rooms(model::Rooms::compared), ballots(0, 5), sent);
    REQUIRE(told.rooms.size() == 2);
    CHECK(told.rooms[0].sites == std::vector{SiteId{10}, SiteId{20}});
    CHECK(told.rooms[0].ballots.size() == 9);
    CHECK(told.rooms[1].ballots.size() == 7);
    // The same bytes whichever of the two rooms each of the nine came from.
    auto moved = ballots(100, 4);
    auto const others = ballots(0, 5);
    session::Collected const turned{
        "", {{SiteId{20}, others}, {SiteId{30}, ballots(200, 7)}}, SiteId{10}, {}};
    auto again = gather(three_rooms(model::Rooms::compared), moved, turned);
    CHECK(again.ballots == told.ballots);
    CHECK(again.rooms == told.rooms);
}

TEST_CASE("the order within a room and the order of arrival of rooms leave no trace")
{
    session::Collected sent{
        "", {{SiteId{20}, ballots(100, 6)}, {SiteId{30}, ballots(200, 7)}}, SiteId{10}, {}};
    auto const doc = three_rooms(model::Rooms::compared);
    auto const one = gather(doc, ballots(0, 5), sent);
    std::ranges::reverse(sent.others);
    for (auto& room : sent.others) std::ranges::reverse(room.ballots);
    auto own = ballots(0, 5);
    std::ranges::reverse(own);
    auto const other = gather(doc, own, sent);
    CHECK(one.ballots == other.ballots);
    CHECK(one.rooms == other.rooms);
}

TEST_CASE("a machine that was started again is one room, with both of its sites")
{
    auto doc = three_rooms(model::Rooms::compared);
    model::Changes changes;
    model::put<model::Site>(changes, doc, SiteId{21}, model::Site{2, "", {}, {}});
    REQUIRE(model::apply(doc, changes));
    session::Collected const sent{
        "", {{SiteId{20}, ballots(100, 3)}, {SiteId{21}, ballots(110, 3)}}, SiteId{10}, {}};
    auto const told = gather(doc, ballots(0, 5), sent);
    REQUIRE(told.rooms.size() == 2);
    CHECK(told.rooms[1].sites == std::vector{SiteId{20}, SiteId{21}});
    CHECK(told.rooms[1].ballots.size() == 6);
}
