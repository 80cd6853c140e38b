#include "analysis/common/in_use.h"
#include "pictures/font_files.h"
#include "pictures/svg.h"
#include "pictures/whole_matrix.h"
#include "support/folders.h"
#include "support/naming.h"
#include "support/svg_reader.h"
#include "support/ui/ui_driver.h"
#include "ui/paint/picture_paint.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

// One display list, painted twice: the vertices for Dear ImGui are compared with the SVG that is
// read back.
namespace {

using support::SvgShape;

// The vertices and the clip rectangle of one item of a list.
struct Painted {
    std::vector<ImDrawVert> vertices;
    base::Rect clip;
};

bool is_clip(pictures::Item const& item)
{
    return std::holds_alternative<pictures::Clip>(item) ||
           std::holds_alternative<pictures::ClipEnd>(item);
}

// Paints each item by itself, within the enclosing clip rectangles.
std::vector<Painted> painted(ui::Ui& ui, pictures::List const& list)
{
    std::vector<Painted> out;
    std::vector<pictures::Item> open;
    for (auto const& item : list.items) {
        if (std::holds_alternative<pictures::Clip>(item)) open.push_back(item);
        if (std::holds_alternative<pictures::ClipEnd>(item)) open.pop_back();
        if (is_clip(item)) continue;
        pictures::List one{list.unit, open};
        one.items.push_back(item);
        one.items.insert(one.items.end(), open.size(), pictures::ClipEnd{});
        auto const from = ui.list->VtxBuffer.Size, first = ui.list->IdxBuffer.Size;
        ui::paint(ui, one);
        Painted result;
        for (int i = from; i < ui.list->VtxBuffer.Size; ++i)
            result.vertices.push_back(ui.list->VtxBuffer[i]);
        for (auto const& command : ui.list->CmdBuffer)
            if (command.ElemCount > 0 &&
                static_cast<int>(command.IdxOffset + command.ElemCount) > first) {
                auto const& c = command.ClipRect;
                result.clip = {{c.x, c.y}, {c.z, c.w}};
                break;
            }
        out.push_back(std::move(result));
    }
    return out;
}

base::Rect box_of(std::vector<ImDrawVert> const& vertices)
{
    base::Rect out{{vertices.front().pos.x, vertices.front().pos.y},
                   {vertices.front().pos.x, vertices.front().pos.y}};
    for (auto const& v : vertices)
        out = base::united(out, {{v.pos.x, v.pos.y}, {v.pos.x, v.pos.y}});
    return out;
}

board::Color color_of(unsigned packed)
{
    auto const byte = [&](int shift) { return static_cast<std::uint8_t>(packed >> shift & 0xFFU); };
    return {byte(0), byte(8), byte(16), byte(24)};
}

// The colour of the interior; edges are antialiased.
board::Color color_of(std::vector<ImDrawVert> const& vertices)
{
    auto const body = std::ranges::max_element(
        vertices, {}, [](ImDrawVert const& v) { return color_of(v.col).a; });
    return color_of(body->col);
}

bool close(base::Rect const& a, base::Rect const& b, float by)
{
    return std::abs(a.min.x - b.min.x) <= by && std::abs(a.min.y - b.min.y) <= by &&
           std::abs(a.max.x - b.max.x) <= by && std::abs(a.max.y - b.max.y) <= by;
}

// The glyphs of a text of the SVG, as the screen paints them at that position.
std::vector<ImDrawVert> letters(ui::Ui& ui, SvgShape const& text)
{
    using pictures::Align;
    using pictures::Face;
    auto const face = text.family.starts_with("'Inter Display'") ? Face::display
                      : text.weight == 400                       ? Face::regular
                      : text.weight == 500                       ? Face::medium
                                                                 : Face::semibold;
    pictures::Type type{face, text.size / ui.scale, text.size};
    if (!text.tabular) type.figures = pictures::Figures::natural;
    auto const align = text.anchor == "middle" ? Align::centre
                       : text.anchor == "end"  ? Align::right
                                               : Align::left;
    auto const from = ui.list->VtxBuffer.Size;
    ui::draw_text_on(ui, text.box.min, type, text.color, text.text, align);
    return {ui.list->VtxBuffer.begin() + from, ui.list->VtxBuffer.end()};
}

// The same glyphs, each within one pixel of the other.
void check_letters(std::vector<ImDrawVert> const& a, std::vector<ImDrawVert> const& b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].uv.x == b[i].uv.x);
        CHECK(a[i].uv.y == b[i].uv.y);
        CHECK(std::abs(a[i].pos.x - b[i].pos.x) <= 1);
        CHECK(std::abs(a[i].pos.y - b[i].pos.y) <= 1);
        CHECK(a[i].col == b[i].col);
    }
}

// An icon is a glyph's outline: compared with the glyph on the screen, including its empty border.
bool within(base::Rect const& inner, base::Rect const& outer, float by)
{
    auto const grown = base::grown(outer, by);
    return grown.contains(inner.min) && grown.contains(inner.max);
}

void compare(ui::Ui& ui, Painted const& screen, SvgShape const& svg)
{
    INFO(svg.element, " ", svg.text, " at ", svg.box.min.x, ",", svg.box.min.y);
    REQUIRE_FALSE(screen.vertices.empty());
    if (svg.element == "text") return check_letters(screen.vertices, letters(ui, svg));
    auto const box = box_of(screen.vertices);
    if (svg.paint == SvgShape::Paint::dots) {
        // The dots of the screen are within the rectangle of the pattern.
        CHECK(within(box, svg.box, svg.step));
        CHECK(within(svg.box, box, svg.step));
        auto const& v = screen.vertices.front().pos;
        auto const half = (screen.vertices[2].pos.x - v.x) / 2;
        auto const off = std::remainder(v.x + half - svg.origin.x, svg.step);
        CHECK(std::abs(off) <= 1);
        return;
    }
    CHECK(color_of(screen.vertices) == svg.color);
    // Edges are antialiased over one pixel; a line with an arrow or with dashes ends a little
    // before its box.
    float const by = svg.paint == SvgShape::Paint::stroke ? svg.width / 2 + 1.5F : 1.5F;
    if (svg.element == "path" && svg.paint == SvgShape::Paint::fill)
        CHECK(within(svg.box, box, 1.5F));
    else
        CHECK(close(box, svg.box, by));
    if (svg.clips.empty()) return;
    auto clip = svg.clips.front();
    for (auto const& more : svg.clips)
        clip = {{std::max(clip.min.x, more.min.x), std::max(clip.min.y, more.min.y)},
                {std::min(clip.max.x, more.max.x), std::min(clip.max.y, more.max.y)}};
    CHECK(close(screen.clip, clip, 0.01F));
}

void compare_all(pictures::List const& list, ui::Ui& ui, std::string const& svg)
{
    auto const picture = support::read_svg(svg);
    // Painted once in advance, so that the glyph texture is complete.
    (void)painted(ui, list);
    for (auto const& shape : picture.shapes)
        if (shape.element == "text") (void)letters(ui, shape);
    auto const screen = painted(ui, list);
    REQUIRE(picture.shapes.size() == screen.size());
    for (std::size_t i = 0; i < screen.size(); ++i) compare(ui, screen[i], picture.shapes[i]);
}

// Calls `what` within one frame with the screen's fonts.
void in_a_frame(std::function<void(ui::Ui&)> const& what)
{
    bool done = false;
    support::UiDriver driver([&](ui::Ui& ui) {
        if (std::exchange(done, true)) return;
        what(ui);
    });
    CHECK(done);
}

} // namespace

TEST_CASE("a matrix has the same places, colours and texts on the screen and as SVG")
{
    auto const doc = support::sample_session();
    auto const fonts = pictures::FontFiles::load(support::assets_dir() / "fonts");
    REQUIRE(fonts);
    for (auto axis : analysis::active_axes(doc)) {
        in_a_frame([&](ui::Ui& ui) {
            ui::ScreenMeasure const measure(ui);
            auto const list = pictures::axis_picture(ui::means_of(ui, measure), doc, axis,
                                                     {{172, 271}, {1488, 1008}});
            CHECK(list.items.size() > 50);
            pictures::SvgPage const page{{{0, 0}, {1920, 1080}}, "Matrice", "", "fr"};
            compare_all(list, ui, pictures::svg(list, page, [&](unsigned code) {
                            return fonts->icon(code);
                        }));
        });
    }
}

TEST_CASE("text widths by the screen's fonts and by the font files agree")
{
    auto const fonts = pictures::FontFiles::load(support::assets_dir() / "fonts");
    REQUIRE(fonts);
    in_a_frame([&](ui::Ui& ui) {
        ui::ScreenMeasure const screen(ui);
        auto const files = fonts->at(1);
        for (auto const& type :
             {pictures::type::text, pictures::type::label, pictures::type::strong,
              pictures::type::quadrant, pictures::type::rank, pictures::name_type})
            for (auto const* text :
                 {"Encadrer", "Prévision des repas de cantine", "12", "4\u00A0803,5 \u2260 –"}) {
                INFO(text);
                // The screen rounds glyph positions to a pixel or a fraction of one.
                CHECK(screen.width(type, text) ==
                      doctest::Approx(files->width(type, text)).epsilon(0.03));
            }
    });
}
