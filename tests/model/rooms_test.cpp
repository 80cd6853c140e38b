#include "model/rooms.h"

#include <doctest/doctest.h>

#include <numeric>

using Counts = std::vector<std::int64_t>;
using Sets = std::vector<std::vector<std::size_t>>;

TEST_CASE("rooms of five ballots or more are told apart, by letter")
{
    CHECK(model::rooms_apart({5, 12}) == Sets{{0}, {1}});
    CHECK(model::rooms_apart({9, 5, 30}) == Sets{{0}, {1}, {2}});
}

TEST_CASE("rooms of fewer than five ballots are never told alone, nor by subtraction")
{
    CHECK(model::rooms_apart({12, 9, 3, 4}) == Sets{{0}, {1}, {2, 3}}); // each other's company
    CHECK(model::rooms_apart({12, 6, 4}) == Sets{{0}, {1, 2}});         // that of the smallest
    CHECK(model::rooms_apart({1, 6, 12}) == Sets{{0, 1}, {2}});
    CHECK(model::rooms_apart({12, 4}).empty()); // with the total, 12 would tell the four
    CHECK(model::rooms_apart({4, 4}).empty());
    CHECK(model::rooms_apart({3, 3, 2}).empty()); // one set is no comparison
}

TEST_CASE("a room without a ballot takes no other room's comparison away")
{
    CHECK(model::rooms_apart({0, 12, 9}) == Sets{{1}, {2}});
    CHECK(model::rooms_apart({0, 12, 4, 2}) == Sets{{0, 2, 3}, {1}});
    CHECK(model::rooms_apart({0, 12}).empty());
    CHECK(model::rooms_apart({}).empty());
    CHECK(model::rooms_apart({7}).empty());
}

TEST_CASE(
    "whatever the rooms, every sum that can be made of what is told is nothing, or five or more")
{
    constexpr std::int64_t most = 8;
    Counts counts(4, 0);
    auto const next = [&] {
        for (auto& one : counts) {
            if (++one <= most) return true;
            one = 0;
        }
        return false;
    };
    do {
        CAPTURE(counts[0]);
        CAPTURE(counts[1]);
        CAPTURE(counts[2]);
        CAPTURE(counts[3]);
        auto const sets = model::rooms_apart(counts);
        REQUIRE((sets.empty() || sets.size() > 1));
        std::int64_t told = 0;
        std::vector<bool> seen(counts.size());
        for (auto const& set : sets) {
            std::int64_t sum = 0;
            for (auto i : set) {
                REQUIRE_FALSE(seen[i]);
                seen[i] = true;
                sum += counts[i];
            }
            REQUIRE(sum >= model::room_least);
            told += sum;
        }
        // Nothing is left over to be found by subtraction.
        if (!sets.empty()) REQUIRE(told == std::accumulate(counts.begin(), counts.end(), 0));
    } while (next());
}

TEST_CASE("a letter is that of the room's number")
{
    CHECK(model::letter_of(1) == "A");
    CHECK(model::letter_of(26) == "Z");
    CHECK(model::letter_of(27) == "AA");
}

TEST_CASE("what a file says of rooms must be of exactly its ballots, five or more in each part")
{
    model::ByRoom by_room{{{{model::SiteId{1}}, {1, 3, 5, 7, 9}},
                           {{model::SiteId{2}, model::SiteId{3}}, {2, 4, 6, 8, 10}}}};
    CHECK(model::tells_enough(by_room, 10));
    CHECK_FALSE(model::tells_enough(by_room, 11));
    auto other = by_room;
    other.rooms[1].ballots = {2, 4, 6, 8};
    CHECK_FALSE(model::tells_enough(other, 9));
    other = by_room;
    other.rooms[1].ballots = {1, 4, 6, 8, 10};
    CHECK_FALSE(model::tells_enough(other, 10));
    other = by_room;
    other.rooms[1].sites = {model::SiteId{1}};
    CHECK_FALSE(model::tells_enough(other, 10));
    other = by_room;
    other.rooms.pop_back();
    CHECK_FALSE(model::tells_enough(other, 5));
}
