#include "analysis/estimates/settling.h"
#include "estimating.h"

#include <doctest/doctest.h>

using namespace analysis;
using namespace sample;

namespace {

// Eight people agree on case 1, are in two camps on case 2; four estimated case 3.
model::Document estimated_room()
{
    model::Document doc;
    add_cases(doc, 3);
    add_axes(doc, 1);
    add_estimating(doc, 8);
    for (int voter = 1; voter <= 8; ++voter) {
        estimate(doc, voter, 1, 1, Said{{800, 200 + 5 * voter}});
        estimate(doc, voter, 1, 2, Said{{600, voter % 2 == 0 ? 50 : 950}});
        if (voter <= 4) estimate(doc, voter, 1, 3, Said{{800, 200}});
    }
    return doc;
}

Settling settling(model::Document const& doc)
{
    return at_their_medians(doc, agreed_among(all_clouds(doc, axis_id(1))));
}

model::PlacementKey key(int on) { return {axis_id(1), case_id(on)}; }

void place(model::Document& doc, int on, model::Placement const& at)
{
    model::writable<model::Placement>(doc).set(key(on), at);
}

} // namespace

TEST_CASE(
    "Only agreed cases are settled at once, not contested ones nor those with too few estimates")
{
    auto const found = settling(estimated_room());
    REQUIRE(found.size() == 1);
    CHECK(found.front().first == key(1));
    CHECK(found.front().second.by == model::PlacedBy::median);
    CHECK(found.front().second.opportunity == 800);
    CHECK(found.front().second.risk == 223); // 222.5, rounded
}

TEST_CASE("Cases that are locked, placed by hand or already at the median do not move")
{
    auto doc = estimated_room();
    auto const there = settling(doc).front().second;
    place(doc, 1, there);
    CHECK(settling(doc).empty());
    auto moved = there;
    moved.risk = 500;
    place(doc, 1, moved);
    CHECK(settling(doc).size() == 1); // an earlier median: newer estimates exist
    moved.by = model::PlacedBy::hand;
    place(doc, 1, moved);
    CHECK(settling(doc).empty());
    moved.by = model::PlacedBy::median;
    moved.lock = model::Lock::locked;
    place(doc, 1, moved);
    CHECK(settling(doc).empty());
}

TEST_CASE("A placement put at the median keeps the reason that was written for it")
{
    auto doc = estimated_room();
    model::Placement earlier{100, 100, model::PlacedBy::median, model::Lock::open, "dit en séance"};
    place(doc, 1, earlier);
    auto const found = settling(doc);
    REQUIRE(found.size() == 1);
    CHECK(found.front().second.reason == "dit en séance");
    CHECK(found.front().second.opportunity == 800);
    auto const clouds = all_clouds(doc, axis_id(1));
    CHECK(!settled_at_the_median(doc, clouds.back().back())); // four people: nothing is shown
}

TEST_CASE("A position one point or more outside the middle half of the estimates is contradicted")
{
    auto const doc = estimated_room(); // case 1: opportunity 800, risk 205 to 240
    auto const agreed = all_clouds(doc, axis_id(1)).front().back();
    auto at = [](model::Level opportunity, model::Level risk) {
        model::Placement placed;
        placed.opportunity = opportunity;
        placed.risk = risk;
        return placed;
    };
    CHECK_FALSE(contradicted(at(800, 222), agreed));
    CHECK_FALSE(contradicted(at(720, 290), agreed)); // less than a point away
    CHECK(contradicted(at(700, 222), agreed));
    CHECK(contradicted(at(800, 800), agreed));
    auto const clouds = all_clouds(doc, axis_id(1));
    auto const& split = clouds.at(1).back();        // two camps: 50 and 950
    CHECK_FALSE(contradicted(at(600, 700), split)); // inside of what the room says
    auto const& few = clouds.at(2).back();          // four people: nothing of it shows
    CHECK_FALSE(contradicted(at(0, 1000), few));
}
