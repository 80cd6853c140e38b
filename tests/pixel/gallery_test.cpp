#include "gallery.h"
#include "shell/window/screen.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <string>

namespace {

std::filesystem::path const assets = support::assets_dir();

board::Color pixel(shell::Picture const& picture, int x, int y)
{
    auto const at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return {picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2], 255};
}

struct Sheet {
    board::Palette palette;
    shell::Picture picture;
};

// The sheet in a theme; also written to a file beside the programs.
Sheet drawn(std::string const& theme)
{
    auto screen = shell::Screen::open("gallery", 1920, 1080, shell::Visibility::hidden);
    REQUIRE_MESSAGE(screen, (screen ? "" : screen.error().detail));
    ui::Ui ui;
    auto fonts = ui::load_fonts(assets / "fonts");
    auto palette = board::load_palette(assets / "themes" / (theme + ".theme"));
    auto words = i18n::Catalogue::load(assets, i18n::Language::french);
    REQUIRE(fonts);
    REQUIRE(palette);
    REQUIRE(words);
    ui.fonts = *fonts;
    ui.palette = &*palette;
    ui.words = &*words;
    double now_s = 0;
    auto const frame = [&] {
        ui::begin_frame(ui, now_s += 1);
        draw_gallery(ui);
        ui::end_frame(ui);
    };
    for (int i = 0; i < 4; ++i) shell::Screen::build(frame);
    auto picture = (*screen)->picture();
    REQUIRE(shell::write_png(assets.parent_path() / ("gallery-" + theme + ".png"), picture));
    return {*palette, std::move(picture)};
}

} // namespace

TEST_CASE("every component is drawn in the colours of its theme")
{
    for (std::string const theme : {"papier", "nuit"}) {
        CAPTURE(theme);
        auto const [palette, picture] = drawn(theme);
        REQUIRE(picture.width == 1920);
        CHECK(pixel(picture, 10, 10) == palette.paper);
        CHECK(pixel(picture, 1110, 160) == palette.accent); // the primary button
        CHECK(pixel(picture, 1400, 162) == palette.card);   // a secondary one
        CHECK(pixel(picture, 1400, 158) == palette.line2);  // its border is one sharp pixel
        CHECK(pixel(picture, 1586, 182) == palette.accent); // toggle on
        CHECK(pixel(picture, 1695, 182) == palette.edge);   // toggle off
        CHECK(pixel(picture, 1661, 182) == palette.knob);
        CHECK(pixel(picture, 104, 662) == palette.ax[7]);  // a case on axis 8
        CHECK(pixel(picture, 104, 667) == palette.halo);   // and the ring around it
        CHECK(pixel(picture, 260, 673) == palette.accent); // selected
        for (int axis = 0; axis < 8; ++axis)
            CHECK(pixel(picture, 72 + 58 * axis, 760) ==
                  palette.ax[static_cast<std::size_t>(axis)]);
        CHECK(pixel(picture, 1110, 1050) == palette.qlancer);
    }
}
