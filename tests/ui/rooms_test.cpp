#include "support/ui/room.h"

#include <algorithm>

// A session on several machines: its dialog, chips, panel, cards and step.
namespace {

using support::Room;
using ui::SharedOutcome;
using ui::SharedRoom;
using ui::SharedState;

SharedRoom room_of(std::string const& letter, std::uint64_t id, SharedRoom::State state)
{
    SharedRoom out;
    out.id = model::SiteId{id}, out.letter = letter, out.state = state;
    return out;
}

constexpr std::uint64_t site_b = 12, site_c = 13;

// A shared session of three rooms, this machine being A.
struct Hall : Room {
    explicit Hall(std::string const& language = "fr")
        : Room(language)
    {
        driver.click("home.new.axes");
        driver.settle();
        auto& state = host.rooms.state;
        state.link = SharedState::Link::linked;
        state.leads = state.facilitates = state.hosts = true;
        state.rooms = {room_of("A", 11, SharedRoom::State::here),
                       room_of("B", site_b, SharedRoom::State::linked),
                       room_of("C", site_c, SharedRoom::State::linked)};
        state.rooms[0].leads = true;
        state.authors = {{site_b, "B"}, {site_c, "C"}};
        host.kept = host.on_disk;
        host.shares = true;
        app.open("atelier.cadran", ui::Access::edit);
        driver.settle();
    }
    SharedState& state() { return host.rooms.state; }
    void settle() { driver.settle(); }
    [[nodiscard]] bool asked(std::string const& what) const
    {
        return std::ranges::find(host.rooms.asked, what) != host.rooms.asked.end();
    }
    // A case that another machine added.
    model::CaseId add_from(std::uint64_t site, std::string const& title)
    {
        auto const own = app.session()->mint<model::CaseId>().value;
        constexpr auto bits = session::IdSource::author_bits;
        model::CaseId const id{own >> bits << bits | site};
        model::Case text;
        text.title = title;
        REQUIRE(app.session()->submit({{site << 2U | 1U}, edit::Role::facilitator},
                                      edit::AddCases{{{id, text, base::Vec2{300, 300}}}}));
        return id;
    }
};

} // namespace

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
        room.host.receives = base::Error{base::Errc::io, "shared.link", "délai", 0};
        d.click("rooms.go");
        d.settle();
        CHECK_FALSE(d.shows("rooms.refused")); // it waits, and says so
        CHECK(d.label("rooms.receiving").find("délai") != std::string::npos);
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
    Hall hall;
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
    Hall hall;
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
    CHECK(d.label("rooms.cut.second") == hall.french.text("rooms.remove", "Salle C"));
    d.click("rooms.cut.second");
    d.settle();
    CHECK(hall.asked("remove 13"));
}

TEST_CASE("the top bar shows each room, and a cut one with its minutes")
{
    for (auto const* language : {"fr", "en"}) {
        Hall hall(language);
        auto& d = hall.driver;
        auto const& words = std::string_view(language) == "fr" ? hall.french : hall.english;
        hall.state().rooms[1].phones = 10;
        hall.state().rooms[2].state = SharedRoom::State::cut;
        hall.state().rooms[2].cut_min = 4;
        hall.state().rooms[2].label = "Digne";
        hall.settle();
        CHECK(d.label("rooms.chip.B") == words.text("rooms.room", "B") + " · " +
                                             words.text("rooms.state.linked") + " · " +
                                             words.plural("rooms.phones", 10));
        CHECK(d.label("rooms.chip.C") == "Digne · " + words.text("rooms.state.cut", 4));
        CHECK(d.label("rooms.head") ==
              words.text("rooms.head.of", words.plural("rooms.head", 2), 3));
        d.click("step.vote");
        d.settle();
        CHECK_FALSE(d.shows("rooms.head")); // the panel of Recueillir only
        d.click("rooms.chip.C");
        d.settle();
        CHECK(d.shows("rooms.row.C"));
        d.click("rooms.cut");
        d.settle();
        CHECK(hall.asked("hurry"));
        d.key(ImGuiKey_Escape);
        d.settle();
        CHECK_FALSE(d.shows("rooms.row.C"));
    }
}

TEST_CASE("many rooms are this one and a number")
{
    Hall hall;
    for (auto const* letter : {"D", "E"})
        hall.state().rooms.push_back(room_of(letter, 20, SharedRoom::State::linked));
    hall.settle();
    CHECK(hall.driver.shows("rooms.chip.A"));
    CHECK_FALSE(hall.driver.shows("rooms.chip.B"));
    hall.driver.click("rooms.chip.all");
    hall.settle();
    CHECK(hall.driver.shows("rooms.row.E"));
}

TEST_CASE("what is saved here and what the others have are two marks")
{
    Hall hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_N);
    d.settle();
    d.type("Tri du courrier");
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(d.label("top.shared").find("partagé") != std::string::npos);
    hall.state().pending = 3;
    hall.settle();
    CHECK(d.label("top.shared").find(": 3") != std::string::npos);
    hall.state().pending = 0;
    hall.state().link = SharedState::Link::alone;
    hall.settle();
    CHECK(d.label("top.shared").find("seul") != std::string::npos);
    CHECK(d.shows("rooms.own.card"));
}

TEST_CASE("cards of other rooms arrive with their room, and show who edits them")
{
    Hall hall;
    auto& d = hall.driver;
    hall.settle();
    auto const card = hall.add_from(site_c, "Réseau de caméras feux de forêt");
    hall.settle();
    auto const number = std::to_string(model::get<model::Case>(hall.doc(), card).number);
    CHECK(d.label("received." + number) == hall.french.text("rooms.received", "Salle C"));
    hall.state().rooms[1].writes = card;
    hall.settle();
    CHECK(d.label("writes." + number) == hall.french.text("rooms.writes", "Salle B"));
    hall.state().rooms[1].writes = {};
    hall.settle();
    CHECK_FALSE(d.shows("writes." + number));
}

TEST_CASE("the others are told which case is edited here")
{
    Hall hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_N);
    d.settle();
    d.type("Standard");
    d.key(ImGuiKey_Enter);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK_FALSE(hall.host.rooms.writes);
    d.click("card.1");
    d.settle();
    d.click("sheet.domain");
    d.type("x");
    d.settle();
    CHECK(hall.host.rooms.writes == model::table<model::Case>(hall.doc()).begin()->first);
}

TEST_CASE("after an absence, nothing disappears without a line")
{
    for (auto const* language : {"fr", "en"}) {
        Hall hall(language);
        auto& d = hall.driver;
        auto& state = hall.state();
        using Kind = SharedOutcome::Kind;
        SharedOutcome as_is, changed, refused;
        as_is.item = 1, as_is.label = "add_cases", as_is.title = "Tournées", as_is.number = 31;
        changed = as_is;
        changed.item = 2, changed.kind = Kind::changed, changed.was_number = 29,
        changed.number = 36;
        refused = as_is;
        refused.item = 3, refused.kind = Kind::refused, refused.by = "B", refused.restores = true;
        refused.why = {base::Errc::conflict, "overtaken.other", "case", 0};
        state.outcomes = {as_is, changed, refused};
        state.returned = true;
        state.link = SharedState::Link::alone;
        hall.settle();
        CHECK_FALSE(d.shows("rooms.seen")); // not while it is alone
        state.link = SharedState::Link::linked;
        hall.settle();
        CHECK(d.shows("rooms.outcome.1"));
        CHECK(d.label("rooms.outcome.2").find("29") != std::string::npos);
        CHECK(d.label("rooms.outcome.3").find(" B") != std::string::npos);
        d.click("rooms.restore.3");
        d.settle();
        CHECK(hall.asked("restore 3"));
        d.click("rooms.drop.3");
        d.settle();
        CHECK(hall.asked("drop 3"));
        CHECK_FALSE(d.shows("rooms.drop.3"));
        d.key(ImGuiKey_Enter);
        d.settle();
        CHECK(hall.asked("seen"));
        CHECK(d.shows("gather.new"));
    }
}

TEST_CASE("a change that came second while all were linked is told as such, not as an absence")
{
    for (auto const* language : {"fr", "en"}) {
        Hall hall(language);
        auto& d = hall.driver;
        SharedOutcome refused;
        refused.item = 3, refused.label = "edit_case", refused.title = "Tournées";
        refused.kind = SharedOutcome::Kind::refused, refused.by = "B";
        refused.why = {base::Errc::conflict, "overtaken.other", "case", 0};
        hall.state().outcomes = {refused};
        hall.settle();
        auto const at_once = std::string(language) == "fr" ? "En même temps" : "At the same time";
        CHECK(d.label("rooms.return") == at_once);
        hall.state().returned = true;
        hall.settle();
        CHECK(d.label("rooms.return") != at_once);
    }
}

TEST_CASE("entries of other rooms are on this disk, and the time of saving says so")
{
    Hall hall;
    auto& d = hall.driver;
    auto const before = d.label("top.shared");
    hall.host.clock.t += 5 * 60'000;
    hall.host.rooms.changed = true;
    hall.host.rooms.arrives = [&] { hall.add_from(site_b, "Tournées"); };
    hall.settle();
    CHECK(d.label("top.shared") != before);
}

TEST_CASE("only the room that leads moves the step; the others follow, or not")
{
    Hall hall;
    auto& d = hall.driver;
    auto& state = hall.state();
    state.leads = false;
    state.rooms[0].leads = false, state.rooms[1].leads = true, state.rooms[1].may_lead = true;
    auto const stage = [&] { return model::get<model::Stage>(hall.doc()).step; };
    auto const lead_to = [&](model::Step step) {
        REQUIRE(hall.app.session()->submit({{site_b << 2U | 1U}, edit::Role::facilitator},
                                           edit::SetStep{step}));
        hall.settle();
    };
    hall.settle();
    lead_to(model::Step::vote);
    CHECK(hall.app.step() == model::Step::vote);
    d.click("step.gather"); // a look elsewhere
    d.settle();
    CHECK(hall.app.step() == model::Step::gather);
    CHECK(stage() == model::Step::vote);
    d.key(ImGuiKey_N);
    d.settle();
    d.type("Archives");
    d.key(ImGuiKey_Enter);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(stage() == model::Step::vote); // work there moves nobody
    lead_to(model::Step::place);
    CHECK(hall.app.step() == model::Step::gather);
    d.click("rooms.chip.B");
    d.settle();
    CHECK_FALSE(d.on("rooms.follow"));
    CHECK_FALSE(d.enabled("rooms.take")); // B is there
    d.click("rooms.follow");
    d.settle();
    CHECK(hall.app.step() == model::Step::place);
    state.may_take = true;
    hall.settle();
    d.click("rooms.take");
    d.settle();
    CHECK(hall.asked("take 0"));
}

TEST_CASE("the timer is refused with a sentence where another room leads")
{
    Hall hall;
    hall.state().leads = false;
    hall.settle();
    hall.app.grant(edit::Command{edit::SetTimer{}});
    hall.settle();
    CHECK(hall.driver.label("notice.0") == hall.french.text("error.shared.lead"));
}

TEST_CASE("the step and the timer are passed to another facilitator's room")
{
    Hall hall;
    auto& d = hall.driver;
    hall.state().rooms[1].may_lead = true;
    hall.settle();
    d.click("rooms.chip.A");
    d.settle();
    CHECK_FALSE(d.shows("rooms.pass.C")); // a room does not lead
    d.click("rooms.pass.B");
    d.settle();
    CHECK(hall.asked("pass 12"));
}

TEST_CASE("a machine leaves the rooms after a question, and goes on alone")
{
    Hall hall;
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
