#include "analysis/estimates/delphi.h"
#include "estimate_room.h"

// The estimates: revealed, agreed on, debated and asked again.
using support::Estimating;
using support::Put;

namespace {

// Twelve voters: they agree on case 1, form two groups on the risk of case 2, and differ widely on
// case 3.
std::optional<Put> twelve(int person, int, int number)
{
    if (number == 1) return Put{800 + 10 * (person % 3), 200 + 10 * (person % 4)};
    if (number == 2) return Put{600, person < 6 ? 100 + 10 * person : 850 + 10 * person};
    return Put{80 * person, 60 * (person % 5) + 300};
}

struct Revealed : Estimating {
    Revealed()
        : Estimating(4)
    {
        estimate({0}, {1, 2, 3}, 12, twelve);
    }
};

} // namespace

TEST_CASE("revealed cases are shown at the medians, and agreed on one by one")
{
    Revealed room;
    auto& d = room.driver;
    REQUIRE(d.shows("place.chip.1"));
    CHECK(!d.shows("place.chip.4")); // without estimates there is no chip
    d.click("place.chip.1");
    d.frame(2);
    d.click("place.median");
    d.settle();
    auto const* at = room.placed(0, 1);
    REQUIRE(at);
    CHECK(at->by == model::PlacedBy::median);
    auto const cloud = room.cloud(0, 1);
    CHECK(at->opportunity == std::lround(cloud.shape->median.opportunity));
    CHECK(at->risk == std::lround(cloud.shape->median.risk));
    CHECK(!d.shows("place.median")); // the case is at the median already
    CHECK(!room.placed(0, 2));
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(!room.placed(0, 1));
}

TEST_CASE("Enter places the focused case at the median, or in the middle without estimates")
{
    Revealed room;
    auto& d = room.driver;
    for (int i = 0; i < 4; ++i) {
        d.key(ImGuiKey_Tab);
        d.key(ImGuiKey_Enter);
        d.settle();
    }
    for (int n : {1, 2, 3}) {
        REQUIRE(room.placed(0, n));
        CHECK(room.placed(0, n)->by == model::PlacedBy::median);
    }
    REQUIRE(room.placed(0, 4));
    CHECK(room.placed(0, 4)->by == model::PlacedBy::hand);
    CHECK(room.placed(0, 4)->risk == 500);
}

TEST_CASE("all agreed cases are placed at once, and contested ones are not")
{
    Revealed room;
    auto& d = room.driver;
    REQUIRE(room.cloud(0, 2).contested());
    d.click("place.agree");
    d.settle();
    CHECK(room.placed(0, 1));
    CHECK(!room.placed(0, 2));
    CHECK(!room.placed(0, 3));
    CHECK(!d.shows("place.agree"));    // every agreement is recorded
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undoes one entry
    CHECK(!room.placed(0, 1));
}

TEST_CASE("cases placed by hand or locked are not moved")
{
    Revealed room;
    auto& d = room.driver;
    d.drag("place.chip.1", {1000, 800});
    d.settle();
    REQUIRE(room.placed(0, 1));
    CHECK(room.placed(0, 1)->by == model::PlacedBy::hand);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK(!d.shows("place.agree"));
    d.click("place.chip.1");
    d.settle();
    CHECK(d.shows("place.median")); // still offered
    d.key(ImGuiKey_K);
    d.settle();
    CHECK(!d.shows("place.median"));
}

TEST_CASE("a position by hand that the estimates contradict is not shown as agreed")
{
    Revealed room;
    auto& d = room.driver;
    d.click("place.chip.1");
    d.settle();
    CHECK(!d.shows("place.contradicted"));
    CHECK(d.label("place.chip.1").find("Contredit") == std::string::npos);
    d.drag("place.chip.1", {1000, 800}); // far from the median
    d.settle();
    REQUIRE(room.placed(0, 1));
    CHECK(d.label("place.contradicted").starts_with("Placé à la main"));
    CHECK(d.label("place.contradicted").find("médiane") != std::string::npos);
    CHECK(d.label("place.chip.1").find("Contredit") != std::string::npos); // a sign on the chip
    CHECK(d.label("place.legend").find("contredit par la salle") != std::string::npos);
    // The list marks the contradiction, too.
    d.click("rail.list");
    d.settle();
    CHECK(d.label("place.list.1").ends_with("Contredit"));
    d.click("rail.overview");
    d.settle();
    CHECK(d.value("overview.axis.1") == "Contredit");
    CHECK(d.value("overview.axis.2").empty());
    d.click("step.decide");
    d.settle();
    CHECK(d.label("decide.contradicted.1").find("(axe 1)") != std::string::npos);
    CHECK(!d.shows("decide.contradicted.2"));
    d.click("decide.row.1");
    d.settle();
    d.click("decide.tab.0");
    d.settle();
    CHECK(d.label("decide.sheet.contradicted").starts_with("Contredit"));
    d.click("step.place");
    d.settle();
    d.click("rail.matrix");
    d.settle();
    d.click("place.median"); // moves the case to the median
    d.settle();
    CHECK(!d.shows("place.contradicted"));
    CHECK(d.label("place.chip.1").find("Contredit") == std::string::npos);
    CHECK(d.label("place.legend").find("contredit") == std::string::npos);
}

TEST_CASE("with few answers, the legend gives the number needed for a cloud")
{
    Estimating room(3);
    auto& d = room.driver;
    room.estimate({0}, {1, 2}, 6, twelve);
    REQUIRE(room.cloud(0, 1).shape);
    CHECK(!room.cloud(0, 1).shape->half);
    CHECK(d.label("place.legend").find("la moitié de la salle (dès 8)") != std::string::npos);
    d.key(ImGuiKey_C);
    d.settle();
    CHECK(d.label("place.legend").find("salle (") == std::string::npos); // no cloud is drawn
}

TEST_CASE("the reason of a position is stored, and kept after a move")
{
    Revealed room;
    auto& d = room.driver;
    d.click("place.chip.2");
    d.frame(2);
    d.click("place.median");
    d.settle();
    d.click("place.reason");
    d.type("deux camps : gardé au milieu");
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(room.placed(0, 2)->reason == "deux camps : gardé au milieu");
    CHECK(room.placed(0, 2)->by == model::PlacedBy::median);
    d.key(ImGuiKey_RightArrow);
    d.frame(120);
    CHECK(room.placed(0, 2)->by == model::PlacedBy::hand);
    CHECK(room.placed(0, 2)->reason == "deux camps : gardé au milieu");
    d.click("place.lock");
    d.settle();
    CHECK(room.placed(0, 2)->lock == model::Lock::locked);
}

TEST_CASE("a second hidden round hides the first while open, then shows the changes")
{
    Revealed room;
    auto& d = room.driver;
    d.click("place.chip.2");
    d.frame(2);
    d.click("place.again");
    d.frame(2);
    CHECK(!d.on("estimate.of.1"));
    CHECK(d.on("estimate.of.2"));
    CHECK(!d.on("estimate.on.2"));
    for (int i = 0; i < 8; ++i) d.click("estimate.headcount.plus");
    d.click("estimate.open");
    d.frame(6);
    CHECK(!d.shows("place.chip.2")); // its median would be misleading
    CHECK(d.shows("place.chip.1"));
    d.key(ImGuiKey_B);
    d.frame(2);
    for (int person = 0; person < 8; ++person) {
        room.put({600, 200 + 10 * person});
        d.click("estimate.cast");
        d.frame(2);
        if (person == 7) break;
        d.key(ImGuiKey_Enter);
        d.frame(2);
        d.key(ImGuiKey_Enter);
        d.frame(2);
    }
    d.click("estimate.end");
    d.frame(2);
    d.click("estimate.close");
    d.frame(6);
    auto const rounds = analysis::rounds_of(room.doc(), room.axis(0), room.id(2));
    REQUIRE(rounds.size() == 2);
    auto const since = analysis::movement(rounds[0], rounds[1]);
    REQUIRE(since.changed);
    CHECK(*since.changed > 0);
    CHECK(!rounds[1].contested());
    CHECK(model::table<model::Round>(room.doc()).rbegin()->second.revote_of);
    CHECK(d.shows("place.chip.2"));
}

TEST_CASE("with fewer than five estimates they are hidden, and the median cannot be used")
{
    Estimating room(2);
    auto& d = room.driver;
    room.estimate({0}, {1, 2}, 4, twelve);
    CHECK(!d.shows("place.chip.1"));
    d.click("place.tray.1");
    d.settle();
    CHECK(!d.shows("place.median"));
    d.click("rail.list");
    d.settle();
    CHECK(d.label("place.list.1").find("4 estimations") != std::string::npos);
    CHECK(d.label("place.list.1").find("ccord") == std::string::npos);
}

TEST_CASE("the selected case offers a debate of three minutes with the timer")
{
    Revealed room;
    auto& d = room.driver;
    d.click("place.chip.2");
    d.frame(2);
    d.click("place.debate");
    auto const timer = model::get<model::Timer>(room.doc());
    CHECK(timer.end_ms - timer.start_ms == 180'000);
}

TEST_CASE("the list is sorted by any column in both directions, missing values last")
{
    Revealed room;
    auto& d = room.driver;
    d.click("place.agree");
    d.settle();
    d.click("rail.list");
    d.settle();
    auto above = [&](int one, int other) {
        return d.centre("place.list." + std::to_string(one)).y <
               d.centre("place.list." + std::to_string(other)).y;
    };
    d.click("place.sort.number");
    d.settle();
    CHECK(above(1, 2));
    d.click("place.sort.number");
    d.settle();
    CHECK(above(2, 1));
    d.click("place.sort.agreement");
    d.settle();
    CHECK(above(2, 1)); // contested cases first
    CHECK(above(1, 4)); // case 4 has no estimates
    d.click("place.sort.agreement");
    d.settle();
    CHECK(above(1, 2));
    CHECK(above(1, 4));
}

TEST_CASE("filters apply to the matrix, the tray and the list")
{
    Revealed room;
    auto& d = room.driver;
    d.key(ImGuiKey_X);
    d.settle();
    CHECK(d.shows("place.chip.2"));
    CHECK(!d.shows("place.chip.1"));
    CHECK(!d.shows("place.tray.4"));
    d.key(ImGuiKey_X);
    d.click("place.filter");
    d.frame(2);
    d.click("filter.domain.0"); // Eau: the cases of odd number
    d.settle();
    CHECK(d.shows("place.chip.1"));
    CHECK(!d.shows("place.chip.2"));
    d.click("rail.list");
    d.settle();
    CHECK(d.shows("place.list.3"));
    CHECK(!d.shows("place.list.2"));
    d.click("place.filter");
    d.frame(2);
    d.click("filter.all");
    d.settle();
    CHECK(d.shows("place.list.2"));
}
