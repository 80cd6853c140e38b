#include "shell/window/gl.h"
#include "shell/window/screen.h"
#include "support/folders.h"
#include "support/ui/room.h"

#include <imgui_impl_opengl3.h>

#include <cstdlib>
#include <random>

// Caching must not be visible: after any actions, the picture equals one drawn anew.
namespace {

using shell::Picture;

struct Repainted {
    std::unique_ptr<shell::Screen> screen;
    i18n::Catalogue french = support::Room::load(i18n::Language::french);
    i18n::Catalogue english = support::Room::load(i18n::Language::english);
    board::Palette day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    board::Palette night = *board::load_palette(support::assets_dir() / "themes/nuit.theme");
    support::MemoryHost host;
    ui::Ui ui;
    std::unique_ptr<ui::App> app;
    double now_s = 1;

    Repainted()
    {
        auto opened = shell::Screen::open("desk", 1280, 720, shell::Visibility::hidden);
        REQUIRE(opened);
        screen = std::move(*opened);
        ui.fonts = *ui::load_fonts(support::assets_dir() / "fonts");
        app = std::make_unique<ui::App>(host, ui::Look{&french, &english, &day, &night},
                                        ui::Settings{"fr", ui::Appearance::day, 100});
        app->grant(ui::NewSession{"huit-axes", "Un atelier"});
        frame();
    }
    void frame()
    {
        shell::Screen::build([&] {
            ui::begin_frame(ui, now_s += 1.0 / 60);
            app->draw(ui);
            ui::end_frame(ui);
        });
    }
};

std::size_t differing(Picture const& a, Picture const& b, int by)
{
    REQUIRE(a.rgba.size() == b.rgba.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        bool differs = false;
        for (std::size_t c = 0; c < 3; ++c)
            differs = differs || std::abs(int{a.rgba[i + c]} - int{b.rgba[i + c]}) > by;
        if (differs) ++count;
    }
    return count;
}

// A random action in the window.
void act(Repainted& desk, std::mt19937& random)
{
    auto& io = ImGui::GetIO();
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    auto const move = [&] {
        io.AddMousePosEvent(static_cast<float>(below(1280)), static_cast<float>(below(720)));
        desk.frame();
    };
    auto const press = [&](ImGuiKey key) {
        io.AddKeyEvent(key, true);
        desk.frame();
        io.AddKeyEvent(key, false);
        desk.frame();
    };
    auto const button = [&](int which, auto const& meanwhile) {
        io.AddMouseButtonEvent(which, true);
        desk.frame();
        meanwhile();
        io.AddMouseButtonEvent(which, false);
        desk.frame();
    };
    auto const wheel = [&](float by) {
        io.AddMouseWheelEvent(below(2) == 0 ? by : 0, by);
        desk.frame();
    };
    switch (below(11)) {
    case 0:
    case 1: move(); break;
    case 2: wheel(static_cast<float>(below(7) - 3) * 0.37F); break;
    case 3: // zoom
        io.AddKeyEvent(ImGuiMod_Ctrl, true);
        wheel(below(2) == 0 ? 1.0F : -1.0F);
        io.AddKeyEvent(ImGuiMod_Ctrl, false);
        desk.frame();
        break;
    case 4:
        move();
        button(ImGuiMouseButton_Middle, move);
        break;
    case 5:
        move();
        button(ImGuiMouseButton_Left, move);
        break;
    case 6:
        press(ImGuiKey_N);
        io.AddInputCharactersUTF8("Repérer les fuites");
        desk.frame();
        press(ImGuiKey_Enter);
        break;
    case 7:
        move();
        button(ImGuiMouseButton_Left, [] {});
        break;
    case 8: press(ImGuiKey_Escape); break;
    case 9:
        desk.app->grant(edit::Command{edit::SetStep{static_cast<model::Step>(below(5))}});
        break;
    default: desk.app->grant(edit::Command{edit::SetStep{model::Step::gather}}); break;
    }
}

} // namespace

TEST_CASE("after any input the retained picture equals a complete redraw")
{
    Repainted desk;
    auto afresh = shell::Painter::make();
    REQUIRE(afresh);
    support::RandomWorkshop others(*desk.app->session(), 11);
    std::mt19937 random(7);
    for (int i = 0; i < 160; ++i) {
        CAPTURE(i);
        act(desk, random);
        if (i % 9 == 0) others.steps(2);
        for (unsigned settle = random() % 4; settle > 0; --settle) desk.frame();
        auto const* moving = ui::moving_of(desk.ui);
        auto const kept = desk.screen->picture(moving);
        (*afresh)->forget();
        (*afresh)->paint(*ImGui::GetDrawData(), moving);
        REQUIRE(differing(kept, (*afresh)->picture(), 0) == 0);
    }
}

TEST_CASE("the picture equals that of Dear ImGui's renderer, within a tolerance")
{
    Repainted desk;
    support::RandomWorkshop others(*desk.app->session(), 12);
    ImGui_ImplOpenGL3_CreateDeviceObjects(); // which the board has no use for
    for (int step = 0; step < 5; ++step) {
        CAPTURE(step);
        others.steps(12);
        desk.app->look_at(static_cast<model::Step>(step));
        for (int i = 0; i < 40; ++i) desk.frame();
        desk.screen->forget();
        auto const ours = desk.screen->picture(ui::moving_of(desk.ui));

        auto picture = ours;
        glBindTexture(GL_TEXTURE_2D, 0);
        glDisable(GL_SCISSOR_TEST);
        glClearColor(0.980F, 0.965F, 0.933F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glReadBuffer(GL_BACK);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        std::vector<std::uint8_t> upside_down(picture.rgba.size());
        glReadPixels(0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE,
                     upside_down.data());
        auto const row = static_cast<std::size_t>(picture.width) * 4;
        for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y)
            std::copy_n(upside_down.end() - static_cast<std::ptrdiff_t>((y + 1) * row), row,
                        picture.rgba.begin() + static_cast<std::ptrdiff_t>(y * row));
        // Positions are rounded to a sixty-fourth of a pixel, which moves no edge by more than four
        // of 255 levels.
        auto const pixels = picture.rgba.size() / 4;
        CHECK(differing(ours, picture, 6) < pixels / 10'000);
    }
}
