#include "analysis/common/in_use.h"
#include "analysis/estimates/placements.h"
#include "sample.h"
#include "support/tables.h"

#include <doctest/doctest.h>

using namespace analysis;
using namespace sample;

TEST_CASE("A position on a middle line counts as high on both scales")
{
    CHECK(quadrant_of(500, 499) == Quadrant::launch);
    CHECK(quadrant_of(500, 500) == Quadrant::safeguards);
    CHECK(quadrant_of(499, 499) == Quadrant::comfort);
    CHECK(quadrant_of(499, 500) == Quadrant::aside);
    CHECK(quadrant_of(1000, 0) == Quadrant::launch);
    CHECK(quadrant_of(0, 1000) == Quadrant::aside);
}

TEST_CASE(
    "An axis tells what is placed in each quarter and what waits, by number, merged cases left out")
{
    model::Document doc;
    add_cases(doc, 5);
    add_axes(doc, 2);
    place(doc, 1, 4, 900, 100);
    place(doc, 1, 1, 800, 700);
    place(doc, 1, 2, 900, 200);
    place(doc, 2, 3, 100, 100);
    merge(doc, 2, 4);
    auto const result = placements(doc, axis_id(1));
    CHECK(result.placed == std::vector<Placed>{{case_id(1), 800, 700, Quadrant::safeguards},
                                               {case_id(4), 900, 100, Quadrant::launch}});
    CHECK(result.unplaced == std::vector{case_id(3), case_id(5)});
    CHECK(result.count(Quadrant::launch) == 1);
    CHECK(result.count(Quadrant::safeguards) == 1);
    CHECK(result.count(Quadrant::aside) == 0);
}

TEST_CASE("A case's profile follows the active axes by number and says where it is missing")
{
    model::Document doc;
    add_cases(doc, 1);
    add_axes(doc, 3);
    place(doc, 1, 1, 700, 200);
    place(doc, 3, 1, 300, 800);
    support::edit<model::Axis>(doc, axis_id(1), [](auto& axis) { axis.order = 9; });
    auto points = profile(doc, case_id(1));
    REQUIRE(points.size() == 3);
    CHECK(points[0].axis == axis_id(2));
    CHECK_FALSE(points[0].placed);
    CHECK(points[1].placed->quadrant == Quadrant::aside);
    CHECK(points[2].axis == axis_id(1));

    support::edit<model::Axis>(doc, axis_id(3),
                               [](auto& axis) { axis.state = model::AxisState::retired; });
    CHECK(profile(doc, case_id(1)).size() == 2);
    CHECK(active_axes(doc) == std::vector{axis_id(2), axis_id(1)});
}

TEST_CASE("Visible cases are listed by number, whatever their ids")
{
    model::Document doc;
    add_cases(doc, 3);
    support::edit<model::Case>(doc, case_id(1), [](auto& one) { one.number = 7; });
    CHECK(visible_cases(doc) == std::vector{case_id(2), case_id(3), case_id(1)});
    merge(doc, 3, 2);
    merge(doc, 2, 1);
    CHECK(visible_cases(doc) == std::vector{case_id(1)});
}
