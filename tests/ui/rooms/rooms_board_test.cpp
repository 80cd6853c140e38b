#include "rooms_hall.h"

// A session on several machines: its rooms in the top bar, its cards, saving and step.
using support::room_of;
using support::SharedHall;
using support::site_b;
using support::site_c;
using ui::SharedOutcome;
using ui::SharedRoom;
using ui::SharedState;

TEST_CASE("the top bar shows each room, and a cut one with its minutes")
{
    for (auto const* language : {"fr", "en"}) {
        SharedHall hall(language);
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

TEST_CASE("the last half hour of a room is shown from when this machine looked, not before")
{
    SharedHall hall;
    hall.settle();
    CHECK(hall.driver.value("rooms.row.B") == "100 %");
    for (auto& room : hall.state().rooms) room.watched_min = 15;
    hall.settle();
    CHECK(hall.driver.value("rooms.row.B") == "50 %");
    for (auto& room : hall.state().rooms) room.watched_min = 1;
    hall.settle();
    auto const shown = hall.driver.value("rooms.row.B");
    CHECK((shown == "3 %" || shown == "4 %"));
    // An absence longer than that does not reach over what was not seen.
    hall.state().rooms[1].gaps = {{40, 0}};
    hall.settle();
    CHECK(hall.driver.value("rooms.row.B") == shown);
}

TEST_CASE("many rooms are this one and a number")
{
    SharedHall hall;
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
    SharedHall hall;
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
    SharedHall hall;
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
    SharedHall hall;
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
        SharedHall hall(language);
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
        SharedHall hall(language);
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
    SharedHall hall;
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
    SharedHall hall;
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
    SharedHall hall;
    hall.state().leads = false;
    hall.settle();
    hall.app.grant(edit::Command{edit::SetTimer{}});
    hall.settle();
    CHECK(hall.driver.label("notice.0") == hall.french.text("error.shared.lead"));
}

TEST_CASE("the step and the timer are passed to another facilitator's room")
{
    SharedHall hall;
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

TEST_CASE("a card is put beside one that arrived while it was typed")
{
    SharedHall hall;
    auto& d = hall.driver;
    auto& session = *hall.app.session();
    edit::Actor const b{{site_b << 2U | 1U}, edit::Role::facilitator};
    auto const type_one = [&] {
        d.key(ImGuiKey_N);
        d.settle();
        d.type("Tournées");
        d.settle();
    };
    auto const end = [&] {
        d.key(ImGuiKey_Enter);
        d.settle();
        d.key(ImGuiKey_Escape);
        d.settle();
    };
    type_one();
    end();
    auto const first = model::table<model::CardPlace>(hall.doc()).begin()->first;
    auto const there = model::get<model::CardPlace>(hall.doc(), first).at;
    REQUIRE(session.submit(b, edit::RemoveCases{{first}}));
    hall.settle();
    type_one(); // at the same place
    auto const other = hall.add_from(site_b, "Trottoirs");
    REQUIRE(session.submit(b, edit::MoveCards{{{other, there}}}));
    hall.settle();
    end();
    auto const& places = model::table<model::CardPlace>(hall.doc());
    REQUIRE(places.size() == 2);
    for (auto const& [id, place] : places) {
        if (id == other) continue;
        bool const apart = std::abs(place.at.x - there.x) >= 240 || place.at.y > there.y + 50;
        CHECK(apart);
    }
}

TEST_CASE("what is not taken in is said as long as it lasts")
{
    SharedHall hall;
    auto& d = hall.driver;
    hall.state().link = SharedState::Link::catching_up;
    hall.state().hindered = {base::Errc::io, "file.disk_full", {}, 0};
    hall.settle();
    d.frame(60 * 10);
    CHECK(d.shows("rooms.hindered.card"));
    hall.state().hindered = {};
    hall.settle();
    CHECK_FALSE(d.shows("rooms.hindered.card"));
}

TEST_CASE(
    "a room that does not facilitate is told beside the form why it opens no estimating round")
{
    SharedHall hall;
    auto& d = hall.driver;
    edit::AddCases add;
    add.cases.push_back({hall.app.session()->mint<model::CaseId>(), {}, {}});
    add.cases.back().text.title = "Tri du courrier";
    REQUIRE(hall.app.session()->submit(edit::facilitator, add));
    hall.app.look_at(model::Step::place);
    hall.settle();
    d.click("rail.estimate");
    hall.settle();
    CHECK_FALSE(d.shows("estimate.conducted"));
    REQUIRE(d.enabled("estimate.open"));
    hall.state().facilitates = false;
    hall.settle();
    CHECK(d.shows("estimate.conducted"));
    CHECK_FALSE(d.enabled("estimate.open"));
}

TEST_CASE("the panel of the rooms is as high as what it shows")
{
    SharedHall hall("en");
    auto& d = hall.driver;
    d.click("step.decide");
    d.settle();
    d.click("rooms.chip.B");
    d.settle();
    auto const below = [&](std::string const& last) {
        return (d.box("rooms.more").min.y - d.box(last).max.y);
    };
    auto const calm = below("rooms.lead");
    CHECK(calm > 0);
    CHECK(calm < 130); // two buttons to pass the lead
    hall.state().hindered = {base::Errc::io, "file.disk_full", {}, 0};
    hall.settle();
    auto const full = below("rooms.hindered.card");
    CHECK(full > 0);
    CHECK(full < 40);
}

TEST_CASE("a refused act, a vote that opens and a lead that goes are said on any screen")
{
    SharedHall hall;
    auto& d = hall.driver;
    auto& state = hall.state();
    SharedOutcome refused;
    refused.item = 3, refused.label = "reveal_round", refused.kind = SharedOutcome::Kind::refused;
    state.outcomes = {refused};
    hall.host.rooms.changed = true;
    hall.settle();
    CHECK(d.label("notice.0").find("résultat révélé") != std::string::npos);
    state.outcomes.clear();
    state.leads = state.rooms[0].leads = false, state.rooms[1].leads = true;
    hall.settle();
    CHECK(d.label("notice.1").find("Salle B") != std::string::npos);
}
