#include "ui/vote/voting.h"

#include <algorithm>

// Closing a round whose ballots are in several rooms.
namespace {

struct SharedVote : support::Voting {
    explicit SharedVote(std::string const& language = "fr")
        : Voting(language)
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
    // The sites of A and C, who is said to gather the ballots, as other machines write it.
    void gather_by(std::uint64_t site)
    {
        for (std::uint64_t one : {11U, 13U})
            REQUIRE(app.session()->submit(edit::facilitator, edit::JoinSite{{one}, "", {}, {}}));
        REQUIRE(app.session()->submit(
            edit::facilitator, edit::CollectBallots{round(), {site}, std::string(64, 'a'), {}}));
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

TEST_CASE("closing does not say that nobody voted when only this room did not")
{
    for (auto const* language : {"fr", "en"}) {
        SharedVote hall(language);
        auto& d = hall.driver;
        hall.open(model::Method::dots);
        d.click("vote.close");
        d.settle();
        CHECK_FALSE(d.shows("close.other.empty"));
        CHECK(d.label("close.yes") == d.label("vote.close"));
        d.click("close.yes");
        d.settle();
        CHECK(hall.asked("ballots " + std::to_string(hall.round().value)));
    }
}

TEST_CASE("while the ballots of all rooms are gathered none is offered, and the vote can go on")
{
    SharedVote hall;
    auto& d = hall.driver;
    hall.open(model::Method::dots);
    SUBCASE("by this room")
    {
        hall.gather_by(11);
        CHECK(d.label("vote.closing").find("arrivent") != std::string::npos);
        CHECK_FALSE(d.shows("vote.close.again"));
        CHECK_FALSE(d.shows("vote.count"));
        hall.host.rooms.state.waits = {{hall.round(), {"C"}}};
        d.settle();
        d.click("vote.count");
        d.settle();
        CHECK(hall.asked("count " + std::to_string(hall.round().value)));
        hall.host.rooms.state.waits.clear();
    }
    SUBCASE("by another, which may have gone")
    {
        hall.gather_by(13);
        CHECK(d.label("vote.closing").find("Salle C") != std::string::npos);
        d.click("vote.close.again");
        d.settle();
        CHECK(hall.asked("ballots " + std::to_string(hall.round().value)));
    }
    CHECK_FALSE(d.shows("vote.ballot"));
    CHECK_FALSE(d.shows("vote.close"));
    d.key(ImGuiKey_B);
    d.settle();
    CHECK_FALSE(d.shows("ballot.cast"));
    d.click("vote.resume");
    d.settle();
    CHECK(d.shows("vote.ballot"));
    CHECK(d.shows("vote.close"));
}

TEST_CASE("a room that does not facilitate is not offered what it may not do")
{
    SharedVote hall;
    auto& d = hall.driver;
    hall.open(model::Method::dots);
    hall.host.rooms.state.facilitates = hall.host.rooms.state.leads = false;
    d.settle();
    CHECK(d.shows("vote.ballot"));
    CHECK(d.shows("vote.conducted"));
    for (auto const* not_here : {"vote.close", "vote.prolong"}) CHECK_FALSE(d.shows(not_here));
    d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    d.settle();
    CHECK(hall.host.rooms.asked.empty());
    REQUIRE(hall.app.session()->close_round(edit::facilitator, hall.round()));
    d.settle();
    CHECK_FALSE(d.shows("vote.reveal"));
    d.click("rail.new");
    d.settle();
    CHECK_FALSE(d.shows("vote.open"));
    CHECK(d.shows("vote.conducted"));
}
