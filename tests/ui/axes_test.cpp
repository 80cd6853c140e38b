#include "estimate_room.h"

// Axes are data: added, worded, put in order, weighed, taken out of use and brought back.
namespace {

struct Axes : Estimating {
    Axes()
        : Estimating(3)
    {
        driver.click("rail.axes");
        driver.frame(2);
    }
    std::string title(std::size_t place)
    {
        return model::get<model::Axis>(doc(), axis(place)).title;
    }
    model::Axis first() { return model::get<model::Axis>(doc(), axis(0)); }
    void write(std::string const& id, std::string_view text)
    {
        driver.click(id);
        driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
        driver.type(text);
        driver.key(ImGuiKey_Enter);
        driver.settle();
    }
};

} // namespace

TEST_CASE("an axis is renamed, with its own words for its scales and quadrants")
{
    Axes room;
    auto& d = room.driver;
    room.write("axis.title", "Sobriété");
    room.write("axis.short", "Sobriété");
    room.write("axis.opportunity", "Économies");
    room.write("axis.launch", "Foncer");
    CHECK(room.first().title == "Sobriété");
    CHECK(room.first().opportunity == "Économies");
    CHECK(room.first().launch == "Foncer");
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(d.label("place.axis.1") == "Sobriété");
    d.drag("place.tray.1", {400, 400});
    d.settle();
    d.click("rail.list");
    d.settle();
    CHECK(d.label("place.list.1").find("Foncer") != std::string::npos);
}

TEST_CASE("axes are put in another order, and undo puts them back")
{
    Axes room;
    auto& d = room.driver;
    auto const one = room.title(0), two = room.title(1);
    CHECK(!d.enabled("axes.up.1"));
    d.click("axes.down.1");
    d.settle();
    CHECK(room.title(0) == two);
    CHECK(room.title(1) == one);
    d.key(ImGuiKey_Escape);
    d.settle();
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(room.title(0) == one);
}

TEST_CASE("an axis is added, named at once and weighed")
{
    Axes room;
    auto& d = room.driver;
    d.click("axes.add");
    d.settle();
    REQUIRE(analysis::active_axes(room.doc()).size() == 9);
    CHECK(d.on("axes.row.9"));
    room.write("axis.title", "Climat");
    CHECK(room.title(8) == "Climat");
    room.slide("axis.weight", 2, 0, 3);
    CHECK(model::get<model::Axis>(room.doc(), room.axis(8)).weight_milli == 2000);
}

TEST_CASE("an axis out of use keeps what was placed on it, and comes back with it")
{
    Axes room;
    auto& d = room.driver;
    d.key(ImGuiKey_Escape);
    d.settle();
    d.drag("place.tray.1", {500, 500});
    d.settle();
    auto const id = room.axis(0);
    REQUIRE(room.placed(0, 1));
    auto const placed = *room.placed(0, 1);
    d.click("rail.axes");
    d.frame(2);
    d.click("axis.retire");
    d.settle();
    CHECK(analysis::active_axes(room.doc()).size() == 7);
    CHECK(room.axis(0) != id);
    d.click("axes.restore.1");
    d.settle();
    CHECK(room.axis(0) == id); // at the place that it had
    CHECK(*room.placed(0, 1) == placed);
}

TEST_CASE("the lines of an axis decide where its quadrants meet")
{
    Axes room;
    auto& d = room.driver;
    room.slide("axis.risk_line", 7, 0.5F, 9.5F);
    CHECK(room.first().risk_line == 700);
    d.key(ImGuiKey_Escape);
    d.settle();
    auto const box = d.box("place.matrix");
    d.drag("place.tray.1", board::Matrix{box, 8}.at(800, 600));
    d.settle();
    auto const at = analysis::placements(room.doc(), room.axis(0)).placed;
    REQUIRE(at.size() == 1);
    CHECK(at.front().quadrant == analysis::Quadrant::launch); // 6 is a low risk here
}

TEST_CASE("the last axis stays")
{
    Axes room;
    auto& d = room.driver;
    for (int i = 0; i < 7; ++i) {
        d.click("axis.retire");
        d.settle();
    }
    CHECK(analysis::active_axes(room.doc()).size() == 1);
    CHECK(!d.enabled("axis.retire"));
}
