#include "joining.h"

#include <algorithm>

// How long a room for phones lasts: its session, its file, the moment that is shown.
using support::Joining;
using support::network;

TEST_CASE("a session left while a round is open keeps the seats: nobody can vote twice")
{
    support::Voting voting;
    auto& d = voting.driver;
    voting.open(model::Method::dots);
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.open");
    d.settle();
    voting.host.phones.state.seats = 2;
    voting.app.grant(ui::GoHome{});
    d.settle();
    CHECK_FALSE(voting.app.session());
    CHECK(voting.host.phones.told_over == 0);
}

TEST_CASE("no room opens while nothing can be saved any more")
{
    Joining hall;
    auto& d = hall.driver;
    hall.host.log->touched = base::Error{base::Errc::conflict, "file.changed", "atelier.cadran", 0};
    hall.host.clock.t += 2'000;
    d.settle();
    d.key(ImGuiKey_Q);
    d.settle();
    CHECK_FALSE(d.enabled("join.open"));
    CHECK(d.label("join.why_not") == hall.said("error.room.unsaved"));
}

TEST_CASE("the room ends with its session, and with the window")
{
    support::Phones after;
    {
        Joining hall;
        hall.open_at(network);
        hall.app.grant(ui::GoHome{});
        hall.driver.settle();
        CHECK_FALSE(hall.app.session());
        CHECK(hall.phones.told_over == 1);
        hall.driver.click("home.new.axes");
        hall.driver.settle();
        hall.open_at(network);
        hall.app.close(ui::Quit::By::person);
        hall.driver.settle();
        CHECK(hall.app.wants_to_quit());
        after = hall.phones;
    }
    CHECK_FALSE(after.open);
    CHECK(after.told_over == 2);
}

TEST_CASE("leaving asks once while phones are in the room, unless the desktop session ends")
{
    Joining hall;
    hall.open_at(network);
    hall.phones.state.seats = hall.phones.state.here = 3;
    hall.driver.settle();
    SUBCASE("home")
    {
        hall.app.grant(ui::GoHome{});
        hall.driver.settle();
        CHECK(hall.app.session());
        CHECK(hall.driver.label("notice.0").find("3 téléphones") != std::string::npos);
        hall.app.grant(ui::GoHome{});
        hall.driver.settle();
        CHECK_FALSE(hall.app.session());
    }
    SUBCASE("the window's cross")
    {
        hall.app.close(ui::Quit::By::person);
        hall.driver.settle();
        CHECK_FALSE(hall.app.wants_to_quit());
        hall.app.close(ui::Quit::By::person);
        hall.driver.settle();
        CHECK(hall.app.wants_to_quit());
    }
    SUBCASE("the desktop session")
    {
        hall.app.close(ui::Quit::By::system);
        hall.driver.settle();
        CHECK(hall.app.wants_to_quit());
    }
}

TEST_CASE(
    "no room opens in a session that may only be read, nor at an earlier moment; both say why")
{
    Joining hall;
    auto& d = hall.driver;
    std::string why;
    SUBCASE("read only")
    {
        hall.host.remember();
        hall.app.open("atelier.cadran", ui::Access::read);
        why = hall.said("error.room.read_only");
    }
    SUBCASE("the past")
    {
        hall.app.grant(ui::LookBack{0});
        why = hall.said("error.past.read_only");
    }
    d.settle();
    d.key(ImGuiKey_Q);
    d.settle();
    CHECK_FALSE(d.enabled("join.open"));
    CHECK(d.label("join.why_not").find(why) != std::string::npos);
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(hall.phones.opened_at.empty());
}

TEST_CASE("the room goes on at an earlier moment, and phones see the present")
{
    Joining hall;
    hall.open_at(network);
    hall.app.grant(ui::LookBack{0});
    hall.driver.settle();
    CHECK(hall.phones.open);
    CHECK(hall.phones.version == hall.app.session()->log().size());
    CHECK(hall.driver.shows("top.room.close"));
}

TEST_CASE("the room follows a session into its copy, at the same address and port")
{
    Joining hall;
    hall.open_at(network);
    hall.host.log->touched = base::Error{base::Errc::conflict, "file.changed", "atelier.cadran", 0};
    hall.app.grant(ui::SaveCopyTo{"copie.cadran"});
    hall.driver.settle();
    REQUIRE(hall.host.opened_files.back() == "copie.cadran");
    CHECK(hall.phones.open);
    CHECK(hall.phones.told_over == 0);
    CHECK(hall.phones.opened_at ==
          std::vector<std::string>{"192.168.1.20:8080", "192.168.1.20:8080"});
}
