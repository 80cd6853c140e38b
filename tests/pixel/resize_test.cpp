#include "on_screen.h"
#include "shell/window/screen.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/ui/room.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <string>

// Resizing a real window, observed from outside.
namespace {

constexpr char const* title = "Cadran, resized";

double now_s()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

struct Resized {
    i18n::Catalogue french = support::Room::load(i18n::Language::french);
    board::Palette day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    support::MemoryHost host;
    std::unique_ptr<shell::Screen> screen =
        std::move(*shell::Screen::open(title, 1280, 720, shell::Visibility::shown));
    ui::Ui ui;
    ui::App app{host, {&french, &french, &day, &day}, {"fr", ui::Appearance::day, 100}};

    Resized()
    {
        ui.fonts = *ui::load_fonts(support::assets_dir() / "fonts");
        app.grant(ui::NewSession{"huit-axes", "Un atelier"});
        look();
    }
    // Draws for a while, and until nothing moves.
    void look()
    {
        auto const until = now_s() + 0.5;
        while (now_s() < until || now_s() < ui.redraw_until_s) {
            (void)screen->wait(0.01);
            shell::Screen::build([&] {
                ui::begin_frame(ui, now_s());
                app.draw(ui);
                ui::end_frame(ui);
            });
            screen->show(ui::moving_of(ui));
        }
    }
    void resize(int width, int height)
    {
        auto const command = std::string("xdotool search --name '") + title + "' windowsize " +
                             std::to_string(width) + " " + std::to_string(height);
        REQUIRE(std::system(command.c_str()) == 0);
        look();
    }
};

std::size_t differing(shell::Picture const& a, shell::Picture const& b)
{
    REQUIRE(a.width == b.width);
    REQUIRE(a.height == b.height);
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4)
        if (!std::equal(&a.rgba[i], &a.rgba[i] + 3, &b.rgba[i])) ++count;
    return count;
}

} // namespace

TEST_CASE("after a window was resized its picture is in its place")
{
    Resized desk;
    auto const first = on_screen(title);
    if (!first || std::system("command -v xdotool >/dev/null 2>&1") != 0)
        CADRAN_SKIP("no X server to ask what is shown, or no xdotool");
    CHECK(differing(*first, desk.screen->picture(ui::moving_of(desk.ui))) == 0);
    struct Size {
        int width, height;
    };
    for (auto const& size :
         {Size{1280, 640}, Size{1280, 900}, Size{1000, 600}, Size{1500, 600}, Size{1280, 720}}) {
        CAPTURE(size.width);
        CAPTURE(size.height);
        desk.resize(size.width, size.height);
        auto const shown = on_screen(title);
        REQUIRE(shown);
        CHECK(shown->width == size.width);
        CHECK(differing(*shown, desk.screen->picture(ui::moving_of(desk.ui))) == 0);
    }
}
