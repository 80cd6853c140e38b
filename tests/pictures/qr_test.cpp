#include "pictures/qr.h"
#include "studio.h"

#include <doctest/doctest.h>

using pictures::Box;

TEST_CASE("a QR code is dark on white with a margin of four squares, whatever the theme")
{
    base::Rect const box{{10, 20}, {110, 120}};
    auto const list = pictures::qr_picture("CADRAN:12:7C1E42B9", box);
    REQUIRE(list);
    auto const boxes = all_of<Box>(*list);
    REQUIRE(boxes.size() > 50);
    CHECK(boxes.front().box == box);
    CHECK(boxes.front().color == pictures::Color{255, 255, 255});
    // The first dark run is the upper edge of a finder: seven squares wide.
    auto const& first = boxes.at(1);
    CHECK(first.color == pictures::Color{0, 0, 0});
    float const square = first.box.width() / 7;
    CHECK(first.box.min.x == doctest::Approx(box.min.x + 4 * square));
    CHECK(first.box.min.y == doctest::Approx(box.min.y + 4 * square));
    for (std::size_t i = 1; i < boxes.size(); ++i) {
        CHECK(boxes[i].box.min.x >= box.min.x + 3.99F * square);
        CHECK(boxes[i].box.max.x <= box.max.x - 3.99F * square);
    }
}

TEST_CASE("text too long for a QR code is refused")
{
    CHECK(pictures::qr_picture(std::string(5000, 'x'), {{0, 0}, {100, 100}}).error().where ==
          "qr.too_long");
}
