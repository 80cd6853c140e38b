#include "ui/vote/estimate_room.h"
#include "wording/placements.h"

// Axes: added, worded, ordered, weighted, retired and restored.
using support::Estimating;

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

TEST_CASE("axes are reordered, and undo restores the order")
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

TEST_CASE("an axis is added, named at once and given a weight")
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

TEST_CASE("a retired axis keeps its positions and is restored with them")
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
    CHECK(room.axis(0) == id); // at its former place
    CHECK(*room.placed(0, 1) == placed);
}

TEST_CASE("a retired axis takes no number and no hue of another, on no screen")
{
    Axes room;
    auto& d = room.driver;
    auto const third = room.axis(2), fourth = room.axis(3);
    auto const name = wording::axis_name(model::get<model::Axis>(room.doc(), fourth));
    d.click("axes.row.3");
    d.click("axis.retire");
    d.settle();
    CHECK(!d.shows("axes.row.3"));
    CHECK(d.shows("axes.restore.3")); // in the list of retired axes, with its number
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(!d.shows("place.axis.3"));
    CHECK(d.label("place.axis.4") == name);
    CHECK(d.shows("place.axis.8"));
    d.key(ImGuiKey_8);
    CHECK(d.on("place.axis.8"));
    d.key(ImGuiKey_3); // no axis has that number
    CHECK(d.on("place.axis.8"));
    d.key(ImGuiKey_4);
    CHECK(d.on("place.axis.4"));
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.settle();
    d.type("axe 4");
    d.settle();
    CHECK(d.shows("finder.axis.4"));
    CHECK(d.label("finder.axis.4").find("4") != std::string::npos);
    d.key(ImGuiKey_Escape);
    d.settle();
    d.key(ImGuiKey_0);
    d.settle();
    CHECK(d.shows("overview.axis.4"));
    CHECK(!d.shows("overview.axis.3"));
    d.key(ImGuiMod_Alt | ImGuiKey_5);
    d.settle();
    d.key(ImGuiKey_W);
    d.settle();
    CHECK(d.shows("decide.weight.8"));
    CHECK(!d.shows("decide.weight.3"));
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undoes the retirement
    d.settle();
    CHECK(d.shows("decide.weight.3"));
    CHECK(room.axis(2) == third);
}

TEST_CASE("on a ballot of estimates an axis has the number that it has elsewhere")
{
    Axes room;
    auto& d = room.driver;
    d.click("axes.row.1");
    d.click("axis.retire");
    d.settle();
    d.key(ImGuiKey_Escape);
    d.settle();
    d.click("rail.estimate");
    d.frame(2);
    CHECK(!d.shows("estimate.on.1"));
    d.click("estimate.open");
    d.frame(6);
    d.key(ImGuiKey_B);
    d.settle();
    REQUIRE(d.shows("estimate.axis.2"));
    CHECK(!d.shows("estimate.axis.1"));
    d.key(ImGuiKey_4);
    CHECK(d.on("estimate.axis.4"));
}

TEST_CASE("a ninth axis has its own number under the hue of the first, and keeps both")
{
    Axes room;
    auto& d = room.driver;
    d.click("axes.add");
    d.settle();
    auto const ninth = room.axis(8);
    CHECK(room.title(8) == "Axe 9");
    d.click("axes.row.2");
    d.click("axis.retire");
    d.settle();
    CHECK(d.shows("axes.row.9"));
    CHECK(room.axis(7) == ninth);
    CHECK(ui::hue_of(model::get<model::Axis>(room.doc(), ninth).place) == 0);
    d.click("axes.add");
    d.settle();
    CHECK(room.title(8) == "Axe 10");
    CHECK(d.on("axes.row.10"));
}

TEST_CASE("the middle lines of an axis divide its quadrants")
{
    Axes room;
    auto& d = room.driver;
    room.slide("axis.risk_line", 7, 0.5F, 9.5F);
    CHECK(room.first().risk_line == 700);
    d.key(ImGuiKey_Escape);
    d.settle();
    auto const box = d.box("place.matrix");
    d.drag("place.tray.1", pictures::Matrix{box, 8}.at(800, 600));
    d.settle();
    auto const at = analysis::placements(room.doc(), room.axis(0)).placed;
    REQUIRE(at.size() == 1);
    CHECK(at.front().quadrant == analysis::Quadrant::launch); // a risk of 6 is in the low half here
}

TEST_CASE("the last axis cannot be retired")
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
