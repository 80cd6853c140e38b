#include "voting.h"

#include <algorithm>

// Closing a round whose ballots are in several rooms.
namespace {

struct SharedVote : support::Voting {
    SharedVote()
    {
        auto& state = host.rooms.state;
        state.link = ui::SharedState::Link::linked;
        state.leads = state.facilitates = true;
        ui::SharedRoom here, other;
        here.letter = "A", here.state = ui::SharedRoom::State::here, here.id = model::SiteId{11};
        other.letter = "C", other.id = model::SiteId{13};
        state.rooms = {here, other};
        host.kept = host.on_disk;
        host.shares = true;
        app.open("atelier.cadran", ui::Access::edit);
        driver.settle();
        app.look_at(model::Step::vote);
        driver.settle();
    }
    [[nodiscard]] bool asked(std::string const& what) const
    {
        return std::ranges::find(host.rooms.asked, what) != host.rooms.asked.end();
    }
};

} // namespace

TEST_CASE("closing asks all rooms for their ballots, and waits or counts without the missing ones")
{
    SharedVote hall;
    auto& d = hall.driver;
    hall.open(model::Method::dots);
    auto const round = hall.round();
    hall.app.grant(ui::CloseAndReveal{round});
    d.settle();
    CHECK(hall.asked("ballots " + std::to_string(round.value)));
    CHECK(hall.round_state() == model::RoundState::open); // until they come
    hall.host.rooms.state.waits = {{round, {"C"}}};
    d.frame(60);
    CHECK_FALSE(d.shows("rooms.waiting.yes")); // answers take a moment
    d.frame(60 * 4);
    REQUIRE(d.shows("rooms.waiting.yes"));
    SUBCASE("wait")
    {
        d.click("rooms.waiting.no");
        d.settle();
        CHECK_FALSE(d.shows("rooms.waiting.yes"));
        CHECK_FALSE(hall.asked("count " + std::to_string(round.value)));
        d.click("rooms.chip.A"); // still there
        d.settle();
        d.click("rooms.count");
        d.settle();
        CHECK(hall.asked("count " + std::to_string(round.value)));
    }
    SUBCASE("count without them")
    {
        d.click("rooms.waiting.yes");
        d.settle();
        CHECK(hall.asked("count " + std::to_string(round.value)));
    }
}

TEST_CASE("a round closed with the ballots of all rooms is revealed")
{
    SharedVote hall;
    auto& d = hall.driver;
    hall.open(model::Method::dots);
    auto const round = hall.round();
    auto const first = hall.rules().cases.front();
    model::Ballot ballot;
    ballot.marks.push_back({first, 1});
    REQUIRE(hall.app.session()->cast(round, hall.app.session()->mint_token(), ballot));
    hall.app.grant(ui::CloseAndReveal{round});
    d.settle();
    REQUIRE(hall.round_state() == model::RoundState::open);
    REQUIRE(hall.app.session()->close_round(edit::facilitator, round)); // as the others' ballots do
    d.settle();
    CHECK(hall.round_state() == model::RoundState::revealed);
}
