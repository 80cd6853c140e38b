#include "analysis/common/in_use.h"
#include "analysis/estimates/placements.h"
#include "atelier.h"
#include "exchange/images/images.h"
#include "exchange/images/png.h"
#include "exchange/images/raster.h"
#include "support/folders.h"
#include "support/naming.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

// Pictures of a session without a window.
namespace {

using namespace exchange;
using drawing::Atelier;
using drawing::loaded;
using pictures::Color;
using support::french;

Atelier const& atelier()
{
    static Atelier const one;
    return one;
}

constexpr Color white{255, 255, 255}, black{0, 0, 0}, red{200, 0, 0};

Pixels drawn(std::vector<pictures::Item> items, float wide = 40, float high = 30)
{
    pictures::List list;
    list.items = std::move(items);
    return loaded(raster(list, {{0, 0}, {wide, high}}, white, atelier().fonts));
}

Color at(Pixels const& pixels, int x, int y)
{
    auto const* p = pixels.rgb.data() +
                    (static_cast<std::size_t>(y * pixels.width) + static_cast<std::size_t>(x)) * 3;
    return {p[0], p[1], p[2]};
}

// The amount of ink on white, in pixels.
double ink(Pixels const& pixels)
{
    double sum = 0;
    for (auto const value : pixels.rgb) sum += 255 - value;
    return sum / 255 / 3;
}

} // namespace

TEST_CASE("shapes cover the pixels that they lie on, the top at the top")
{
    auto const box = drawn({pictures::Box{{{4, 2}, {14, 8}}, 0, black}});
    CHECK(ink(box) == doctest::Approx(60).epsilon(0.005));
    CHECK(at(box, 4, 2) == black);
    CHECK(at(box, 13, 7) == black);
    CHECK(at(box, 14, 7) == white);
    CHECK(at(box, 4, 20) == white); // not upside down
    CHECK(ink(drawn({pictures::Disc{{20, 15}, 10, black}})) ==
          doctest::Approx(314.16).epsilon(0.01));
    CHECK(ink(drawn({pictures::Ring{{20, 15}, 10, black, 2}})) ==
          doctest::Approx(125.66).epsilon(0.01));
    CHECK(ink(drawn({pictures::Line{{5, 5}, {25, 5}, black, 3}})) ==
          doctest::Approx(60).epsilon(0.005));
    CHECK(ink(drawn({pictures::Line{{5, 5}, {25, 5}, black, 3, {2, 2}}})) ==
          doctest::Approx(30).epsilon(0.005));
    CHECK(ink(drawn({pictures::Border{{{5, 5}, {25, 15}}, 0, black, 2}})) ==
          doctest::Approx(104).epsilon(0.001));
    CHECK(ink(drawn({pictures::Polygon{{{0, 0}, {20, 0}, {0, 20}}, black}})) ==
          doctest::Approx(200).epsilon(0.01));
    auto const half = drawn({pictures::Box{{{0, 0}, {10, 10}}, 0, {0, 0, 0, 128}}});
    CHECK(at(half, 5, 5).r == 127);
    auto const over = drawn(
        {pictures::Box{{{0, 0}, {10, 10}}, 0, black}, pictures::Box{{{5, 0}, {15, 10}}, 0, red}});
    CHECK(at(over, 4, 5) == black);
    CHECK(at(over, 6, 5) == red);
}

TEST_CASE("lines of length zero draw nothing, and do not stop the drawing")
{
    for (auto const& points : std::vector<std::vector<base::Vec2>>{{},
                                                                   {{5, 5}},
                                                                   {{5, 5}, {5, 5}},
                                                                   {{5, 5}, {5, 5}, {5, 5}},
                                                                   {{5, 5}, {5.001F, 5}, {5, 5}}})
        CHECK(ink(drawn({pictures::Polyline{points, black, 2}})) < 5);
    CHECK(ink(drawn({pictures::Ring{{5, 5}, 0.01F, black, 1, {4, 3}}})) < 5);
    CHECK(ink(drawn({pictures::Ring{{20, 15}, 9, black, 2, {4, 3}}})) > 30);
}

TEST_CASE("clipped shapes are not drawn, later ones are")
{
    auto const cut = drawn({pictures::Clip{{{0, 0}, {10, 10}}}, pictures::Clip{{{5, 0}, {20, 20}}},
                            pictures::Box{{{0, 0}, {40, 30}}, 0, black}, pictures::ClipEnd{},
                            pictures::ClipEnd{}, pictures::Box{{{30, 20}, {32, 22}}, 0, red}});
    CHECK(ink(cut) > 50);
    CHECK(at(cut, 4, 5) == white);
    CHECK(at(cut, 6, 5) == black);
    CHECK(at(cut, 6, 12) == white);
    CHECK(at(cut, 30, 20) == red);
}

TEST_CASE("text is on its baseline and as wide as measured")
{
    pictures::Type const type{pictures::Face::semibold, 20, 26};
    auto const measure = atelier().fonts.at(1);
    auto const wide = measure->width(type, "Héberger 12");
    auto const text = drawn({pictures::Text{{10, 40}, type, black, "Héberger 12"}}, 200, 60);
    int left = 200, right = 0, top = 60, bottom = 0;
    for (int y = 0; y < text.height; ++y)
        for (int x = 0; x < text.width; ++x)
            if (at(text, x, y).r < 128) {
                left = std::min(left, x), right = std::max(right, x);
                top = std::min(top, y), bottom = std::max(bottom, y);
            }
    CHECK(left >= 10);
    CHECK(left <= 13);
    CHECK(static_cast<float>(right) <= 10 + wide);
    CHECK(static_cast<float>(right) >= 10 + wide - 4);
    CHECK(top >= 40 - 20); // the accent
    CHECK(bottom >= 40);   // the g goes below
    CHECK(bottom <= 46);
    auto const end =
        drawn({pictures::Text{{190, 40}, type, black, "12", pictures::Align::right}}, 200, 60);
    CHECK(at(end, 195, 30) == white);
    CHECK(ink(end) > 10);
}

TEST_CASE("a picture without pixels, or with too many, is refused")
{
    for (auto const& view : {base::Rect{{0, 0}, {0, 10}}, base::Rect{{0, 0}, {10, 20'000}}}) {
        auto const refused = raster({}, view, white, atelier().fonts);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == "picture.size");
    }
}

TEST_CASE("every picture of the sample session is drawn, and all differ")
{
    auto const doc = support::sample_session();
    auto const all = images_of(doc);
    CHECK(all.size() >= 12);
    std::set<std::vector<std::uint8_t>> seen;
    for (auto const& image : all) {
        CAPTURE(name_of(image));
        CHECK(image_from_name(name_of(image)) == image);
        CHECK_FALSE(title_of(french(), doc, image).empty());
        Paper const small{{{0, 0}, {960, 540}}, 0.5F, 0};
        auto const list = draw_image(atelier().studio, doc, image, small);
        CHECK(list.items.size() > 20);
        auto const pixels = raster(list, small.page, white, atelier().fonts);
        REQUIRE(pixels);
        CHECK(ink(*pixels) > 1000);
        CHECK(seen.insert(pixels->rgb).second);
    }
}

TEST_CASE("on the picture of all matrices each chip has the number of its case")
{
    auto const doc = support::sample_session();
    std::map<std::string, int> expected, drawn;
    for (auto const axis : analysis::active_axes(doc))
        for (auto const& one : analysis::placements(doc, axis).placed)
            ++expected[std::to_string(model::get<model::Case>(doc, one.on).number)];
    auto const list =
        draw_image(atelier().studio, doc, {Shows::overview}, paper_of(ImageSize::screen));
    for (auto const& item : list.items)
        if (auto const* text = std::get_if<pictures::Text>(&item))
            if (expected.contains(text->text)) ++drawn[text->text];
    for (auto const& one : expected) {
        CAPTURE(one.first);
        CHECK(drawn[one.first] >= one.second); // the axes have numbers, too
    }
}

TEST_CASE("on the picture of the board, too, the card touched last lies on top")
{
    model::Document doc;
    for (std::uint64_t i = 1; i <= 2; ++i) {
        model::Case one;
        one.number = static_cast<int>(i);
        one.title = i == 1 ? "Courrier" : "Voirie";
        model::writable<model::Case>(doc).set({i}, one);
        model::writable<model::CardPlace>(doc).set({i}, {{static_cast<float>(40 * i), 0}});
    }
    auto const last_title = [&](board::Raised const& raised) {
        auto const& plain = atelier();
        Studio const studio{french(), plain.palette, plain.fonts, raised};
        auto const list = draw_image(studio, doc, {}, paper_of(ImageSize::screen));
        std::string last;
        for (auto const& item : list.items)
            if (auto const* text = std::get_if<pictures::Text>(&item))
                if (text->text == "Courrier" || text->text == "Voirie") last = text->text;
        return last;
    };
    CHECK(last_title({}) == "Voirie"); // by number
    CHECK(last_title({{1, 5}, {2, 4}}) == "Courrier");
}

TEST_CASE("a picture is a file for a screen or for A3, as PNG or as SVG")
{
    auto const doc = support::sample_session();
    Image const order{Shows::order};
    auto const bytes = [&](ImageSize size, ImageFormat format) {
        auto made = image_bytes(atelier().studio, doc, order, size, format);
        REQUIRE(made);
        return std::move(*made);
    };
    auto const png = bytes(ImageSize::a3, ImageFormat::png);
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1A\n");
    // IHDR says 4961 × 3508; pHYs 11,811 dots per metre, which is 300 per inch.
    CHECK(png.substr(16, 8) == std::string("\0\0\x13\x61\0\0\x0D\xB4", 8));
    CHECK(png.find(std::string("pHYs\0\0\x2E\x23", 8)) != std::string::npos);
    auto const svg = bytes(ImageSize::screen, ImageFormat::svg);
    CHECK(svg.find("viewBox=\"0 0 3840 2160\"") != std::string::npos);
    CHECK(svg.find("Prévision des repas") != std::string::npos); // texts stay texts
}

TEST_CASE("an empty session has no picture, and an unknown picture name is refused")
{
    model::Document const nothing;
    CHECK(images_of(nothing).empty());
    for (auto const* wrong : {"", "matrix", "matrix:", "matrix:x", "board:1", "tableau"})
        CHECK_FALSE(image_from_name(wrong));
    auto const none = image_bytes(atelier().studio, nothing, {Shows::matrix, 3}, ImageSize::screen,
                                  ImageFormat::png);
    REQUIRE_FALSE(none);
    CHECK(none.error().where == "picture.none");
    CHECK(none.error().detail == "matrix:3");
}

TEST_CASE("two hundred cases are in the order, or counted under it")
{
    model::Document doc;
    for (std::uint64_t i = 1; i <= 200; ++i) {
        model::Case one;
        one.number = static_cast<int>(i);
        one.title =
            "Un cas dont le titre est long, comme ceux que l’on rencontre, n° " + std::to_string(i);
        model::writable<model::Case>(doc).set({i}, one);
    }
    model::Axis axis;
    axis.order = axis.place = 1;
    axis.title = "Axe";
    model::writable<model::Axis>(doc).set({500}, axis);
    model::writable<model::Placement>(doc).set({{500}, {1}}, {});
    for (auto const& image : images_of(doc)) {
        auto const sheet = paper_of(ImageSize::screen);
        auto const list = draw_image(atelier().studio, doc, image, sheet);
        bool counted = false;
        for (auto const& item : list.items)
            if (auto const* text = std::get_if<pictures::Text>(&item)) {
                counted = counted || text->text.starts_with("et ");
                CHECK(text->at.y < sheet.page.max.y);
                CHECK(text->at.x < sheet.page.max.x);
            }
        CHECK(counted == (image.shows == Shows::order));
    }
}
