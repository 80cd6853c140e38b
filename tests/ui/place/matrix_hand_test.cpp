#include "model/change.h"
#include "ui/screens/place/matrix_hand.h"

#include <doctest/doctest.h>

// Dropping cases on the matrix, without a screen.
namespace {

using ui::DropSpot;
using ui::MatrixHeld;
using ui::MatrixTouched;
using ui::Pull;
using From = ui::PlaceView::Drag::From;

constexpr model::CaseId one{1}, two{2};
constexpr model::AxisId fifth{5};

pictures::Matrix matrix() { return {{{100, 100}, {1100, 900}}, 8}; }

model::Document placed()
{
    model::Document doc;
    model::Placement at;
    at.opportunity = 200;
    at.risk = 300;
    at.severity = at.likelihood = 3;
    at.by = model::PlacedBy::median;
    REQUIRE(model::apply(doc, {model::edit<model::Placement>(doc, {fifth, one}, at)}));
    return doc;
}

} // namespace

TEST_CASE("a press selects a case, a click on the background none, a click on a label its case")
{
    MatrixTouched touched;
    touched.pressed = two;
    CHECK(ui::held_after({one, {}}, touched, Pull::free) == MatrixHeld{two, {}});
    touched = {};
    touched.named = two;
    CHECK(ui::held_after({one, {}}, touched, Pull::free) == MatrixHeld{two, {}});
    touched = {};
    touched.ground = MatrixTouched::Ground::clicked;
    CHECK(ui::held_after({one, {}}, touched, Pull::free) == MatrixHeld{});
    touched = {};
    touched.hovered = two;
    CHECK(ui::held_after({one, {}}, touched, Pull::free) == MatrixHeld{one, {}});
}

TEST_CASE("only one case at a time is dragged, where permitted")
{
    MatrixTouched touched;
    touched.pulled = two;
    auto const dragged = ui::held_after({one, {}}, touched, Pull::free);
    CHECK(dragged == MatrixHeld{one, {{two, From::matrix}}});
    CHECK_FALSE(ui::held_after({one, {}}, touched, Pull::refused).drag);
    MatrixHeld const from_tray{one, {{one, From::tray}}};
    CHECK(ui::held_after(from_tray, touched, Pull::free) == from_tray);
}

TEST_CASE("a case is dropped on the matrix, in the tray, or nowhere")
{
    base::Rect const tray{{1200, 0}, {1600, 1000}};
    auto const at = matrix().at(800, 250);
    CHECK(ui::drop_spot(matrix(), tray, at, 12) == DropSpot{DropSpot::On::matrix, {800, 250}});
    // A point slightly outside the matrix is clamped to its edge.
    CHECK(ui::drop_spot(matrix(), tray, {1110, 95}, 12) ==
          DropSpot{DropSpot::On::matrix, {1000, 1000}});
    CHECK(ui::drop_spot(matrix(), tray, {1300, 500}, 12).on == DropSpot::On::tray);
    CHECK(ui::drop_spot(matrix(), tray, {1150, 500}, 12).on == DropSpot::On::nothing);
}

TEST_CASE("a drop places a case, removes its position, or changes nothing")
{
    auto const doc = placed();
    auto const on_matrix =
        ui::dropped(doc, fifth, {one, From::matrix}, {DropSpot::On::matrix, {800, 250}});
    REQUIRE(on_matrix);
    auto const* command = on_matrix->as<edit::Command>();
    REQUIRE(command);
    auto const* place = command->as<edit::Place>();
    REQUIRE(place);
    CHECK(place->key == model::PlacementKey{fifth, one});
    CHECK(place->placement.opportunity == 800);
    CHECK(place->placement.risk == 250);
    CHECK(place->placement.by == model::PlacedBy::hand);
    CHECK(place->placement.severity == -1); // probability and severity become one risk

    DropSpot const tray{DropSpot::On::tray, {}};
    CHECK(ui::dropped(doc, fifth, {one, From::matrix}, tray));
    CHECK_FALSE(ui::dropped(doc, fifth, {one, From::tray}, tray));
    CHECK_FALSE(
        ui::dropped(doc, fifth, {two, From::matrix}, tray)); // the case is not on the matrix
    CHECK_FALSE(ui::dropped(doc, fifth, {one, From::matrix}, {}));
}
