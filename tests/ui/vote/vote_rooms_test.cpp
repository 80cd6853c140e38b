#include "result_hall.h"
#include "support/rooms.h"
#include "voting.h"

using namespace result_hall;

// Rounds that compare rooms: the rule on the set-up screen, and the result of each room.
namespace {

// A vote of rooms of which each gives all its points to its own case.
model::RoundId vote_in_rooms(Hall& h, model::Round round, std::vector<int> const& people)
{
    round.cases = h.ids;
    round.rooms = model::Rooms::compared;
    auto const id = h.session.mint<model::RoundId>();
    h.act(edit::PrepareRound{id, round});
    h.act(edit::OpenRound{id, 1});
    std::vector<std::vector<model::Ballot>> rooms;
    int number = 0;
    for (auto count : people) {
        ++number;
        rooms.emplace_back(static_cast<std::size_t>(count), model::Ballot{{{h.id(number), 1}}, 1});
    }
    support::close_in_rooms(h.session, edit::facilitator, id, rooms);
    h.act(edit::RevealRound{id});
    h.look(id);
    return id;
}

} // namespace

TEST_CASE("the ranks of each room stand beside the whole, and the largest differences are named")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre", "Cinq"});
    vote_in_rooms(h, by(Method::dots), {7, 5});
    CHECK(h.row(1) == "1 · 7");
    CHECK(h.says("results.rooms.head.A", "Salle A\u00a0: 7 bulletins"));
    CHECK(h.says("results.rooms.head.B", "Salle B\u00a0: 5 bulletins"));
    CHECK(h.says("results.room.A", "rang 1"));
    CHECK(h.says("results.room.B", "rang 2"));
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.says("results.room.B", "rang 1"));
    h.show_result();
    CHECK(h.says("results.rooms.1", "Salle A\u00a0: 7 bulletins"));
    CHECK(
        h.says("results.rooms.gap.1",
               "«\u00a0Un\u00a0» (n°\u00a01)\u00a0: rang\u00a01 (Salle A), rang\u00a02 (Salle B)"));
    CHECK(h.says("results.rooms.about", "hasard"));
}

TEST_CASE("the result of every method is shown room by room")
{
    for (auto const method : {Method::approval, Method::score, Method::majority_judgment,
                              Method::ranking, Method::stv, Method::points}) {
        CAPTURE(base::name_of(method));
        Hall h;
        h.add_cases({"Un", "Deux", "Trois"});
        vote_in_rooms(h, by(method), {6, 5});
        CHECK(h.says("results.room.A", "rang 1"));
        CHECK(h.hand.shows("results.rooms.head.B"));
    }
}

TEST_CASE("of rooms with fewer than five ballots only the whole is shown, and why")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    vote_in_rooms(h, by(Method::dots), {7, 4});
    CHECK(h.row(1) == "1 · 7");
    CHECK_FALSE(h.hand.shows("results.rooms.head.A"));
    CHECK_FALSE(h.hand.shows("results.room.A"));
    h.show_result();
    CHECK(h.says("results.rooms.none", "au moins 5 bulletins"));
}

TEST_CASE("the rule is offered where the session has several rooms, and stays with the round")
{
    support::Voting v;
    auto& d = v.driver;
    v.app.look_at(model::Step::vote);
    d.settle();
    CHECK_FALSE(d.shows("vote.rooms"));
    REQUIRE(v.app.session()->submit(edit::facilitator, edit::JoinSite{model::SiteId{11}, ""}));
    d.settle();
    d.click("vote.rooms");
    d.settle();
    CHECK(v.rules().rooms == model::Rooms::compared);
    CHECK(d.label("vote.said").find("chaque salle d’au moins 5 bulletins") != std::string::npos);
    d.click("vote.rooms");
    d.settle();
    CHECK(v.rules().rooms == model::Rooms::together);
}
