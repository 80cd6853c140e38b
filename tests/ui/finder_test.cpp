#include "support/ui/room.h"

#include <imgui.h>

// Ctrl+K: cards and commands by a few letters.
using support::Room;

namespace {

struct Finding : Room {
    Finding()
        : Room("fr")
    {
        start("titre\nPrévision des repas\nTri du courrier\nÉclairage public\n", "gather");
    }
    void find(std::string const& text)
    {
        driver.key(ImGuiMod_Ctrl | ImGuiKey_K);
        driver.settle();
        driver.type(text);
        driver.settle();
    }
    [[nodiscard]] model::CaseId titled(std::string const& title)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc()))
            if (one.title == title) return id;
        return {};
    }
};

} // namespace

TEST_CASE("a card is found without its accents, and Enter chooses it on the board")
{
    Finding f;
    f.find("ECLAIRAGE");
    f.driver.key(ImGuiKey_Enter);
    f.driver.settle();
    CHECK(f.driver.on("card.3"));
    CHECK_FALSE(f.driver.on("card.1"));
    CHECK_FALSE(f.driver.shows("finder.text"));
}

TEST_CASE("a number finds the card that has it")
{
    Finding f;
    f.find("2");
    f.driver.key(ImGuiKey_Enter);
    f.driver.settle();
    CHECK(f.driver.on("card.2"));
}

TEST_CASE("a command is found and done: the room goes to another step")
{
    Finding f;
    f.find("regroup");
    f.driver.key(ImGuiKey_Enter);
    f.driver.settle();
    CHECK(model::get<model::Stage>(f.doc()).step == model::Step::group);
}

TEST_CASE("Escape leaves everything as it was")
{
    Finding f;
    auto const entries = f.app.session()->log().size();
    f.find("tri");
    f.driver.key(ImGuiKey_Escape);
    f.driver.settle();
    CHECK_FALSE(f.driver.shows("finder.text"));
    CHECK_FALSE(f.driver.on("card.2"));
    CHECK(f.app.session()->log().size() == entries);
}

TEST_CASE("a card that lies face down is not found by what it says")
{
    Finding f;
    f.app.grant(edit::Command{
        edit::TurnCards{{f.titled("Éclairage public")}, edit::TurnCards::Face::down}});
    f.driver.settle();
    f.find("eclairage");
    REQUIRE(f.driver.shows("finder.text"));
    for (auto const& [id, seen] : f.driver.ui().probe.widgets) {
        CAPTURE(id);
        CHECK(seen.label.find("clairage") == std::string::npos);
    }
}
