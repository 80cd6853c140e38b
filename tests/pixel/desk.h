#pragma once

#include "exchange/templates/template.h"
#include "shell/window/screen.h"
#include "support/layouts.h"
#include "support/skip.h"
#include "support/ui/room.h"
#include "ui/kit/text_edit.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

// The board in a real window, driven by key codes through the X server.
namespace desk {

using layouts::Layout;
using layouts::Stroke;

// The key codes of printable keys, in the order of layouts::places.
inline constexpr std::array codes{49, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26,
                                  27, 28, 29, 30, 31, 32, 33, 34, 35, 38, 39, 40, 41, 42, 43, 44,
                                  45, 46, 47, 48, 51, 94, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61};
static_assert(codes.size() == layouts::places.size());
namespace code {
inline constexpr int escape = 9, enter = 36, ctrl = 37, shift = 50, alt = 64, space = 65,
                     num_lock = 77, pad_up = 80, pad_right = 85, pad_plus = 86, pad_minus = 82,
                     altgr = 108;
inline constexpr std::array pad_digits{90, 87, 88, 89, 83, 84, 85, 79, 80, 81};
} // namespace code

// As xdotool takes a code: one digit alone would be that sign.
inline std::string number(int code) { return (code < 10 ? "0" : "") + std::to_string(code); }

inline int code_of(int place)
{
    auto const at = std::ranges::find(layouts::places, place) - layouts::places.begin();
    return codes.at(static_cast<std::size_t>(at));
}

inline std::string told(Stroke const& stroke, int more = 0)
{
    std::string out;
    if (more != 0) out += number(more) + "+";
    if ((stroke.mods & GLFW_MOD_SHIFT) != 0) out += number(code::shift) + "+";
    if (stroke.level == Stroke::Level::altgr) out += number(code::altgr) + "+";
    return out + number(code_of(stroke.key));
}

inline bool has(char const* program)
{
    return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0;
}

inline bool can_type() { return has("xdotool") && has("setxkbmap"); }

// The window with a new session of two cases.
struct Desk {
    i18n::Catalogue french = support::Room::load(i18n::Language::french);
    i18n::Catalogue english = support::Room::load(i18n::Language::english);
    board::Palette day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    support::MemoryHost host;
    std::unique_ptr<shell::Screen> screen =
        std::move(*shell::Screen::open("keys", 960, 540, shell::Visibility::shown));
    ui::Ui ui;
    ui::App app{host, {&french, &english, &day, &day}, {"fr", ui::Appearance::day, 100}};

    int drawn = 0;                        // since the last event
    std::chrono::milliseconds drawing{0}; // how long each picture takes more than it does

    Desk()
    {
        ui.fonts = *ui::load_fonts(support::assets_dir() / "fonts");
        ui.caps = [this] { return screen->key_caps(); };
        app.grant(ui::NewSession{"huit-axes", "Clavier"});
        run("xdotool mousemove 300 400");
        host.file = "titre\nTri du courrier\nFuites\n";
        app.dropped({"cas.csv"});
        look();
        run("xdotool key " + number(code::enter)); // Enter adds them
        REQUIRE(model::table<model::Case>(app.session()->document()).size() == 2);
    }
    // Draws a frame if there is something to draw.
    void frame()
    {
        using namespace std::chrono;
        auto const now_s = [] {
            return duration<double>(steady_clock::now().time_since_epoch()).count();
        };
        bool const event = screen->wait(0.005);
        if (!event && drawn > 3 && now_s() > ui.redraw_until_s && !shell::Screen::input_waits())
            return;
        drawn = event ? 0 : drawn + 1;
        std::this_thread::sleep_for(drawing);
        shell::Screen::build([&] {
            ui::begin_frame(ui, now_s());
            app.draw(ui);
            ui::end_frame(ui);
        });
        screen->show(ui::moving_of(ui));
    }
    // Draws while the command runs, and until its effects are drawn.
    void run(std::string const& command)
    {
        std::atomic<bool> over{false};
        std::thread hand([&] {
            CHECK(std::system(command.c_str()) == 0);
            over = true;
        });
        while (!over) frame();
        hand.join();
        for (int quiet = 0; quiet < 6; ++quiet) {
            if (shell::Screen::input_waits()) quiet = 0;
            frame();
        }
    }
    // Key codes with pluses between those held together.
    void keys(std::string const& strokes, int delay_ms = 12)
    {
        run("xdotool key --delay " + std::to_string(delay_ms) + " " + strokes);
    }
    void click(std::string const& id)
    {
        auto const it = ui.probe.widgets.find(id);
        REQUIRE_MESSAGE(it != ui.probe.widgets.end(), id);
        auto const at = it->second.box.center();
        run("xdotool mousemove " + std::to_string(static_cast<int>(at.x)) + " " +
            std::to_string(static_cast<int>(at.y)) + " click 1");
    }
    void lay_out(Layout const& layout)
    {
        std::string const name = layout.name;
        auto const space = name.find(' ');
        run("setxkbmap " + name.substr(0, space) +
            (space == std::string::npos ? "" : " -variant " + name.substr(space + 1)));
    }
    [[nodiscard]] bool shows(std::string const& id) const { return ui.probe.widgets.contains(id); }
    [[nodiscard]] bool on(std::string const& id) const
    {
        auto const it = ui.probe.widgets.find(id);
        return it != ui.probe.widgets.end() && it->second.on;
    }
    [[nodiscard]] std::string value(std::string const& id) const
    {
        auto const it = ui.probe.widgets.find(id);
        return it == ui.probe.widgets.end() ? std::string{} : it->second.value;
    }
    void go(model::Step step)
    {
        app.look_at(step);
        look();
    }
    // Draws changes requested without input.
    void look()
    {
        drawn = 0;
        for (int i = 0; i < 4; ++i) frame();
    }
};

inline std::string utf8(std::u32string_view text)
{
    std::string out;
    for (auto const c : text) out += ui::encoded(static_cast<unsigned>(c));
    return out;
}

// The key strokes for a text: dead keys where no key has the character.
inline std::string strokes_of(Layout const& layout, std::u32string_view text)
{
    constexpr int dead = 34; // right of P: circumflex, and with Shift the diaeresis
    struct Dead {
        char32_t sign, letter;
        bool shift;
    };
    constexpr std::array marked{Dead{U'ê', U'e', false}, Dead{U'Ê', U'E', false},
                                Dead{U'ë', U'e', true}, Dead{U'ï', U'i', true}};
    std::string out;
    for (auto const c : text) {
        auto const* of = std::ranges::find(marked, c, &Dead::sign);
        if (c == U'\n') {
            out += number(code::shift) + "+" + number(code::enter);
        } else if (c == U' ') {
            out += number(code::space);
        } else if (of != marked.end()) {
            out += (of->shift ? number(code::shift) + "+" : "") + number(dead) + " " +
                   told(*layouts::stroke_of(layout, of->letter));
        } else {
            auto const stroke = layouts::stroke_of(layout, c);
            REQUIRE(stroke);
            out += told(*stroke);
        }
        out += ' ';
    }
    return out;
}

} // namespace desk
