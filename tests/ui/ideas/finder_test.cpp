#include "support/tables.h"
#include "support/ui/room.h"
#include "ui/dialogs/finder.h"

#include <algorithm>

// Ctrl+K: finds cards and commands by a few letters, from every screen.
using support::Room;

namespace {

constexpr char const* named_alike = "titre;domaine\nTri du courrier;Usagers\nDétection des fuites "
                                    "d’eau;Eau\nRepas de cantine;Écoles\n"
                                    "Courrier facile à lire;Usagers\n";

struct Finding : Room {
    explicit Finding(std::string const& step, std::string const& language = "fr")
        : Room(language)
    {
        start(named_alike, step);
    }
    void find(std::string_view typed)
    {
        driver.key(ImGuiMod_Ctrl | ImGuiKey_K);
        driver.frame(2);
        driver.type(typed);
        driver.frame(2);
    }
    void take(std::string_view typed)
    {
        find(typed);
        driver.key(ImGuiKey_Enter);
        driver.settle();
    }
    // The row that Enter chooses.
    [[nodiscard]] std::string first() const
    {
        for (auto const& [id, seen] : const_cast<support::UiDriver&>(driver).ui().probe.widgets)
            if (id.starts_with("finder.") && seen.on && id != "finder.text") return id;
        return {};
    }
    [[nodiscard]] model::CaseId id_of(int number)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc()))
            if (one.number == number) return id;
        return {};
    }
    [[nodiscard]] model::Step step() const { return app.step(); }
};

} // namespace

TEST_CASE("a card is found without its accents, and the board goes to it")
{
    Finding room("gather");
    auto& d = room.driver;
    room.find("detection FUITES");
    CHECK(room.first() == "finder.card.2");
    CHECK(d.label("finder.card.2") == "Détection des fuites d’eau");
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(!d.shows("finder"));
    CHECK(d.on("card.2"));
    auto const box = d.box("card.2");
    CHECK(box.center().x > 300);
    CHECK(box.center().x < 1400);
}

TEST_CASE("the best answer is first: the start of a title, before a word of another; a number is "
          "its card")
{
    Finding room("gather");
    room.find("courrier");
    CHECK(room.first() == "finder.card.4");
    CHECK(room.driver.shows("finder.card.1"));
    room.driver.key(ImGuiKey_Escape);
    room.find("3");
    CHECK(room.first() == "finder.card.3");
}

TEST_CASE("the arrows move through the results and wrap; the mouse chooses one too")
{
    Finding room("gather");
    auto& d = room.driver;
    room.find("courrier");
    d.key(ImGuiKey_DownArrow);
    CHECK(room.first() == "finder.card.1");
    d.key(ImGuiKey_UpArrow);
    d.key(ImGuiKey_UpArrow); // from the first row to the last
    CHECK(room.first() != "finder.card.4");
    d.click("finder.card.1");
    d.settle();
    CHECK(!d.shows("finder"));
    CHECK(d.on("card.1"));
}

TEST_CASE("Escape, Ctrl+K and a click elsewhere close the finder without a change")
{
    Finding room("gather");
    auto& d = room.driver;
    auto const entries = room.app.session()->log().size();
    room.find("courrier");
    d.key(ImGuiKey_Escape);
    CHECK(!d.shows("finder"));
    room.find("tri");
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    CHECK(!d.shows("finder"));
    room.find("");
    d.click_at({30, 1000});
    CHECK(!d.shows("finder"));
    CHECK(room.app.session()->log().size() == entries);
    d.key(ImGuiKey_N); // the board reads its keys again
    d.frame(3);
    CHECK(d.shows("draft.card"));
}

TEST_CASE("each step shows a found card in its own way")
{
    Finding room("place");
    room.take("cantine");
    CHECK(room.driver.shows("place.tray.3"));
    room.driver.key(ImGuiKey_Enter); // places the focused case
    CHECK(model::find<model::Placement>(
        room.doc(),
        {model::AxisId{model::table<model::Axis>(room.doc()).begin()->first}, room.id_of(3)}));
    room.driver.click("step.decide");
    room.take("fuites");
    room.driver.key(ImGuiKey_E);
    CHECK(model::get<model::Decision>(room.doc(), {room.id_of(2), model::Body::workshop}).verdict ==
          model::Verdict::safeguards);
    room.driver.click("step.group");
    room.driver.settle();
    room.take("cantine");
    CHECK(room.driver.on("card.3"));
    room.driver.click("step.vote");
    room.driver.settle();
    room.take("cantine");
    CHECK(ui::focused_id(room.driver.ui()) == "vote.case.3");
}

TEST_CASE("commands are found by label or by synonym, and show their key")
{
    for (auto const* language : {"fr", "en"}) {
        Finding room("gather", language);
        bool const french = std::string(language) == "fr";
        room.take(french ? "voter" : "vote");
        CHECK(room.step() == model::Step::vote);
        room.take(french ? "sombre" : "dark");
        CHECK(room.host.kept_settings.appearance == ui::Appearance::night);
        room.take(french ? "plein ecran" : "full screen");
        CHECK(room.app.mode() == ui::Mode::room);
        room.take(french ? "130" : "size 130");
        CHECK(room.host.kept_settings.scale_percent == 130);
        room.take(french ? "english" : "francais");
        CHECK(room.host.kept_settings.language == (french ? "en" : "fr"));
    }
}

TEST_CASE("a command of another step goes to that step first")
{
    Finding room("decide");
    auto& d = room.driver;
    room.take("nouvelle carte");
    CHECK(room.step() == model::Step::gather);
    d.settle();
    REQUIRE(d.shows("draft.card"));
    d.type("Écrite de loin");
    d.key(ImGuiKey_Enter);
    CHECK(model::table<model::Case>(room.doc()).size() == 5);
}

TEST_CASE("every tool of the rail is found by its name and can be chosen")
{
    Finding room("gather");
    room.take("annoter");
    CHECK(room.driver.on("rail.draw"));
    room.take("main");
    CHECK(room.driver.on("rail.hand"));
}

TEST_CASE("unavailable commands are not offered and cannot be chosen")
{
    Finding room("gather");
    auto& d = room.driver;
    room.find("");
    CHECK(!d.shows("finder.merge")); // without a selection
    d.type("fusionner");
    d.frame(2);
    REQUIRE(d.shows("finder.merge"));
    CHECK(!d.enabled("finder.merge"));
    auto const entries = room.app.session()->log().size();
    d.key(ImGuiKey_Enter);
    CHECK(room.app.session()->log().size() == entries);
    d.key(ImGuiKey_Escape);
    d.key(ImGuiMod_Ctrl | ImGuiKey_A);
    room.take("fusionner");
    CHECK(model::table<model::Merge>(room.doc()).size() == 3);
}

TEST_CASE("recent choices come first when nothing is typed")
{
    Finding room("gather");
    room.take("cantine");
    room.take("sombre");
    room.find("");
    CHECK(room.first() == "finder.light");
    room.driver.key(ImGuiKey_DownArrow);
    CHECK(room.first() == "finder.card.3");
}

TEST_CASE("a hidden card is not found by its text or its number")
{
    Finding room("gather");
    auto& d = room.driver;
    room.take("cantine"); // then it is among the recent ones
    room.app.grant(edit::Command{edit::TurnCards{{room.id_of(3)}, edit::TurnCards::Face::down}});
    d.frame();
    room.find("");
    CHECK(!d.shows("finder.card.3"));
    for (auto const* typed : {"cantine", "ecoles", "3"}) {
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.type(typed);
        d.frame(2);
        CAPTURE(typed);
        CHECK(!d.shows("finder.card.3"));
    }
    d.key(ImGuiKey_Escape);
    d.key(ImGuiMod_Ctrl | ImGuiKey_F); // nor in the search of the board
    d.frame(2);
    d.type("cantine");
    d.frame(2);
    CHECK(d.label("search.count") == room.french.text("board.search.none"));
}

TEST_CASE("frames and axes are found, too")
{
    Finding room("gather");
    auto& d = room.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.key(ImGuiKey_G);
    d.frame(2);
    d.type("Relation aux usagers");
    d.key(ImGuiKey_Enter);
    d.click("step.decide");
    d.settle();
    room.take("cadre relation");
    CHECK(room.step() == model::Step::group);
    room.take("axe 4");
    CHECK(room.step() == model::Step::place);
    CHECK(d.on("place.axis.4"));
}

TEST_CASE("a timer started here runs from the choice, not from the opening of the finder")
{
    Finding room("gather");
    room.find("minuteur 10");
    room.host.clock.t += 60'000; // one minute passes
    auto const before = room.host.clock.t;
    room.driver.key(ImGuiKey_Enter);
    auto const timer = model::get<model::Timer>(room.doc());
    CHECK(timer.end_ms >= before + 600'000);
    room.take("pause");
    CHECK(model::get<model::Timer>(room.doc()).paused_left_ms > 0);
}

TEST_CASE("a reader finds cards and steps, and no command that changes the session")
{
    Finding room("gather");
    room.host.remember();
    room.app.grant(ui::GoHome{});
    room.app.open("atelier.cadran", ui::Access::read);
    room.driver.settle();
    auto const entries = room.app.session()->log().size();
    room.find("nouvelle carte");
    CHECK(!room.driver.enabled("finder.card"));
    room.driver.key(ImGuiKey_Escape);
    room.take("decider");
    CHECK(room.driver.shows("decide.row.1"));
    CHECK(room.app.session()->log().size() == entries);
}

TEST_CASE("on the start screen the finder finds sessions and commands that create one")
{
    Room room("fr");
    auto& d = room.driver;
    ui::Recent one;
    one.path = "voirie.cadran";
    support::edit<model::Profile>(one.document.emplace(), {},
                                  [](auto& profile) { profile.title = "Réfection de la voirie"; });
    room.host.recents = {one};
    room.app.grant(ui::ForgetSession{"another"}); // rebuilds the list
    d.frame(2);
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("refection");
    d.frame(2);
    CHECK(d.on("finder.recent.0"));
    d.key(ImGuiKey_Escape);
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("8 axes");
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(room.app.session());
}

TEST_CASE("typing goes to the finder, not to the field that had the focus")
{
    Finding room("gather");
    auto& d = room.driver;
    d.key(ImGuiKey_N);
    d.frame(3);
    d.type("Une idée");
    room.find("zzz");
    CHECK(d.value("finder.text") == "zzz");
    d.key(ImGuiKey_Escape);
    d.frame(3);
    bool kept = false;
    for (auto const& [id, text] : model::table<model::Case>(room.doc()))
        kept = kept || text.title == "Une idée";
    CHECK(kept); // the draft became a card
}
