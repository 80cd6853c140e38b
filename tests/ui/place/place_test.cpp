#include "analysis/common/in_use.h"
#include "support/ui/room.h"

#include <algorithm>

// The matrix, its tray and its list.
namespace {

constexpr char const* five = "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
                             "Repas de cantine;Écoles\nPermis;Urbanisme\nVidéo augmentée;Voirie\n";

struct Placing : support::Room {
    Placing()
        : Room("fr")
    {
        start(five, "place");
    }
    model::Table<model::Placement> const& placements()
    {
        return model::table<model::Placement>(doc());
    }
    // The position on the first axis.
    model::Placement at(int number)
    {
        auto const axis = analysis::active_axes(doc()).front();
        for (auto const& [id, one] : model::table<model::Case>(doc()))
            if (one.number == number) return model::get<model::Placement>(doc(), {axis, id});
        return {};
    }
    void undo() { driver.key(ImGuiMod_Ctrl | ImGuiKey_Z); }
};

} // namespace

TEST_CASE("a case is dragged from the tray to the matrix, moved, and dragged back")
{
    Placing room;
    auto& d = room.driver;
    d.drag("place.tray.2", {500, 400});
    REQUIRE(room.placements().size() == 1);
    auto const first = room.at(2);
    CHECK(first.by == model::PlacedBy::hand);
    CHECK(!d.shows("place.tray.2"));
    d.drag("place.chip.2", {1200, 400});
    CHECK(room.at(2).risk > first.risk);
    CHECK(room.at(2).opportunity == first.opportunity);
    d.drag("place.chip.2", d.centre("place.tray.1"));
    CHECK(room.placements().empty());
    CHECK(d.shows("place.tray.2"));
    room.undo();
    room.undo();
    CHECK(room.at(2) == first);
}

TEST_CASE("a case let go outside the matrix, or after Escape, is not placed")
{
    Placing room;
    auto& d = room.driver;
    d.drag("place.tray.1", {900, 30});
    CHECK(room.placements().empty());
    d.hover("place.tray.1");
    d.frame(30);
    d.press();
    d.move_to({700, 500});
    d.move_to({710, 500});
    d.key(ImGuiKey_Escape);
    d.move_to({720, 500});
    d.release();
    CHECK(room.placements().empty());
}

TEST_CASE("the arrows move a case, and all moves are one entry with one undo")
{
    Placing room;
    auto& d = room.driver;
    d.drag("place.tray.1", {500, 500});
    auto const before = room.at(1);
    auto const entries = room.app.session()->log().size();
    for (int i = 0; i < 3; ++i) d.key(ImGuiKey_RightArrow);
    d.key(ImGuiKey_UpArrow);
    d.frame(120);
    auto const moved = room.at(1);
    CHECK(moved.risk > before.risk);
    CHECK(moved.opportunity > before.opportunity);
    CHECK(room.app.session()->log().size() == entries + 1);
    room.undo();
    CHECK(room.at(1) == before);
}

TEST_CASE("moves by arrow keys that are not saved yet survive any next action")
{
    SUBCASE("locking keeps them")
    {
        Placing room;
        auto& d = room.driver;
        d.drag("place.tray.1", {500, 500});
        auto const before = room.at(1);
        d.key(ImGuiKey_RightArrow);
        d.key(ImGuiKey_K);
        d.frame(120);
        CHECK(room.at(1).risk > before.risk);
        CHECK(room.at(1).lock == model::Lock::locked);
    }
    SUBCASE("removing removes")
    {
        Placing room;
        auto& d = room.driver;
        d.drag("place.tray.1", {500, 500});
        d.key(ImGuiKey_RightArrow);
        d.key(ImGuiKey_Delete);
        d.frame(120);
        CHECK(room.placements().empty());
    }
    SUBCASE("undo takes them back, and nothing else")
    {
        Placing room;
        auto& d = room.driver;
        d.drag("place.tray.1", {500, 500});
        auto const before = room.at(1);
        d.key(ImGuiKey_RightArrow);
        room.undo();
        d.frame(120);
        CHECK(room.at(1) == before);
    }
    SUBCASE("going to another axis settles them on their own")
    {
        Placing room;
        auto& d = room.driver;
        d.drag("place.tray.1", {500, 500});
        auto const before = room.at(1);
        d.key(ImGuiKey_RightArrow);
        d.key(ImGuiKey_2);
        d.frame(120);
        CHECK(room.at(1).risk > before.risk);
        CHECK(room.placements().size() == 1);
    }
    SUBCASE("going to another step too")
    {
        Placing room;
        auto& d = room.driver;
        d.drag("place.tray.1", {500, 500});
        auto const before = room.at(1);
        d.key(ImGuiKey_RightArrow);
        d.click("step.decide");
        d.settle();
        CHECK(room.at(1).risk > before.risk);
    }
}

TEST_CASE("a locked case stays where it is until it is unlocked")
{
    Placing room;
    auto& d = room.driver;
    d.drag("place.tray.1", {500, 500});
    d.key(ImGuiKey_K);
    auto const locked = room.at(1);
    REQUIRE(locked.lock == model::Lock::locked);
    d.drag("place.chip.1", {900, 700});
    d.key(ImGuiKey_RightArrow);
    d.key(ImGuiKey_Delete);
    d.frame(120);
    CHECK(room.at(1) == locked);
    d.key(ImGuiKey_K);
    d.drag("place.chip.1", {900, 700});
    CHECK(room.at(1).opportunity < locked.opportunity);
}

TEST_CASE("the whole matrix can be filled from the keyboard")
{
    Placing room;
    auto& d = room.driver;
    for (int i = 0; i < 5; ++i) {
        d.key(ImGuiKey_Tab); // the tray has the first focus
        d.key(ImGuiKey_Enter);
        d.frame(120);
    }
    CHECK(room.placements().size() == 5);
}

TEST_CASE("the list describes every case in words, and can be filtered")
{
    Placing room;
    auto& d = room.driver;
    d.drag("place.tray.1", {500, 500});
    d.click("rail.list");
    for (int i = 1; i <= 5; ++i) CHECK(d.shows("place.list." + std::to_string(i)));
    d.click("place.find");
    d.type("ecoles"); // the domain, without its accent
    CHECK(d.shows("place.list.3"));
    CHECK(!d.shows("place.list.1"));
}
