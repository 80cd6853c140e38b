#include "joining.h"

#include <algorithm>

// The screen by which phones join, and the room in the top bar.
using support::Joining;
using support::network;

TEST_CASE("the way in for phones is a key, a button, a line of the menu and a command")
{
    Joining hall;
    auto& d = hall.driver;
    for (int way = 0; way < 4; ++way) {
        CAPTURE(way);
        REQUIRE_FALSE(hall.joining());
        if (way == 0) d.key(ImGuiKey_Q);
        if (way == 1) d.click("top.join");
        if (way == 2) {
            d.click("top.title");
            d.settle();
            d.click("top.phones");
        }
        if (way == 3) {
            d.key(ImGuiMod_Ctrl | ImGuiKey_K);
            d.settle();
            d.type("smartphone");
            d.settle();
            d.key(ImGuiKey_Enter);
        }
        d.settle();
        CHECK(hall.joining());
        CHECK_FALSE(d.shows("rail.card")); // it covers the board
        if (way == 0) d.key(ImGuiKey_Q);
        if (way == 1) d.key(ImGuiKey_Escape);
        if (way == 2) d.click("join.leave");
        if (way == 3) d.click("step.vote");
        d.settle();
    }
    CHECK_FALSE(hall.joining());
    CHECK(hall.app.step() == model::Step::vote);
    CHECK(hall.phones.opened_at.empty()); // looking opens nothing
}

TEST_CASE("Q is a letter while a card is typed, and nothing in the booth")
{
    SUBCASE("a card")
    {
        Joining hall;
        hall.driver.key(ImGuiKey_N);
        hall.driver.settle();
        hall.driver.key(ImGuiKey_Q);
        hall.driver.type("q");
        hall.driver.settle();
        CHECK_FALSE(hall.joining());
    }
    SUBCASE("a ballot")
    {
        support::Voting voting;
        voting.open(model::Method::dots);
        voting.keys({ImGuiKey_B, ImGuiKey_Q});
        voting.driver.settle();
        CHECK_FALSE(voting.driver.shows("join.open"));
        CHECK(voting.driver.shows("ballot.cast"));
    }
}

TEST_CASE("a room opens on this machine only, until an address of the network is chosen")
{
    Joining hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    CHECK(d.on("join.address.127.0.0.1"));
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(hall.phones.opened_at == std::vector<std::string>{"127.0.0.1:8080"});
    CHECK(hall.sight() == hall.said("join.sight.local"));
    d.click("join.help.open"); // offers the addresses
    d.settle();
    d.click("join.address.192.168.1.20");
    d.settle();
    // at the same port, and the phones were not sent away
    CHECK(hall.phones.opened_at.back() == "192.168.1.20:8080");
    CHECK(hall.phones.told_over == 0);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(d.label("join.url") == "192.168.1.20:8080");
    CHECK(d.label("join.code") == "K7F 4XP");
    CHECK(d.label("join.qr") == "http://192.168.1.20:8080/K7F4XP");
}

TEST_CASE("an address that cannot be opened is said, and the room stays where it was")
{
    Joining hall;
    auto& d = hall.driver;
    base::Error const taken{base::Errc::io, "room.listen", "192.168.1.20:8080", 0};
    hall.phones.refuses = taken;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.address.192.168.1.20");
    d.click("join.open");
    d.frame(2);
    CHECK_FALSE(hall.phones.open);
    CHECK(d.shows("join.open"));
    CHECK(d.label("notice.0").find("192.168.1.20:8080") != std::string::npos);
    d.click("join.address.127.0.0.1");
    d.click("join.open");
    d.settle();
    REQUIRE(hall.phones.open);
    hall.phones.refuses = taken;
    d.click("join.settings");
    d.settle();
    d.click("join.address.192.168.1.20");
    d.settle();
    CHECK(hall.phones.open);
    CHECK(hall.phones.state.address == "127.0.0.1");
}

TEST_CASE("phones are told whether they see this machine by a phone only")
{
    Joining hall;
    auto& d = hall.driver;
    hall.open_at(network);
    CHECK(hall.sight() == hall.said("join.sight.not_yet"));
    CHECK(hall.app.next_change().value_or(0) == doctest::Approx(60).epsilon(0.1));
    CHECK_FALSE(d.shows("join.help"));
    hall.host.clock.t += 61'000;
    d.settle();
    CHECK(hall.sight() == hall.said("join.sight.not_yet"));
    CHECK_FALSE(hall.app.next_change()); // nothing is drawn while nothing happens
    d.click("join.help.open");
    d.settle();
    CHECK(d.shows("join.help"));
    CHECK_FALSE(d.shows("join.aloud"));
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK_FALSE(d.shows("join.help"));
    hall.phones.state.reached_ms = hall.host.clock.t;
    hall.phones.state.seats = hall.phones.state.here = 19;
    d.settle();
    CHECK(hall.sight().find("19") != std::string::npos);
    CHECK(d.label("join.count") == "19");
    CHECK(d.label("top.join").find("19") != std::string::npos);
    hall.phones.state.here = 0;
    d.settle();
    CHECK(hall.sight().find("19") == std::string::npos);
}

TEST_CASE("an address that this machine has lost is noticed, on the screen and in the top bar")
{
    Joining hall;
    auto& d = hall.driver;
    hall.open_at(network);
    hall.phones.state.reached_ms = hall.host.clock.t;
    hall.host.addresses.pop_back();
    hall.host.clock.t += 2'000;
    CHECK(hall.app.look_around()); // wakes the window
    d.settle();
    CHECK(hall.sight() == hall.said("join.sight.gone"));
    CHECK(d.label("top.join") == hall.said("top.phones.gone"));
    hall.host.clock.t += 2'000;
    CHECK_FALSE(hall.app.look_around()); // once
}

TEST_CASE("phones see what was written, by anybody")
{
    Joining hall;
    auto& d = hall.driver;
    hall.open_at(network);
    auto const before = hall.phones.version;
    edit::Propose::One one{{model::derived_ids + 7}, {}, {}};
    one.proposal.title = "Tri du courrier";
    REQUIRE(hall.app.mailbox().post(
        {{{3}, edit::Role::participant}, session::Ask{edit::Propose{{one}}}}));
    d.frame();
    CHECK(hall.phones.version == before + 1);
    d.click("join.settings");
    d.settle();
    d.click("join.moderation"); // by the facilitator
    d.settle();
    CHECK(hall.phones.version == hall.app.session()->log().size());
    CHECK(hall.phones.version > before + 1);
}

TEST_CASE(
    "with an open room, phones are at the step on the screen; Relire and the past move nobody")
{
    Joining hall;
    auto& d = hall.driver;
    auto step = [&] { return model::get<model::Stage>(hall.doc()).step; };
    REQUIRE(step() == model::Step::gather);
    d.click("step.vote");
    d.settle();
    CHECK(step() == model::Step::gather); // without phones, looking writes nothing
    hall.open_at(network);
    CHECK(step() == model::Step::vote);
    d.click("step.place");
    d.settle();
    CHECK(step() == model::Step::place);
    CHECK(hall.phones.version == hall.app.session()->log().size());
    d.click("step.review");
    d.settle();
    CHECK(step() == model::Step::place);
    hall.app.grant(ui::LookBack{0});
    d.settle();
    d.click("step.gather");
    d.settle();
    CHECK(step() == model::Step::place);
    CHECK_FALSE(d.shows("notice.0"));
}

TEST_CASE("one press in the top bar closes the room, and phones are told")
{
    Joining hall;
    auto& d = hall.driver;
    CHECK_FALSE(d.shows("top.room.close"));
    hall.open_at(network);
    hall.phones.state.seats = 3;
    d.key(ImGuiKey_Q);
    d.settle();
    CHECK_FALSE(hall.joining());
    d.click("top.room.close");
    d.frame(2);
    CHECK_FALSE(hall.phones.open);
    CHECK(hall.phones.told_over == 1);
    CHECK(d.label("notice.0").find('3') != std::string::npos);
    CHECK_FALSE(d.shows("top.room.close"));
}

TEST_CASE("while a round is open closing asks first, as phones that come back could vote twice")
{
    support::Voting voting;
    auto& d = voting.driver;
    auto& phones = voting.host.phones;
    voting.open(model::Method::dots);
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.open");
    d.settle();
    phones.state.seats = 2;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("top.room.close");
    d.settle();
    CHECK(phones.open);
    d.click("join.closing.no");
    d.settle();
    CHECK(phones.open);
    CHECK(d.shows("join.qr"));
    d.click("join.settings");
    d.settle();
    d.click("join.address.192.168.1.20");
    d.settle();
    CHECK(phones.state.address == "127.0.0.1");
    d.click("join.closing.yes");
    d.settle();
    CHECK(phones.state.address == "192.168.1.20");
    d.click("join.close");
    d.settle();
    CHECK(phones.open);
    d.click("join.closing.yes");
    d.settle();
    CHECK_FALSE(phones.open);
    CHECK(phones.told_over == 1);
}

TEST_CASE("the other ways to take part lead there")
{
    Joining hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.aloud");
    d.settle();
    CHECK_FALSE(hall.joining());
    CHECK(hall.app.step() == model::Step::gather);
    d.type("Tri du courrier"); // into a new card
    d.key(ImGuiKey_Enter);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(model::table<model::Case>(hall.doc()).size() == 1);
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.here");
    d.settle();
    CHECK(hall.app.step() == model::Step::vote);
}

TEST_CASE("whether proposals wait is switched where the room opens")
{
    Joining hall;
    auto& d = hall.driver;
    auto moderation = [&] { return model::get<model::Gathering>(hall.doc()).moderation; };
    REQUIRE(moderation() == model::Moderation::on);
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.moderation");
    d.settle();
    CHECK(moderation() == model::Moderation::off);
    CHECK(hall.joining());
    d.click("join.open");
    d.settle();
    d.click("join.settings");
    d.settle();
    CHECK_FALSE(d.on("join.moderation"));
    d.click("join.moderation");
    d.settle();
    CHECK(moderation() == model::Moderation::on);
}

TEST_CASE("the network's name is shown beside the code once it is typed")
{
    Joining hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.wifi");
    d.type("Armance-Invités");
    d.settle();
    CHECK(hall.joining()); // no letter of it is a shortcut
    d.click("join.open");
    d.settle();
    CHECK(d.label("join.wifi.said") == "Armance-Invités");
    d.click("join.print"); // it is on the cards, too
    d.settle();
    REQUIRE(hall.host.pages.size() == 1);
    CHECK(hall.host.pages.front().find("Armance-Invités") != std::string::npos);
    CHECK(hall.phones.open);
}

TEST_CASE(
    "the notice on personal data is edited once, in both languages, and kept with each session")
{
    using model::Tongue;
    Joining hall;
    auto& d = hall.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.notice");
    d.settle();
    CHECK(d.value("privacy.rights") == hall.said("room.notice.rights"));
    auto const doc = [&]() -> model::Document const& { return hall.doc(); };
    auto const write = [&](std::string const& field, std::string const& text) {
        d.click(field);
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.type(text);
        d.settle();
    };
    write("privacy.rights", "Écrire à dpo@nord.example");
    d.click("privacy.language.1");
    d.settle();
    CHECK(model::get<model::Notice>(doc(), Tongue::french).rights == "Écrire à dpo@nord.example");
    CHECK(model::get<model::Notice>(doc(), Tongue::french).who.empty()); // the prepared one
    CHECK(model::find<model::Notice>(doc(), Tongue::english) == nullptr);
    CHECK(d.value("privacy.rights") == hall.english.text("room.notice.rights"));
    write("privacy.rights", "Write to dpo@nord.example");
    d.click("privacy.done");
    d.settle();
    CHECK(model::get<model::Notice>(doc(), Tongue::english).rights == "Write to dpo@nord.example");
    CHECK_FALSE(d.shows("privacy.rights"));
    CHECK(hall.host.own_notices.at(Tongue::french).rights == "Écrire à dpo@nord.example");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z); // was said to phones: not undone
    d.settle();
    CHECK(model::find<model::Notice>(doc(), Tongue::english) != nullptr);
    d.click("join.notice");
    d.settle();
    d.click("privacy.restore");
    d.settle();
    CHECK(d.value("privacy.rights") == hall.said("room.notice.rights"));
    CHECK(model::find<model::Notice>(doc(), Tongue::french) == nullptr);
}

TEST_CASE("a session takes over the machine's notice when its room opens, and keeps its own")
{
    using model::Tongue;
    Joining hall;
    model::Notice own;
    own.who = "Département du Nord";
    hall.host.own_notices[Tongue::french] = own;
    hall.open_at("127.0.0.1");
    CHECK(model::get<model::Notice>(hall.doc(), Tongue::french).who == "Département du Nord");
    hall.host.own_notices[Tongue::french].who = "Une autre collectivité";
    hall.driver.click("join.close");
    hall.driver.settle();
    hall.driver.click("join.open");
    hall.driver.settle();
    REQUIRE(hall.phones.open);
    CHECK(model::get<model::Notice>(hall.doc(), Tongue::french).who == "Département du Nord");
}

TEST_CASE("while phones can join, each step of the room shows how, and how many did")
{
    support::Voting voting; // cases, and a vote in preparation
    auto& d = voting.driver;
    auto& phones = voting.host.phones;
    CHECK_FALSE(d.shows("room.qr"));
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.address.192.168.1.20");
    d.click("join.open");
    d.settle();
    d.key(ImGuiKey_Escape);
    d.settle();
    for (auto const* step : {"step.gather", "step.vote", "step.place"}) {
        CAPTURE(step);
        d.click(step);
        d.settle();
        if (std::string(step) == "step.vote") {
            voting.open(model::Method::dots);
            d.settle();
        }
        CHECK(d.label("room.qr") == "http://192.168.1.20:8080/K7F4XP");
        CHECK(d.label("room.code") == "K7F 4XP");
        CHECK(d.label("room.address") == "192.168.1.20:8080");
        CHECK(d.label("room.joined").starts_with("0"));
    }
    phones.state.seats = phones.state.here = 9;
    REQUIRE(voting.app.session()->submit(edit::facilitator, edit::SetHeadcount{12}));
    d.settle();
    CHECK(d.label("room.joined") == voting.french.text("room.head.of", 9, 12));
    d.click("room.enlarge");
    d.settle();
    CHECK(d.shows("join.qr"));
    d.key(ImGuiKey_Escape);
    d.settle();
    phones.state.seats = phones.state.here = 0; // otherwise it asks: a vote is open
    d.click("top.room.close");
    d.settle();
    CHECK_FALSE(d.shows("room.qr"));
}
