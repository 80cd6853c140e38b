#include "analysis/voting/by_room.h"
#include "model/change.h"
#include "small_votes.h"

#include <doctest/doctest.h>

// The result of each room.
using namespace sample;

namespace {

// Ballots of two rooms: the first `first` of all, in their order, and the rest.
void tell_rooms(model::Document& doc, int first)
{
    auto const all = static_cast<int>(model::table<model::Ballot>(doc).size());
    model::Changes changes;
    model::ByRoom by_room{{{{model::SiteId{11}}, {}}, {{model::SiteId{12}}, {}}}};
    for (int number : {1, 2})
        model::put<model::Site>(changes, doc,
                                model::SiteId{static_cast<std::uint64_t>(10 + number)},
                                model::Site{number, "", {}, {}});
    int count = 0;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
        by_room.rooms[count++ < first ? 0 : 1].ballots.push_back(key.number);
    REQUIRE(count == all);
    model::put<model::ByRoom>(changes, doc, first_round, by_room);
    REQUIRE(model::apply(doc, changes));
}

// Of one room that likes the first cases, and one that likes the last ones.
model::Document two_minds()
{
    model::Document doc;
    add_cases(doc, 6);
    add_round(doc, {});
    for (int i = 0; i < 5; ++i) add_ballots(doc, {{{1, 3}, {2, 2}, {3, 1}}});
    for (int i = 0; i < 7; ++i) add_ballots(doc, {{{6, 3}, {5, 2}, {3, 1}}});
    return doc;
}

} // namespace

TEST_CASE("Each room's ballots are counted by the method of all, and add up to the whole")
{
    auto doc = two_minds();
    CHECK_FALSE(analysis::by_room(doc, first_round));
    tell_rooms(doc, 5);
    auto const whole = counted(doc);
    auto const rooms = analysis::by_room(doc, first_round);
    REQUIRE(rooms);
    REQUIRE(rooms->rooms.size() == 2);
    CHECK(rooms->rooms[0].tally.voters == 5);
    CHECK(rooms->rooms[1].tally.voters == 7);
    CHECK(order(doc, rooms->rooms[0].tally) == std::vector{1, 2, 3, 4, 5, 6});
    CHECK(order(doc, rooms->rooms[1].tally) == std::vector{6, 5, 3, 1, 2, 4});
    for (auto const& line : whole.cases) {
        std::int64_t sum = 0;
        for (auto const& room : rooms->rooms) sum += room.tally.find(line.on)->score.num;
        CHECK(sum == line.score.num);
    }
}

TEST_CASE("A file that tells of fewer than five ballots together shows no room")
{
    auto doc = two_minds();
    tell_rooms(doc, 4);
    CHECK_FALSE(analysis::by_room(doc, first_round));
}

TEST_CASE("The largest differences in rank are named, from two places on, the largest first")
{
    auto doc = two_minds();
    tell_rooms(doc, 5);
    auto const rooms = analysis::by_room(doc, first_round);
    REQUIRE(rooms);
    REQUIRE(rooms->gaps.size() == 3);
    // 1 is first, or with 2 and 4 after the others; 6 likewise.
    CHECK(rooms->gaps[0] == analysis::RoomGap{case_id(1), 0, 1, 1, 4});
    CHECK(rooms->gaps[1] == analysis::RoomGap{case_id(6), 1, 0, 1, 4});
    for (auto const& gap : rooms->gaps) CHECK(gap.on != case_id(3)); // third in both
}

TEST_CASE("A room of blank ballots has no order, and differs from nobody")
{
    model::Document doc;
    add_cases(doc, 6);
    add_round(doc, {});
    for (int i = 0; i < 5; ++i) add_ballots(doc, {{}});
    for (int i = 0; i < 5; ++i) add_ballots(doc, {{{6, 3}}});
    tell_rooms(doc, 5);
    auto const rooms = analysis::by_room(doc, first_round);
    REQUIRE(rooms);
    CHECK(rooms->rooms[0].tally.silent());
    CHECK(rooms->gaps.empty());
}

TEST_CASE("Hands and broken ties of the whole are not those of a room")
{
    auto doc = two_minds();
    tell_rooms(doc, 5);
    support::edit<model::RoundStatus>(doc, first_round, [](auto& one) { one.by_hand = 9; });
    model::Changes changes;
    model::put<model::Hands>(changes, doc, {first_round, case_id(4)}, model::Hands{9});
    REQUIRE(model::apply(doc, changes));
    auto const rooms = analysis::by_room(doc, first_round);
    REQUIRE(rooms);
    CHECK(rooms->rooms[0].tally.voters == 5);
    CHECK(rooms->rooms[0].tally.by_hand == 0);
    CHECK(rooms->rooms[0].tally.find(case_id(4))->score.num == 0);
}

TEST_CASE("Rooms are compared by every method")
{
    for (auto const method :
         {Method::dots, Method::approval, Method::score, Method::majority_judgment, Method::ranking,
          Method::points, Method::pairwise, Method::stv, Method::choose_spread}) {
        CAPTURE(base::name_of(method));
        model::Document doc;
        add_cases(doc, 3);
        auto round = round_by(method);
        round.grades = 5;
        add_round(doc, round);
        bool const ranked = method == Method::ranking || method == Method::stv;
        bool const pairs = method == Method::pairwise;
        auto const one = pairs ? std::vector<Line>{{1, 2}} : std::vector<Line>{{1, 1}};
        auto const other = ranked || !pairs ? std::vector<Line>{{3, 1}} : std::vector<Line>{{3, 2}};
        for (int i = 0; i < 6; ++i) add_ballots(doc, {one});
        for (int i = 0; i < 5; ++i) add_ballots(doc, {other});
        tell_rooms(doc, 6);
        auto const rooms = analysis::by_room(doc, first_round);
        REQUIRE(rooms);
        CHECK(rooms->rooms[0].tally.cases.front().on == case_id(1));
        CHECK(rooms->rooms[1].tally.cases.front().on == case_id(3));
    }
}
