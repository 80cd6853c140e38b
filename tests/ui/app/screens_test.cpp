#include "exchange/templates/template.h"
#include "support/tables.h"
#include "support/ui/room.h"

#include <algorithm>

// The start screen, the preview of an import, and the decisions.
using support::Room;

namespace {

constexpr char const* four = "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
                             "Repas de cantine;Écoles\nPermis;Urbanisme\n";

model::Decision decision_on(Room& room, int number)
{
    for (auto const& [id, one] : model::table<model::Case>(room.doc()))
        if (one.number == number)
            return model::get<model::Decision>(room.doc(), {id, model::Body::workshop});
    return {};
}

std::size_t count_cases(Room& room) { return model::table<model::Case>(room.doc()).size(); }

ui::Recent recent(std::string const& title, ui::Ended ended)
{
    ui::Recent one;
    one.path = title + ".cadran";
    one.ended = ended;
    support::edit<model::Profile>(one.document.emplace(), {},
                                  [&](auto& profile) { profile.title = title; });
    return one;
}

} // namespace

TEST_CASE("the start screen offers a session that ended without warning, and opens it")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.recents = {recent("Voirie", ui::Ended::cleanly),
                         recent("Écoles", ui::Ended::without_warning)};
    room.app.grant(ui::GoHome{});
    d.frame(2);
    REQUIRE(d.shows("home.resume"));
    CHECK(d.label("home.recent.0") == "Voirie");
    d.click("home.resume");
    d.frame(2);
    CHECK(room.app.session());
    CHECK(!d.shows("home.resume"));
}

TEST_CASE("a recent session opens by a click, or is removed from the list by its menu")
{
    Room room("en");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.recents = {recent("Roads", ui::Ended::cleanly)};
    room.app.grant(ui::GoHome{});
    d.frame(2);
    CHECK(!d.shows("home.resume"));
    d.click("home.recent.0.menu");
    d.frame(2);
    d.click("recent.forget");
    CHECK(room.host.forgotten == std::vector<std::filesystem::path>{"Roads.cadran"});
    d.frame(2);
    d.click("home.recent.0");
    d.frame(2);
    CHECK(room.app.session());
}

TEST_CASE("an import shows its rows, excludes existing cases, and is one undo")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.file = four;
    room.app.dropped({"cas.csv"});
    d.frame(2);
    REQUIRE(d.shows("import.add"));
    d.click("import.cancel");
    CHECK(count_cases(room) == 0);
    room.app.dropped({"cas.csv"});
    d.frame(2);
    d.click("import.add");
    CHECK(count_cases(room) == 4);

    room.host.file = std::string(four) + "Cas nouveau;Eau\n";
    room.app.dropped({"cas.csv"});
    d.frame(2);
    CHECK(d.on("import.skip"));
    d.click("import.add");
    CHECK(count_cases(room) == 5); // the four cases that exist are not added again
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(count_cases(room) == 4);
}

TEST_CASE("a file without a case is refused in a sentence, and no dialog opens")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.file = "";
    room.app.dropped({"vide.csv"});
    d.frame(2);
    CHECK(!d.shows("import.add"));
    CHECK(count_cases(room) == 0);
}

TEST_CASE("a decision is made by a letter or by the menu, with owner and date")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(four, "decide");
    d.click("decide.row.2");
    d.key(ImGuiKey_E);
    CHECK(decision_on(room, 2).verdict == model::Verdict::safeguards);
    d.click("decide.verdict.3");
    d.frame(2);
    d.click("verdict.later");
    CHECK(decision_on(room, 3).verdict == model::Verdict::later);
    d.click("decide.owner.3");
    d.frame(2);
    d.type("Voirie");
    d.key(ImGuiKey_Enter);
    CHECK(decision_on(room, 3).owner == "Voirie");
    d.click("decide.review.3");
    d.frame(2);
    d.type("2027-03");
    d.key(ImGuiKey_Enter);
    CHECK(decision_on(room, 3).review == "2027-03");
    CHECK(decision_on(room, 3).verdict == model::Verdict::later);
    for (int i = 0; i < 4; ++i) d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(model::table<model::Decision>(room.doc()).empty());
}

TEST_CASE("Escape restores a field of the decision")
{
    Room room("en");
    auto& d = room.driver;
    room.start(four, "decide");
    d.click("decide.owner.1");
    d.frame(2);
    d.type("nobody");
    d.key(ImGuiKey_Escape);
    CHECK(decision_on(room, 1).owner.empty());
    CHECK(!d.shows("decide.owner.1.edit"));
}
