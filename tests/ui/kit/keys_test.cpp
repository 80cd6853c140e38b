#include "ui/dialogs/keys_dialog.h"
#include "ui/vote/voting.h"

#include <algorithm>

// Keys with the same meaning on every screen.
using support::Room;
using support::Voting;

namespace {

constexpr char const* two_cases = "titre\nTri du courrier\nFuites d’eau\n";

std::vector<std::string> labels(support::MemoryHost const& host, std::uint64_t after = 0)
{
    std::vector<std::string> out;
    for (auto n = after + 1; n <= host.log->size(); ++n) out.push_back(host.log->entry(n)->label);
    return out;
}

using Labels = std::vector<std::string>;

// Adds one ballot: a vote without ballots can be closed, but not revealed.
void vote_for_the_first(Voting& room)
{
    room.driver.click("vote.ballot");
    room.driver.click("ballot.row.1");
    room.driver.click("ballot.cast");
    room.driver.click("receipt.end");
    REQUIRE(room.cast() == 1);
}

} // namespace

TEST_CASE("Enter adds what the preview of an import shows")
{
    Room room("fr");
    room.driver.click("home.new.axes");
    room.host.file = two_cases;
    room.app.dropped({"cas.csv"});
    room.driver.settle();
    REQUIRE(room.driver.shows("import.add"));
    room.driver.key(ImGuiKey_Enter);
    room.driver.settle();
    CHECK_FALSE(room.driver.shows("import.add"));
    CHECK(model::table<model::Case>(room.doc()).size() == 2);
}

TEST_CASE("Enter presses a dialog's main button, or \"back\" where work could be lost")
{
    Voting room;
    room.open(model::Method::approval);
    vote_for_the_first(room);
    auto& d = room.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    d.frame(3);
    REQUIRE(d.shows("close.yes"));
    d.key(ImGuiKey_Enter);
    d.frame(4);
    CHECK(room.round_state() == model::RoundState::revealed);

    room.app.grant(ui::GoHome{});
    d.settle();
    Voting other;
    other.open(model::Method::approval);
    other.driver.key(ImGuiKey_B);
    other.driver.frame(3);
    other.driver.key(ImGuiKey_Space);
    other.driver.key(ImGuiKey_Escape);
    other.driver.frame(3);
    REQUIRE(other.driver.shows("leave.yes"));
    other.driver.key(ImGuiKey_Enter); // back to the ballot, which is unchanged
    other.driver.frame(3);
    CHECK_FALSE(other.driver.shows("leave.yes"));
    CHECK(other.driver.shows("ballot.close"));
}

TEST_CASE("/ opens the finder and ? the list of keys, except in a field")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(two_cases, "gather");
    for (auto const* step : {"gather", "group", "vote", "place", "decide"}) {
        CAPTURE(step);
        d.click("step." + std::string(step));
        d.settle();
        d.type("/");
        d.settle();
        CHECK(d.shows("finder.text"));
        CHECK(d.value("finder.text").empty());
        d.key(ImGuiKey_Escape);
        d.settle();
        d.type("?");
        d.settle();
        CHECK(d.shows("keys"));
        d.key(ImGuiKey_Escape);
        d.settle();
        CHECK_FALSE(d.shows("keys"));
    }
    d.click("step.gather");
    d.settle();
    d.key(ImGuiKey_N);
    d.settle();
    d.type("Qui ? le service et/ou l’élu");
    CHECK(d.value("draft.card") == "Qui ? le service et/ou l’élu");
    CHECK_FALSE(d.shows("finder.text"));
    CHECK_FALSE(d.shows("keys"));
}

TEST_CASE("the list of keys is in the language of the screen, and names the keys of this keyboard")
{
    Room room("en");
    auto& d = room.driver;
    d.ui().caps = [] { return ui::KeyCaps{"+", ")"}; };
    room.start(two_cases, "gather");
    d.key(ImGuiKey_F1);
    d.settle();
    std::string all;
    for (auto const& [id, seen] : d.ui().probe.widgets)
        if (id.starts_with("keys.line.")) all += seen.label + "\n";
    CHECK(all.find("Ctrl Shift Z") != std::string::npos);
    CHECK(all.find("Ctrl + )") != std::string::npos);
    for (auto const* french : {"Maj", "Entrée", "Suppr", "Espace", "Échap"})
        CHECK(all.find(french) == std::string::npos);
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK_FALSE(d.shows("keys"));
}

TEST_CASE("digits work with Shift, too, for French keyboards")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(two_cases, "place");
    for (int const mods : {0, int{ImGuiMod_Shift}})
        for (int n = 8; n >= 1; --n) {
            d.key(mods | (ImGuiKey_0 + n));
            d.settle();
            CHECK(d.on("place.axis." + std::to_string(n)));
        }
    for (int const mods : {0, int{ImGuiMod_Shift}})
        for (int n = 5; n >= 1; --n) {
            d.key(ImGuiMod_Alt | mods | (ImGuiKey_0 + n));
            d.settle();
            CHECK(static_cast<int>(room.app.step()) == n - 1);
        }
}

TEST_CASE("looking at other steps writes nothing; the session's step follows the first edit")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(two_cases, "gather");
    auto const before = room.host.log->size();
    for (auto const* step : {"decide", "place", "vote", "group", "gather", "place"}) {
        d.click("step." + std::string(step));
        d.settle();
    }
    CHECK(room.host.log->size() == before);
    CHECK(room.app.step() == model::Step::place);
    CHECK(model::get<model::Stage>(room.doc()).step == model::Step::gather);
    d.key(ImGuiKey_Tab); // the first case
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(labels(room.host, before) == Labels{"place", "set_step"});
    CHECK(model::get<model::Stage>(room.doc()).step == model::Step::place);
    d.key(ImGuiKey_RightArrow);
    d.settle(5);
    CHECK(std::ranges::count(labels(room.host, before), "set_step") == 1);
    // Undo does not change the step on the screen.
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    d.settle();
    CHECK(room.app.step() == model::Step::place);
}

TEST_CASE("Ctrl+Z after a closed vote says why it does nothing, and writes nothing")
{
    Voting room;
    room.open(model::Method::approval);
    vote_for_the_first(room);
    room.close();
    auto const before = room.host.log->size();
    auto& d = room.driver;
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    d.settle();
    CHECK(room.host.log->size() == before);
    CHECK(room.round_state() == model::RoundState::revealed);
    REQUIRE(d.shows("notice.0"));
    CHECK(
        d.label("notice.0") ==
        "Un vote ou un tour d’estimations qui a été ouvert ne s’annule pas : préparez-en un autre");
    for (int i = 0; i < 12; ++i) d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    for (auto n = before + 1; n <= room.host.log->size(); ++n)
        CHECK_FALSE(room.host.log->entry(n)->changes.empty());
}
