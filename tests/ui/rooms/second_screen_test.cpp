#include "second_screen.h"
#include "session/public_view.h"

#include <array>

// The room's window: what it shows, and above all what it never shows.
using support::four_cases;
using support::TwoScreens;

namespace {

constexpr char const* secret = "Zébulon";
constexpr std::array steps{"step.gather", "step.group",  "step.vote",
                           "step.place",  "step.decide", "step.review"};

// What belongs to the facilitator's window alone, by the beginning of its id.
constexpr std::array facilitators{
    "rail.",       "top.",        "inbox.",        "draft.",        "sheet.",        "ballot.",
    "booth",       "receipt.",    "hands.",        "ticket.",       "finder",        "import.",
    "export.",     "keys.",       "facilitator.",  "turn.",         "minimap",       "zoom.",
    "vote.ballot", "vote.method", "vote.open",     "vote.close",    "vote.question", "vote.ticket",
    "estimate.",   "place.tray",  "decide.weight", "decide.reason", "review.log",    "gather.new",
    "selection.",  "join.close",  "join.settings", "join.leave",    "join.aloud",    "notice",
    "questions",   "closing",     "about",         "privacy",       "room.enlarge",  "room.qr"};

struct Secretive : TwoScreens {
    Secretive() { start(four_cases, "gather"); }
    // Checks the room's window for everything that it must not hold.
    void look(std::string const& where)
    {
        settle();
        CAPTURE(where);
        auto const held = holder_of(secret);
        CHECK(held == "");
        for (auto const* prefix : facilitators) {
            CAPTURE(prefix);
            CHECK_FALSE(room_has(prefix));
        }
    }
    void leave_page()
    {
        if (driver.shows("facilitator.line")) key(ImGuiKey_F5);
    }
    void propose()
    {
        drop("liste.csv", std::string("titre;service\n") + secret + " trie tout;Accueil\n" +
                              "Éclairage public;Voirie\n");
    }
    // Whether a proposal waits to be accepted.
    [[nodiscard]] bool waits(std::string_view title)
    {
        return std::ranges::any_of(model::table<model::Proposal>(doc()),
                                   [&](auto const& one) { return one.second.title == title; });
    }
    void private_card()
    {
        click("gather.private");
        key(ImGuiKey_N);
        type(std::string(secret) + " compte les arbres");
        key(ImGuiKey_Enter);
        key(ImGuiKey_Escape);
        REQUIRE(model::table<model::FaceDown>(doc()).size() == 1);
    }
};

} // namespace

TEST_CASE("F5 opens the room's window, turns to the step and back; Shift+F5 closes the window")
{
    TwoScreens t;
    t.start(four_cases, "gather");
    CHECK(t.app.room_window() == ui::RoomWindow::closed);
    CHECK_FALSE(t.driver.shows("rail.facilitator"));
    t.key(ImGuiKey_F5);
    CHECK(t.app.room_window() == ui::RoomWindow::open);
    CHECK(t.host.kept_settings.room_window == ui::RoomWindow::open);
    CHECK(t.driver.shows("facilitator.line"));
    CHECK_FALSE(t.driver.shows("board"));
    t.key(ImGuiKey_F5);
    CHECK_FALSE(t.driver.shows("facilitator.line"));
    CHECK(t.driver.shows("board"));
    CHECK(t.app.room_window() == ui::RoomWindow::open);
    t.click("rail.facilitator");
    CHECK(t.driver.shows("facilitator.line"));
    CHECK(t.driver.on("rail.facilitator"));
    t.click("rail.step");
    CHECK_FALSE(t.driver.shows("facilitator.line"));
    t.key(ImGuiMod_Shift | ImGuiKey_F5);
    CHECK(t.app.room_window() == ui::RoomWindow::closed);
    CHECK(t.host.kept_settings.room_window == ui::RoomWindow::closed);
    CHECK_FALSE(t.driver.shows("rail.facilitator"));
}

TEST_CASE("the menu, the finder and the cross of the badge open and close it too")
{
    TwoScreens t;
    t.start(four_cases, "vote");
    t.click("top.more");
    t.click("more.second");
    CHECK(t.app.room_window() == ui::RoomWindow::open);
    t.click("facilitator.window.close");
    CHECK(t.app.room_window() == ui::RoomWindow::closed);
    CHECK_FALSE(t.driver.shows("facilitator.line"));
    t.key(ImGuiMod_Ctrl | ImGuiKey_K);
    t.type("projecteur");
    t.key(ImGuiKey_Enter);
    CHECK(t.app.room_window() == ui::RoomWindow::open);
    t.app.room_window_closed(); // by the system
    t.settle();
    CHECK(t.app.room_window() == ui::RoomWindow::closed);
    CHECK_FALSE(t.driver.shows("facilitator.line"));
}

TEST_CASE("the room sees the step of the facilitator, without its tools")
{
    TwoScreens t;
    t.start(four_cases, "gather");
    t.open_room();
    t.settle();
    CHECK(t.room.shows("board"));
    CHECK(t.room.label("card.1") == "Tri du courrier");
    t.key(ImGuiMod_Alt | ImGuiKey_3);
    CHECK(t.room.label("vote.awaited") == "Le vote se prépare");
    t.key(ImGuiMod_Alt | ImGuiKey_4);
    CHECK(t.room.shows("place.axis.1"));
    t.key(ImGuiMod_Alt | ImGuiKey_5);
    CHECK(t.room.label("decide.body.shown") == "Atelier"); // told, not a choice
    for (auto const* step : steps) {
        t.click(step);
        CAPTURE(step);
        CHECK(t.room.shows("room.title"));
        for (auto const* prefix : {"rail.", "top.", "facilitator."})
            CHECK_FALSE(t.room_has(prefix));
    }
}

TEST_CASE("without a session, and behind the curtain, the room sees a calm picture")
{
    TwoScreens t;
    t.key(ImGuiKey_F5);
    CHECK(t.app.room_window() == ui::RoomWindow::open);
    CHECK(t.room.label("room.waiting") == "La séance va commencer");
    t.start(four_cases, "gather");
    t.settle();
    CHECK(t.room.shows("board"));
    t.click("rail.facilitator");
    t.key(ImGuiKey_R);
    CHECK(t.room.shows("room.curtain"));
    CHECK_FALSE(t.room.shows("board"));
    CHECK_FALSE(t.room_holds("Tri du courrier"));
    CHECK(t.driver.label("facilitator.live") == "rideau tiré");
    t.click("facilitator.curtain");
    CHECK(t.room.shows("board"));
    CHECK_FALSE(t.room.shows("room.curtain"));
}

TEST_CASE("proposals that wait are in the facilitator's window only")
{
    Secretive s;
    s.propose();
    s.open_room();
    s.look("with proposals");
    CHECK(TwoScreens::holds(s.driver, secret)); // the inbox beside the page
    CHECK(s.driver.label("inbox.count") == "2");
    s.key(ImGuiKey_X); // refuses the first
    s.key(ImGuiKey_A); // accepts the other
    CHECK(model::table<model::Proposal>(s.doc()).empty());
    CHECK(s.room.shows("card.5"));
}

TEST_CASE("what is being typed anywhere is in the facilitator's window only")
{
    Secretive s;
    s.open_room();
    s.key(ImGuiKey_F5);
    s.key(ImGuiKey_N);
    s.type(secret);
    CHECK(TwoScreens::holds(s.driver, secret));
    s.look("a new card");
    s.key(ImGuiMod_Ctrl | ImGuiKey_A);
    s.key(ImGuiKey_Backspace);
    s.key(ImGuiKey_Escape);
    s.click("card.1"); // its sheet
    s.click("sheet.need");
    s.type(secret);
    CHECK(TwoScreens::holds(s.driver, secret));
    s.look("the sheet of a case");
    s.key(ImGuiKey_Escape);
    s.key(ImGuiKey_Escape);
    s.key(ImGuiMod_Ctrl | ImGuiKey_F);
    s.type(secret);
    s.look("the search");
    s.key(ImGuiKey_Escape);
    s.key(ImGuiMod_Ctrl | ImGuiKey_K);
    s.type(secret);
    s.look("the finder");
    s.key(ImGuiKey_Escape);
    s.click("top.title");
    s.click("top.rename");
    s.type(secret);
    s.look("the title of the session");
    s.key(ImGuiKey_Escape);
    s.key(ImGuiMod_Alt | ImGuiKey_3);
    s.click("vote.question");
    s.type(secret);
    CHECK(TwoScreens::holds(s.driver, secret));
    s.look("the question of a vote");
    s.key(ImGuiKey_Escape);
}

TEST_CASE("a face-down card is a card without text for the room, also where all cases are shown")
{
    Secretive s;
    s.private_card();
    s.open_room();
    s.look("a face-down card");
    CHECK(s.room.label("card.5") == "Carte cachée");
    s.leave_page();
    s.click("card.5");
    if (s.driver.shows("sheet.see")) s.click("sheet.see");
    CHECK(TwoScreens::holds(s.driver, secret));
    s.look("its sheet is open");
    auto const scene = s.app.room_scene();
    REQUIRE(scene.session);
    for (auto const& [id, text] : model::table<model::Case>(scene.session->document))
        CHECK(text.title.find(secret) == std::string::npos);
    for (auto const& entry : *scene.session->recent)
        for (auto const& change : entry->changes)
            if (auto const* text = change.as<model::Edit<model::Case>>(); text && text->after)
                CHECK(text->after->title.find(secret) == std::string::npos);
}

TEST_CASE("a ballot in hand is not in the room's window; the count of ballots is")
{
    Secretive s;
    s.open_room();
    s.key(ImGuiMod_Alt | ImGuiKey_3);
    s.leave_page();
    s.click("vote.open");
    s.settle();
    REQUIRE(s.round_state() == model::RoundState::open);
    CHECK(s.room.label("vote.progress") == "0");
    s.key(ImGuiKey_B);
    REQUIRE(s.driver.shows("ballot.cast") != s.driver.shows("ballot.next"));
    s.look("a ballot in hand");
    for (auto key : {ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_2}) {
        s.key(key);
        s.look("giving points");
    }
    CHECK(s.driver.label("ballot.left").starts_with("5"));
    s.key(ImGuiKey_Enter);
    s.look("its receipt");
    CHECK(s.driver.shows("receipt.next"));
    CHECK(s.room.label("vote.progress") == "1");
}

TEST_CASE("nothing of the facilitator's appears in the room's window, whatever is pressed")
{
    Secretive s;
    s.drop("idées.csv", "titre\nQuetzal\n");
    s.open_room();
    s.click("facilitator.notes.change");
    s.type(std::string("Dire à ") + secret);
    s.look("notes being typed");
    s.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    s.look("notes");
    CHECK(TwoScreens::holds(s.driver, secret));
    std::vector<int> chords{ImGuiKey_F1,
                            ImGuiKey_F6,
                            ImGuiKey_F11,
                            ImGuiKey_Q,
                            ImGuiKey_Tab,
                            ImGuiMod_Ctrl | ImGuiKey_K,
                            ImGuiMod_Ctrl | ImGuiKey_F,
                            ImGuiMod_Shift | ImGuiKey_F10,
                            ImGuiMod_Ctrl | ImGuiKey_A,
                            ImGuiMod_Ctrl | ImGuiKey_S,
                            ImGuiKey_Enter,
                            ImGuiKey_Space,
                            ImGuiKey_Delete,
                            ImGuiKey_Home,
                            ImGuiKey_DownArrow};
    for (int letter = ImGuiKey_A; letter <= ImGuiKey_Z; ++letter) chords.push_back(letter);
    for (int digit = ImGuiKey_0; digit <= ImGuiKey_9; ++digit) chords.push_back(digit);
    for (int n = 1; n <= 6; ++n) {
        for (auto chord : chords) {
            auto const step = ImGuiMod_Alt | (ImGuiKey_0 + n);
            s.driver.key(step);
            s.leave_page();
            s.driver.key(chord);
            s.driver.frame(2);
            s.driver.type(secret);
            s.driver.frame(2);
            s.room.frame(2);
            CAPTURE(n);
            CAPTURE(chord);
            auto const held = s.holder_of(secret); // no key here enters what is typed
            CHECK(held == "");
            if (s.waits("Quetzal")) CHECK(s.holder_of("Quetzal") == "");
            for (auto const* prefix : facilitators) {
                CAPTURE(prefix);
                CHECK_FALSE(s.room_has(prefix));
            }
            if (ui::typing(s.driver.ui())) { // Escape keeps the text of a card
                s.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
                s.driver.key(ImGuiKey_Backspace);
            }
            for (int i = 0; i < 3; ++i) s.driver.key(ImGuiKey_Escape);
        }
    }
}

TEST_CASE("private notes change nothing in the room's picture")
{
    TwoScreens t;
    t.start(four_cases, "gather");
    t.open_room();
    t.settle();
    auto const picture = [&] {
        std::vector<ui::DrawnLine> lines;
        t.room.ui().state->drawn_lines = &lines;
        t.room.frame();
        t.room.ui().state->drawn_lines = nullptr;
        std::vector<std::string> said;
        for (auto const& line : lines) said.push_back(line.text);
        return said;
    };
    auto const before = picture();
    t.click("facilitator.notes.change");
    t.type("Rappeler la pause");
    t.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(picture() == before);
    CHECK_FALSE(t.app.room_changes(t.room.ui()));
}

TEST_CASE("a public view has counts, and neither proposals, hidden texts nor ballots")
{
    Secretive s;
    s.propose();
    s.private_card();
    auto const view = s.app.session()->view(edit::facilitator);
    CHECK(model::table<model::Proposal>(view.document).size() == 2);
    auto const out = session::public_view(view);
    CHECK(model::table<model::Proposal>(out.document).empty());
    CHECK(model::table<model::FaceDown>(out.document).size() == 1);
    CHECK(model::table<model::Case>(out.document).size() ==
          model::table<model::Case>(view.document).size());
    CHECK(out.version == view.version);
    CHECK_FALSE(out.may_undo);
}

TEST_CASE("what stands in the room's window is content: no control that one would want to press")
{
    // Cases, where they are, and the words of a table: drawn as text, without a surface of their
    // own.
    auto const content = [](std::string_view id) {
        for (std::string_view const head :
             {"card.", "board", "frame.", "place.axis.", "decide.row.", "decide.by.",
              "decide.owner.", "decide.review."})
            if (id.starts_with(head)) return true;
        return false;
    };
    TwoScreens t;
    t.start(four_cases, "gather");
    t.open_room();
    auto const look = [&](std::string const& what) {
        CAPTURE(what);
        for (auto const& [id, seen] : t.room.ui().probe.widgets) {
            if (!seen.acts || content(id)) continue;
            std::string const name = id; // clang 14 captures no structured binding
            CAPTURE(name);
            CHECK(name == "");
        }
    };
    for (auto const* step : steps) {
        t.click(step);
        look(step);
    }
}
