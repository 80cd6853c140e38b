#include "rooms_hall.h"

// A session on several machines: its dialog, how it is hosted, joined and left.
using support::Room;
using support::SharedHall;
using ui::SharedRoom;

TEST_CASE("a session is shared from its menu, and the invitations are handed on")
{
    for (auto const* language : {"fr", "en"}) {
        Room room(language);
        auto& d = room.driver;
        d.click("home.new.axes");
        d.settle();
        d.click("top.title");
        d.settle();
        d.click("top.rooms");
        d.settle();
        d.click("rooms.host");
        d.settle();
        d.type("Mairie de Digne-les-Bains");
        d.settle();
        CHECK(d.on("rooms.address.127.0.0.1")); // nothing of the network until it is chosen
        d.click("rooms.address.192.168.1.20");
        d.click("rooms.go");
        d.settle();
        CHECK(room.host.rooms.asked.front() == "host 192.168.1.20 Mairie de Digne-les-Bains");
        CHECK(room.host.rooms.open);
        room.host.rooms.state.hosts = true;
        room.host.rooms.state.invitations = {"/ici/a.facilitator.invitation",
                                             "/ici/a.room.invitation", "/ici/a.reader.invitation"};
        d.settle();
        d.click("rooms.save.room");
        d.settle();
        CHECK(d.shows("file.go")); // asks for a folder
        room.app.grant(ui::ExportTo{"/cle"});
        CHECK(room.host.rooms.asked.back() == "save /cle 1");
    }
}

TEST_CASE("what prevents sharing is said, and the session stays open as it was")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    d.settle();
    auto const entries = room.app.session()->log().size();
    room.host.rooms.refuses = base::Error{base::Errc::not_found, "shared.no_server", {}, 0};
    room.host.kept = room.host.on_disk;
    room.app.grant(ui::ShowRooms{});
    d.settle();
    d.click("rooms.host");
    d.settle();
    d.click("rooms.go");
    room.host.kept = room.host.on_disk;
    d.settle();
    REQUIRE(room.app.session());
    CHECK(room.app.session()->log().size() == entries);
    CHECK_FALSE(room.host.rooms.open);
    CHECK(d.label("notice.0").find("nats-server") != std::string::npos);
}

TEST_CASE("a machine without a session joins by an invitation")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("rail.rooms");
    d.settle();
    d.type("Gap");
    d.settle();
    CHECK_FALSE(d.enabled("rooms.go")); // without an invitation
    room.app.grant(ui::Invited{"/cle/co.invitation"});
    d.settle();
    SUBCASE("it comes")
    {
        d.click("rooms.go");
        d.settle();
        CHECK(room.host.received == std::vector<support::fs::path>{"/cle/co.invitation"});
        CHECK(room.host.rooms.asked.front() == "join /cle/co.invitation Gap");
        CHECK(room.app.session());
        CHECK_FALSE(d.shows("rooms.go"));
    }
    SUBCASE("the server does not answer")
    {
        room.host.receives = base::Error{base::Errc::io, "shared.link", {}, 0};
        d.click("rooms.go");
        d.settle();
        CHECK_FALSE(d.shows("rooms.refused")); // it waits, and says so
        CHECK(d.label("rooms.receiving").find("Le serveur ne répond pas") != std::string::npos);
        CHECK_FALSE(d.enabled("rooms.go"));
        CHECK_FALSE(room.app.session());
        SUBCASE("its host comes")
        {
            room.host.clock.t += 2000;
            d.settle();
            CHECK(room.host.received.size() == 2);
            CHECK(room.app.session());
            CHECK_FALSE(d.shows("rooms.go"));
        }
        SUBCASE("it is given up")
        {
            d.key(ImGuiKey_Escape);
            d.settle();
            room.host.clock.t += 2000;
            d.settle();
            CHECK(room.host.received.size() == 1);
            CHECK_FALSE(room.app.session());
            d.click("rail.rooms");
            d.settle();
            CHECK_FALSE(d.shows("rooms.receiving"));
        }
    }
    SUBCASE("the invitation is refused")
    {
        room.host.receives = base::Error{base::Errc::denied, "shared.credentials", {}, 0};
        d.click("rooms.go");
        d.settle();
        CHECK(d.label("rooms.refused") == room.french.text("error.shared.credentials"));
        CHECK_FALSE(room.app.session());
        CHECK(d.enabled("rooms.go")); // to try again
    }
}

TEST_CASE("leaving asks once where this machine hosts and other rooms are linked")
{
    SharedHall hall;
    auto& d = hall.driver;
    SUBCASE("they are")
    {
        hall.state().rooms[2].state = SharedRoom::State::cut;
        hall.settle();
        SUBCASE("the window's cross")
        {
            hall.app.close(ui::Quit::By::person);
            d.settle();
            CHECK_FALSE(hall.app.wants_to_quit());
            CHECK(d.label("notice.0") == hall.french.plural("notice.rooms", 1));
            hall.app.close(ui::Quit::By::person);
            d.settle();
            CHECK(hall.app.wants_to_quit());
        }
        SUBCASE("home")
        {
            hall.app.grant(ui::GoHome{});
            d.settle();
            CHECK(hall.app.session());
            hall.app.grant(ui::GoHome{});
            d.settle();
            CHECK_FALSE(hall.app.session());
        }
        SUBCASE("the desktop session")
        {
            hall.app.close(ui::Quit::By::system);
            d.settle();
            CHECK(hall.app.wants_to_quit());
        }
    }
    SUBCASE("another machine hosts")
    {
        hall.state().hosts = false;
        hall.settle();
        hall.app.close(ui::Quit::By::person);
        d.settle();
        CHECK(hall.app.wants_to_quit());
    }
    SUBCASE("nobody is linked")
    {
        hall.state().rooms[1].state = hall.state().rooms[2].state = SharedRoom::State::cut;
        hall.settle();
        hall.app.close(ui::Quit::By::person);
        d.settle();
        CHECK(hall.app.wants_to_quit());
    }
}

TEST_CASE("a room that was silent for long is taken off the list")
{
    SharedHall hall;
    auto& d = hall.driver;
    hall.state().rooms[2].state = SharedRoom::State::cut;
    hall.settle();
    SUBCASE("in the panel of Recueillir") {}
    SUBCASE("below the chips")
    {
        d.click("step.vote");
        d.settle();
        d.click("rooms.chip.C");
        d.settle();
    }
    CHECK(d.shows("rooms.cut"));
    CHECK_FALSE(d.shows("rooms.cut.second")); // not yet
    hall.state().rooms[2].may_remove = true;
    hall.settle();
    CHECK(d.label("rooms.cut.second") == "Retirer de la liste");
    d.click("rooms.cut.second");
    d.settle();
    CHECK(hall.asked("remove 13"));
}

TEST_CASE("a machine leaves the rooms after a question, and goes on alone")
{
    SharedHall hall;
    auto& d = hall.driver;
    hall.host.kept = hall.host.on_disk;
    hall.app.grant(ui::ShowRooms{});
    d.settle();
    d.click("rooms.leave");
    d.settle();
    d.click("rooms.leaving.no");
    d.settle();
    CHECK_FALSE(hall.asked("part 0"));
    hall.app.grant(ui::ShowRooms{});
    d.settle();
    d.click("rooms.leave");
    d.settle();
    d.click("rooms.leaving.yes");
    d.settle();
    CHECK(hall.asked("part 0"));
    CHECK(hall.app.session());
    CHECK_FALSE(hall.host.rooms.open);
    CHECK_FALSE(d.shows("rooms.chip.A"));
}
