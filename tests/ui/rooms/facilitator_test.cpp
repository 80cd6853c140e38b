#include "second_screen.h"
#include "support/folders.h"

// The facilitator's page: counts, timer, notes, next step, vote.
using support::four_cases;
using support::TwoScreens;

namespace {

struct Led : TwoScreens {
    explicit Led(std::string const& step = "gather", std::string const& language = "fr")
        : TwoScreens(language)
    {
        host.minutes = {20, 15, 10, 40, 30, 0};
        start(four_cases, step);
        open_room();
    }
    // A vote of four people; `cast` of them have answered.
    void vote(int cast)
    {
        REQUIRE(app.session()->submit(edit::facilitator, edit::SetHeadcount{4}));
        settle();
        key(ImGuiKey_F5);
        click("vote.open");
        key(ImGuiKey_F5);
        REQUIRE(round_state() == model::RoundState::open);
        for (int i = 0; i < cast; ++i)
            REQUIRE(app.session()->cast(round(), "voter" + std::to_string(i), {}));
        settle();
    }
    [[nodiscard]] model::RoundId round()
    {
        return model::table<model::Round>(doc()).rbegin()->first;
    }
    [[nodiscard]] ui::SessionNotes kept()
    {
        return host.notes_by_session.empty() ? ui::SessionNotes{}
                                             : host.notes_by_session.begin()->second;
    }
    [[nodiscard]] std::string expected() { return driver.value("facilitator.expected"); }
};

} // namespace

TEST_CASE("ballots are counted against the people expected, in both windows")
{
    Led l("vote");
    l.vote(0);
    CHECK(l.expected() == "0 sur 4");
    CHECK(l.driver.label("facilitator.expected") == "4 encore attendus");
    REQUIRE(l.app.session()->cast(l.round(), "one", {}));
    REQUIRE(l.app.session()->cast(l.round(), "two", {}));
    REQUIRE(l.app.session()->cast(l.round(), "three", {}));
    l.settle();
    CHECK(l.expected() == "3 sur 4");
    CHECK(l.driver.label("facilitator.expected") == "1 encore attendu");
    CHECK(l.room.label("vote.progress") == "3");
    REQUIRE(l.app.session()->cast(l.round(), "four", {}));
    l.settle();
    CHECK(l.driver.label("facilitator.expected") == "Tous les bulletins sont là");
    CHECK(l.room.label("vote.progress") == "4");
}

TEST_CASE("phones are counted where no round is open, and people where there are no phones")
{
    Led l;
    CHECK(l.expected().starts_with("–"));
    REQUIRE(l.app.session()->submit(edit::facilitator, edit::SetHeadcount{12}));
    l.settle();
    CHECK(l.expected().starts_with("12"));
    l.key(ImGuiKey_Q);
    l.click("join.open");
    l.host.phones.state.seats = 9;
    l.host.phones.state.here = 7;
    l.key(ImGuiKey_Q);
    CHECK(l.expected() == "7 sur 12");
    CHECK(l.driver.label("facilitator.expected") == "5 encore attendus");
}

TEST_CASE("while phones are asked to join, the room sees the code, and no button")
{
    Led l;
    l.key(ImGuiKey_Q);
    CHECK_FALSE(l.room.shows("join.open")); // where to open is the facilitator's choice
    CHECK(l.room.shows("board"));
    l.click("join.wifi");
    l.type("Armance-Invités");
    CHECK_FALSE(l.room_holds("Armance"));
    l.click("join.open");
    CHECK(l.room.shows("join.qr"));
    CHECK(l.room.label("join.wifi.said") == "Armance-Invités");
    CHECK(l.room.label("join.code") == "K7F 4XP");
    for (auto const* id : {"join.close", "join.settings", "join.leave", "join.sight", "join.aloud"})
        CHECK_FALSE(l.room.shows(id));
    l.key(ImGuiKey_Q);
    CHECK(l.room.shows("board"));
    CHECK(l.driver.shows("facilitator.line"));
}

TEST_CASE("the timer starts with the planned minutes, pauses, gets more, and runs in both windows")
{
    Led l;
    l.click("facilitator.timer.turn");
    CHECK(l.driver.label("facilitator.timer") == "20:00");
    CHECK(l.room.label("room.timer") == "20:00");
    l.host.clock.t += 65'000;
    CHECK(l.app.room_changes(l.room.ui()));
    l.settle();
    CHECK(l.driver.label("facilitator.timer") == "18:55");
    CHECK(l.room.label("room.timer") == "18:55");
    l.click("facilitator.timer.more");
    CHECK(l.room.label("room.timer") == "20:55");
    l.click("facilitator.timer.turn");
    l.host.clock.t += 60'000;
    l.settle();
    CHECK(l.room.label("room.timer") == "20:55");
    l.click("facilitator.timer.stop");
    CHECK_FALSE(l.room.shows("room.timer"));
}

TEST_CASE("a room at rest is not drawn again")
{
    Led l;
    l.room.settle();
    l.driver.settle();
    l.room.frame(30);
    CHECK_FALSE(l.app.room_changes(l.room.ui()));
    l.driver.move_to({700, 500}); // the facilitator's pointer
    CHECK_FALSE(l.app.room_changes(l.room.ui()));
    l.key(ImGuiKey_F5);
    CHECK_FALSE(l.app.room_changes(l.room.ui()));
    REQUIRE(l.app.session()->submit(edit::facilitator, edit::SetTitle{"Autre titre"}));
    CHECK(l.app.room_changes(l.room.ui()));
}

TEST_CASE("notes are typed one a line, ticked off, kept by step, and read again")
{
    Led l;
    CHECK(l.driver.label("facilitator.say").find("«") != std::string::npos);
    l.click("facilitator.notes.change");
    l.type("Rappeler la règle");
    l.key(ImGuiKey_Enter);
    l.key(ImGuiKey_Enter);
    l.type("  Annoncer la pause ");
    l.click("facilitator.say.edit");
    l.type("Bonjour à toutes et tous.");
    CHECK_FALSE(l.driver.shows("facilitator.note.1"));
    l.click("facilitator.notes.change");
    CHECK(l.driver.label("facilitator.note.1") == "Rappeler la règle");
    CHECK(l.driver.label("facilitator.note.2") == "Annoncer la pause");
    CHECK(l.driver.label("facilitator.say").find("Bonjour") != std::string::npos);
    l.click("facilitator.note.2");
    CHECK(l.driver.on("facilitator.note.2"));
    CHECK_FALSE(l.driver.on("facilitator.note.1"));
    auto const kept = l.kept();
    REQUIRE(kept.contains(model::Step::gather));
    CHECK(kept.at(model::Step::gather).list.at(1).state == ui::Note::State::done);
    CHECK(kept.at(model::Step::gather).say == "Bonjour à toutes et tous.");
    l.key(ImGuiMod_Alt | ImGuiKey_2);
    CHECK_FALSE(l.driver.shows("facilitator.note.1")); // another step has its own
    l.key(ImGuiMod_Alt | ImGuiKey_1);
    CHECK(l.driver.on("facilitator.note.2"));
    auto const entries = l.app.session()->log().size();
    l.click("facilitator.note.2");
    CHECK(l.app.session()->log().size() == entries); // not in the session
    CHECK_FALSE(l.driver.on("facilitator.note.2"));
}

TEST_CASE("notes being typed are kept when the page is left, the step changes or the window closes")
{
    for (int way = 0; way < 3; ++way) {
        CAPTURE(way);
        Led l;
        l.click("facilitator.notes.change");
        l.driver.type("À ne"); // the first change is kept at once, the next ones later
        l.driver.type(" pas perdre");
        if (way == 0) l.key(ImGuiKey_F5);
        if (way == 1) l.key(ImGuiMod_Alt | ImGuiKey_2);
        if (way == 2) l.app.close(ui::Quit::By::person);
        l.settle();
        REQUIRE(l.kept().contains(model::Step::gather));
        CHECK(l.kept().at(model::Step::gather).list.at(0).text == "À ne pas perdre");
    }
}

TEST_CASE("a note whose text is unchanged stays ticked")
{
    std::vector<ui::Note> const before{{"a", ui::Note::State::done}, {"b", ui::Note::State::open}};
    CHECK(ui::lines_of(before) == "a\nb");
    auto const after = ui::notes_of("b\n a \n\nc", before);
    REQUIRE(after.size() == 3);
    CHECK(after[0].state == ui::Note::State::open);
    CHECK(after[1] == ui::Note{"a", ui::Note::State::done});
    CHECK(after[2] == ui::Note{"c", ui::Note::State::open});
}

TEST_CASE("the next step is one press away, and held while answers are awaited or not shown")
{
    Led l;
    CHECK(l.driver.label("facilitator.next") == "Passer à Regrouper");
    l.click("facilitator.next");
    CHECK(l.app.step() == model::Step::group);
    CHECK(l.driver.shows("facilitator.line"));
    l.click("facilitator.next");
    CHECK(l.app.step() == model::Step::vote);
    l.vote(4);
    CHECK_FALSE(l.driver.enabled("facilitator.next"));
    l.click("facilitator.vote.close");
    CHECK_FALSE(l.driver.enabled("facilitator.next"));
    l.click("facilitator.vote.reveal");
    CHECK(l.driver.enabled("facilitator.next"));
    CHECK(l.driver.value("facilitator.expected") == "4 dépouillés"); // nobody is awaited any more
}

TEST_CASE("closing asks once while ballots are missing, and shows nothing before the reveal")
{
    Led l("vote");
    l.vote(3);
    CHECK_FALSE(l.driver.enabled("facilitator.vote.reveal"));
    l.click("facilitator.vote.close");
    CHECK(l.round_state() == model::RoundState::open);
    CHECK(l.driver.label("facilitator.vote.close") == "Confirmer");
    l.click("facilitator.vote.close");
    CHECK(l.round_state() == model::RoundState::closed);
    CHECK(l.room.label("vote.progress") == "3");
    CHECK_FALSE(l.room.shows("result.1"));
    l.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(l.round_state() == model::RoundState::revealed);
}

TEST_CASE("the rail of the page leads to what the vote's own rail does, never early")
{
    Led l("vote");
    CHECK_FALSE(l.driver.enabled("rail.ballot"));
    l.vote(1);
    CHECK(l.driver.enabled("rail.ballot"));
    CHECK(l.driver.enabled("rail.new"));
    CHECK_FALSE(l.driver.enabled("rail.results"));
    l.click("rail.ballot");
    CHECK(l.driver.shows("ballot.row.1"));
    CHECK_FALSE(l.driver.shows("facilitator.line"));
    l.key(ImGuiKey_Escape);
    l.key(ImGuiKey_F5);
    l.click("facilitator.vote.close");
    l.click("facilitator.vote.close");
    l.click("facilitator.vote.reveal");
    CHECK(l.driver.shows("facilitator.line"));
    l.click("rail.results");
    CHECK_FALSE(l.driver.shows("facilitator.line"));
}

TEST_CASE("proposals are put off on the page, until they are asked for or the step changes")
{
    Led l;
    l.drop("liste.csv", "titre\nTri des lettres reçues\nSuivi des chantiers\n");
    REQUIRE(model::table<model::Proposal>(l.doc()).size() == 2);
    auto const first =
        "inbox." + std::to_string(model::table<model::Proposal>(l.doc()).begin()->first.value);
    CHECK(l.driver.shows(first));
    CHECK_FALSE(l.driver.shows("inbox.accept_all")); // of the step's own screen
    l.click("inbox.put_off");
    CHECK_FALSE(l.driver.shows(first));
    CHECK(l.driver.label("inbox.count") == "2");
    l.key(ImGuiKey_A); // nothing unseen is accepted
    CHECK(model::table<model::Proposal>(l.doc()).size() == 2);
    l.click("inbox.put_off.end");
    CHECK(l.driver.shows(first));
    l.click("inbox.put_off");
    l.click("facilitator.next");
    CHECK(l.driver.shows(first));
    CHECK(model::table<model::Proposal>(l.doc()).size() == 2);
}

TEST_CASE("the window of the room reappears where there are two screens, if it was left open")
{
    support::MemoryHost host;
    auto french = support::Room::load(i18n::Language::french);
    auto const day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    ui::Settings settings;
    settings.room_window = ui::RoomWindow::open;
    ui::App app(host, {&french, &french, &day, &day, nullptr}, settings);
    app.know_screens(1);
    CHECK(app.room_window() == ui::RoomWindow::closed);
    app.know_screens(2);
    CHECK(app.room_window() == ui::RoomWindow::open);
    app.know_screens(1); // unplugged: it goes on as a window
    CHECK(app.room_window() == ui::RoomWindow::open);
}

TEST_CASE("with one screen F11 is as before, and the window is opened on request only")
{
    TwoScreens t;
    t.app.know_screens(1);
    t.start(four_cases, "gather");
    t.key(ImGuiKey_F11);
    CHECK(t.app.mode() == ui::Mode::room);
    CHECK(t.app.room_window() == ui::RoomWindow::closed);
    t.key(ImGuiKey_F11);
    CHECK(t.app.mode() == ui::Mode::desk);
    t.key(ImGuiKey_F5);
    CHECK(t.app.room_window() == ui::RoomWindow::open);
}

TEST_CASE("the page speaks the language of the interface")
{
    Led l("gather", "en");
    CHECK(l.driver.label("facilitator.next") == "Go to Group");
    CHECK(l.driver.label("rail.facilitator") == "Lead");
}
