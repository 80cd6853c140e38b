#include "model/voting_method.h"
#include "support/ui/room.h"

#include <doctest/doctest.h>
#include <imgui.h>

// Templates: those of the program and of the user on the start screen, saving one, their timers.
using support::Room;

namespace {

constexpr char const* two_titles = "titre\nTri du courrier\nDétection des fuites d’eau\n";

ui::OwnTemplate own(std::string const& name, std::string const& title)
{
    ui::OwnTemplate one;
    one.path = "/t/" + name + ".json";
    one.name = name;
    one.title = title;
    one.axes = 2, one.votes = 1;
    return one;
}

// The start screen with these templates of the user.
struct Home : Room {
    explicit Home(std::vector<ui::OwnTemplate> listed, std::string const& language = "fr")
        : Room(language)
    {
        host.own = std::move(listed);
        app.grant(ui::ForgetSession{"x"}); // lists again
        driver.frame(3);
    }
};

} // namespace

TEST_CASE("the start screen offers the five templates of the program, and each starts a session")
{
    constexpr std::array offers{std::pair{"home.new.axes", "huit-axes"},
                                std::pair{"home.new.simple", "simple"},
                                std::pair{"home.new.budget", "budget-participatif"},
                                std::pair{"home.new.retrospective", "retrospective"},
                                std::pair{"home.new.priorities", "priorisation"}};
    for (auto const* language : {"fr", "en"})
        for (auto const& [id, name] : offers) {
            Room room(language);
            room.driver.settle();
            room.driver.click(id);
            room.driver.settle();
            CHECK(room.host.started_from == std::vector<std::string>{name});
            CHECK(model::get<model::Profile>(room.doc()).from_template == name);
        }
}

TEST_CASE(
    "the user's own templates stand below; one that cannot be read says why and starts nothing")
{
    auto bad = own("casse", "casse");
    bad.unreadable =
        base::Error{base::Errc::invalid, "template.unknown", "casse.json, axes[2].titel"};
    Home room({own("budget-du-nord", "Budget du nord"), bad});
    auto& d = room.driver;
    CHECK(d.label("home.own.budget-du-nord") == "Budget du nord");
    CHECK(d.label("home.own.casse.why").find("casse.json, axes[2].titel") != std::string::npos);
    CHECK_FALSE(d.enabled("home.own.casse"));
    d.click("home.own.budget-du-nord");
    d.settle();
    CHECK(room.host.started_from == std::vector<std::string>{"budget-du-nord"});
}

TEST_CASE("a template of the user goes to the trash, those of the program cannot")
{
    Home room({own("a", "A"), own("b", "B")});
    auto& d = room.driver;
    CHECK_FALSE(d.shows("home.new.simple.trash"));
    d.click("home.own.a.trash");
    d.settle();
    CHECK(room.host.binned == std::vector<std::filesystem::path>{"/t/a.json"});
    CHECK_FALSE(d.shows("home.own.a"));
    CHECK(d.shows("home.own.b"));
    CHECK(room.host.started_from.empty());
}

TEST_CASE("the finder starts from any template")
{
    Home room({own("budget-du-nord", "Budget du nord")});
    auto& d = room.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("budget du nord");
    d.frame(2);
    CHECK(d.shows("finder.new.own.budget-du-nord"));
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(room.host.started_from == std::vector<std::string>{"budget-du-nord"});
}

TEST_CASE("the session's menu saves it as a template, once its name is free")
{
    for (auto const* language : {"fr", "en"}) {
        Room room(language);
        room.start(two_titles, "gather");
        auto& d = room.driver;
        d.click("top.title");
        d.frame(2);
        d.click("top.template");
        d.settle();
        CHECK(d.value("template.name") == model::get<model::Profile>(room.doc()).title);
        CHECK(d.shows("template.holds.0")); // the axes
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.type("Atelier type");
        room.host.refuses = base::Error{base::Errc::conflict, "template.exists", "Atelier type"};
        d.click("template.save");
        d.settle();
        CHECK(d.label("template.refused").find("Atelier type") != std::string::npos);
        CHECK(room.host.templates.empty());
        d.type(" bis"); // at once, without a click
        CHECK(d.value("template.name").ends_with(" bis"));
        d.key(ImGuiMod_Ctrl | ImGuiKey_A);
        d.type("Atelier type");
        room.host.refuses.reset();
        auto const before = room.app.session()->log().size();
        d.click("template.save");
        d.settle();
        CHECK(room.host.templates == std::vector<std::string>{"Atelier type"});
        CHECK_FALSE(d.shows("template.name"));
        CHECK(room.app.session()->log().size() == before); // the session is as it was
    }
}

TEST_CASE("the finder opens the same dialog; nothing is saved without a name, or after Escape")
{
    Room room("fr");
    room.start(two_titles, "vote");
    auto& d = room.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("enregistrer comme modèle");
    d.frame(2);
    d.key(ImGuiKey_Enter);
    d.settle();
    REQUIRE(d.shows("template.name"));
    CHECK(room.app.step() == model::Step::vote);
    d.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.key(ImGuiKey_Delete);
    d.frame(2);
    CHECK_FALSE(d.enabled("template.save"));
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(room.host.templates.empty());
    d.click("template.cancel");
    d.settle();
    CHECK_FALSE(d.shows("template.name"));
    CHECK(room.host.templates.empty());
}

TEST_CASE("T starts the planned duration of the step, and the menu says it")
{
    constexpr std::int64_t minute_ms = 60'000;
    Room room("fr");
    room.host.minutes = {20, 15, 0, 40, 25, 0};
    room.start(two_titles, "group");
    auto& d = room.driver;
    auto const whole = [&] {
        auto const timer = model::get<model::Timer>(room.doc());
        return timer.end_ms - timer.start_ms;
    };
    d.click("top.timer");
    d.frame(2);
    CHECK(d.shows("timer.planned"));
    CHECK_FALSE(d.shows("timer.15")); // said once
    CHECK(d.shows("timer.10"));
    d.click("timer.planned");
    d.settle();
    CHECK(whole() == 15 * minute_ms);
    REQUIRE(room.app.session()->submit(edit::facilitator, edit::SetTimer{}));
    d.click("step.place");
    d.settle();
    d.key(ImGuiKey_T);
    d.settle();
    CHECK(whole() == 40 * minute_ms);
    REQUIRE(room.app.session()->submit(edit::facilitator, edit::SetTimer{}));
    d.click("step.vote"); // nothing planned
    d.settle();
    d.key(ImGuiKey_T);
    d.settle();
    CHECK(whole() == 10 * minute_ms);
}

TEST_CASE("a vote that a template prepared is about all cases, until somebody takes them out")
{
    Room room("fr");
    room.start(two_titles, "gather");
    auto& d = room.driver;
    model::Round round;
    model::set_method(round, model::Method::dots);
    auto const id = room.app.session()->mint<model::RoundId>();
    REQUIRE(room.app.session()->submit(edit::facilitator, edit::PrepareRound{id, round}));
    auto const entries = room.app.session()->log().size();
    d.click("step.vote");
    d.settle();
    CHECK(d.on("vote.case.1"));
    CHECK(d.on("vote.case.2"));
    CHECK(room.app.session()->log().size() == entries); // looking writes nothing
    d.click("vote.case.1");
    d.settle();
    CHECK(model::get<model::Round>(room.doc(), id).cases.size() == 1);
    d.click("vote.case.2");
    d.settle();
    CHECK_FALSE(d.on("vote.case.1"));
    CHECK_FALSE(d.on("vote.case.2"));
    CHECK_FALSE(d.enabled("vote.open"));
    d.click("vote.case.1");
    d.click("vote.case.2");
    d.settle();
    d.click("vote.open");
    d.settle();
    CHECK(room.round_state() == model::RoundState::open);
    CHECK(model::get<model::Round>(room.doc(), id).cases.size() == 2);
}

TEST_CASE("the first question is that of the template, in the language of the screen")
{
    for (auto const& [offer, language, question] :
         {std::tuple{"home.new.axes", "fr", "Où l’IA vous ferait-elle gagner du temps\u202F?"},
          std::tuple{"home.new.axes", "en", "Where would AI save you time?"},
          std::tuple{"home.new.simple", "fr", "Que pourrions-nous faire\u202F?"},
          std::tuple{"home.new.retrospective", "en", "What do you take away from this period?"}}) {
        Room room("fr"); // the session's language
        room.driver.settle();
        room.driver.click(offer);
        room.driver.settle();
        room.app.grant(ui::SetLanguage{language});
        room.driver.settle();
        CHECK(room.driver.label("board.question") == question);
    }
}
