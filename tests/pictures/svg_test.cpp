#include "pictures/font_files.h"
#include "pictures/icons.h"
#include "pictures/list.h"
#include "pictures/svg.h"
#include "support/folders.h"
#include "support/svg_reader.h"

#include <doctest/doctest.h>

// Checks SVG with an independent XML parser.
namespace {

using namespace pictures;
using support::read_svg;
using support::SvgShape;

constexpr Color carmine{200, 10, 20, 255};

SvgPage page() { return {{{0, 0}, {400, 300}}, "Une matrice", "Deux cas", "fr", {}, "m"}; }

support::SvgPicture back(std::vector<Item> items)
{
    return read_svg(svg({1, std::move(items)}, page(), {}));
}

SvgShape only(Item item)
{
    auto const picture = back({std::move(item)});
    REQUIRE(picture.shapes.size() == 1);
    return picture.shapes.front();
}

void near_to(base::Rect const& a, base::Rect const& b)
{
    CHECK(a.min.x == doctest::Approx(b.min.x));
    CHECK(a.min.y == doctest::Approx(b.min.y));
    CHECK(a.max.x == doctest::Approx(b.max.x));
    CHECK(a.max.y == doctest::Approx(b.max.y));
}

} // namespace

TEST_CASE("a picture has its title, description and language")
{
    auto const picture = back({});
    CHECK(picture.role == "img");
    CHECK(picture.title == "Une matrice");
    CHECK(picture.description == "Deux cas");
    CHECK(picture.language == "fr");
    CHECK(picture.view == base::Rect{{0, 0}, {400, 300}});
}

TEST_CASE("each shape has its position and colour")
{
    base::Rect const box{{10, 20}, {110, 60}};
    near_to(only(Box{box, 8, carmine}).box, box);
    near_to(only(Box{box, 8, carmine, Corners::top}).box, box);
    near_to(only(Border{box, 8, carmine, 3}).box, box);
    near_to(only(Disc{{50, 40}, 7, carmine}).box, {{43, 33}, {57, 47}});
    near_to(only(Ring{{50, 40}, 7, carmine, 2}).box, {{42, 32}, {58, 48}});
    near_to(only(Oval{{50, 40}, {9, 5}, carmine}).box, {{41, 35}, {59, 45}});
    near_to(only(Line{{10, 20}, {110, 20}, carmine, 4}).box, {{8, 18}, {112, 22}});
    near_to(only(Polygon{{{0, 0}, {10, 0}, {5, 9}}, carmine}).box, {{0, 0}, {10, 9}});
    near_to(only(Polyline{{{0, 0}, {10, 0}, {5, 9}}, carmine, 2}).box, {{-1, -1}, {11, 10}});
    for (auto const& item : {Item{Box{box, 8, carmine}}, Item{Border{box, 8, carmine, 3}},
                             Item{Disc{{50, 40}, 7, carmine}}, Item{Line{{1, 2}, {3, 4}, carmine}}})
        CHECK(only(item).color == carmine);
    CHECK(only(Disc{{50, 40}, 7, {1, 2, 3, 51}}).color == Color{1, 2, 3, 51});
    CHECK(only(Ring{{50, 40}, 7, carmine, 2, {4, 3}}).dashed);
    CHECK_FALSE(only(Ring{{50, 40}, 7, carmine, 2}).dashed);
    CHECK(back({Box{{{5, 5}, {5, 9}}, 0, carmine}}).shapes.empty());
}

TEST_CASE("a quarter of a ring runs from noon to three o'clock")
{
    near_to(only(Arc{{50, 50}, 10, 0, 0.25F, carmine, 2}).box, {{49, 39}, {61, 51}});
    CHECK(only(Arc{{50, 50}, 10, 0, 1, carmine, 2}).element == "circle");
}

TEST_CASE("clipped shapes are in a group, and open groups are closed")
{
    base::Rect const outer{{0, 0}, {50, 50}}, inner{{10, 10}, {20, 20}};
    auto const picture = back(
        {Clip{outer}, Disc{{1, 1}, 1, carmine}, Clip{inner}, Disc{{2, 2}, 1, carmine}, ClipEnd{},
         ClipEnd{}, Disc{{3, 3}, 1, carmine}, Clip{inner}, ClipEnd{}, ClipEnd{}, Clip{outer}});
    REQUIRE(picture.shapes.size() == 3);
    CHECK(picture.shapes[0].clips == std::vector{outer});
    CHECK(picture.shapes[1].clips == std::vector{outer, inner});
    CHECK(picture.shapes[2].clips.empty());
}

TEST_CASE("texts stay texts, whatever their content")
{
    std::string const hard = "<b>\"L’eau\" & l'air\u00A0: 3 > 2 \u2260 \U0001F4A7</b>";
    auto const text = only(Text{{12.5F, 30}, type::legend, carmine, hard, Align::right, 80});
    CHECK(text.text == hard);
    CHECK(text.box.min == base::Vec2{12.5F, 30});
    CHECK(text.anchor == "end");
    CHECK(text.family == "Inter, sans-serif");
    CHECK(text.size == 17);
    CHECK(text.weight == 500);
    CHECK(text.length == 80);
    CHECK(only(Text{{0, 0}, type::quadrant, carmine, "Lancer"}).family ==
          "'Inter Display', Inter, sans-serif");
    CHECK(xml_escaped("<a> & \"b\"") ==
          "&lt;a&gt; &amp; &quot;b&quot;"); // a lenient reader lets & pass
    // Characters not allowed in XML are removed, invalid UTF-8 replaced.
    CHECK(xml_escaped("a\x01\x1Fz\n") == "az\n");
    CHECK(xml_escaped("a\xC3") == "a\uFFFD");
    CHECK(xml_escaped("\uFFFE") == "");
    CHECK(xml_escaped("a\u202Eb\u2066c\x7F\u0085") == "abc"); // nothing turns what stands beside it
    auto const odd = only(Text{{0, 0}, type::legend, carmine, "a\x02\xFF"});
    CHECK(odd.text == "a\uFFFD");
}

TEST_CASE("a grid of dots starts at the given point")
{
    auto const dots = only(DotGrid{{{5, 5}, {105, 65}}, {7, 9}, 28, 1.25F, {9, 8, 7, 102}});
    CHECK(dots.paint == SvgShape::Paint::dots);
    near_to(dots.box, {{5, 5}, {105, 65}});
    CHECK(dots.color == Color{9, 8, 7, 102});
    CHECK(dots.step == 28);
    CHECK(dots.radius == 1.25F);
    CHECK(dots.origin == base::Vec2{7, 9});
}

TEST_CASE("the same list gives the same bytes; several pictures share no id")
{
    List const list{1, {Clip{{{0, 0}, {9, 9}}}, DotGrid{{{0, 0}, {9, 9}}, {}, 3, 1, carmine}}};
    CHECK(svg(list, page(), {}) == svg(list, page(), {}));
    auto other = page();
    other.prefix = "n";
    auto const text = svg(list, other, {});
    CHECK(text.find("\"m-") == std::string::npos);
    CHECK(text.find("#m-") == std::string::npos);
}

TEST_CASE("sizes follow the unit of the picture")
{
    auto const text = svg({1.5F, {Text{{0, 0}, type::label, carmine, "a"}}}, page(), {});
    CHECK(read_svg(text).shapes.front().size == 27);
}

TEST_CASE("widths and icons come from the font files")
{
    auto const fonts = FontFiles::load(support::assets_dir() / "fonts");
    REQUIRE(fonts);
    auto const one = fonts->at(1), two = fonts->at(2);
    CHECK(one->width(type::label, "") == 0);
    CHECK(two->width(type::label, "Encadrer") ==
          doctest::Approx(2 * one->width(type::label, "Encadrer")));
    // Tabular figures are as wide as each other, natural ones are not.
    CHECK(one->width(type::label, "111") == one->width(type::label, "888"));
    CHECK(one->width(type::h1, "111") < one->width(type::h1, "888"));
    CHECK(one->width(type::strong, "Lancer") > one->width(type::label, "Lancer"));
    CHECK(one->width(type::label, "é") == doctest::Approx(one->width(type::label, "e")));

    auto const outline = [&](unsigned code) { return fonts->icon(code); };
    auto const lock = svg({1, {Icon{{50, 50}, 20, carmine, icon::lock}}}, page(), outline);
    auto const picture = read_svg(lock);
    REQUIRE(picture.shapes.size() == 1);
    auto const& box = picture.shapes.front().box;
    CHECK(box.min.x >= 40);
    CHECK(box.max.x <= 60);
    CHECK(box.min.y >= 40);
    CHECK(box.max.y <= 60);
    CHECK(box.width() > 10);
    CHECK(box.height() > 10);
    CHECK(fonts->icon(0x10FFFE).empty());
    CHECK(read_svg(svg({1, {Icon{{50, 50}, 20, carmine, 0x10FFFE}}}, page(), outline))
              .shapes.empty());

    auto const none = FontFiles::load(support::assets_dir() / "themes");
    REQUIRE_FALSE(none);
    CHECK(none.error().where == "fonts.file");
}
