#include "exchange/template.h"
#include "shell/screen.h"
#include "support/layouts.h"
#include "support/skip.h"
#include "support/ui/room.h"
#include "ui/text_edit.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

// The board in a real window, driven by key codes through the X server as a keyboard drives it.
namespace {

using layouts::Layout;
using layouts::Stroke;

// Of the keys that write, in the order of layouts::places.
constexpr std::array codes{49, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26,
                           27, 28, 29, 30, 31, 32, 33, 34, 35, 38, 39, 40, 41, 42, 43, 44,
                           45, 46, 47, 48, 51, 94, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61};
static_assert(codes.size() == layouts::places.size());
namespace code {
constexpr int escape = 9, enter = 36, ctrl = 37, shift = 50, alt = 64, space = 65, num_lock = 77,
              pad_up = 80, pad_right = 85, pad_plus = 86, pad_minus = 82, altgr = 108;
constexpr std::array pad_digits{90, 87, 88, 89, 83, 84, 85, 79, 80, 81};
} // namespace code

// As xdotool takes a code: one digit alone would be that sign.
std::string number(int code) { return (code < 10 ? "0" : "") + std::to_string(code); }

int code_of(int place)
{
    auto const at = std::ranges::find(layouts::places, place) - layouts::places.begin();
    return codes.at(static_cast<std::size_t>(at));
}

std::string told(Stroke const& stroke, int more = 0)
{
    std::string out;
    if (more != 0) out += number(more) + "+";
    if ((stroke.mods & GLFW_MOD_SHIFT) != 0) out += number(code::shift) + "+";
    if (stroke.level == Stroke::Level::altgr) out += number(code::altgr) + "+";
    return out + number(code_of(stroke.key));
}

bool has(char const* program)
{
    return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0;
}

bool can_type() { return has("xdotool") && has("setxkbmap"); }

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

    int drawn = 0; // since the last event

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
    // A picture, when there is something to draw.
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
        shell::Screen::build([&] {
            ui::begin_frame(ui, now_s());
            app.draw(ui);
            ui::end_frame(ui);
        });
        screen->show(ui::moving_of(ui));
    }
    // Draws while the command runs, and until what it did is drawn.
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
    // What was asked of the app without a key is drawn.
    void look()
    {
        drawn = 0;
        for (int i = 0; i < 4; ++i) frame();
    }
};

// Every sign of a French page: AltGr, dead keys, digits with Shift.
constexpr std::u32string_view page = U"C# et F#\n~ 40 dossiers [par mois]\n{brouillon} | à revoir\n"
                                     U"contact@example.org : 12 €\nÊtre prêt : Noël, où, ça, naïf";

std::string utf8(std::u32string_view text)
{
    std::string out;
    for (auto const c : text) out += ui::encoded(static_cast<unsigned>(c));
    return out;
}

// What a person strikes for it: dead keys where no key writes the sign.
std::string strokes_of(Layout const& layout, std::u32string_view text)
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

} // namespace

TEST_CASE("a page typed on a French keyboard arrives whole in a card, fast or slow")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    Desk desk;
    auto const& french = layouts::all[1];
    desk.lay_out(french);
    for (int const delay_ms : {12, 60}) {
        CAPTURE(delay_ms);
        auto const before = desk.host.log->size();
        desk.keys(told({GLFW_KEY_N}));
        REQUIRE(desk.on("draft.card"));
        desk.keys(strokes_of(french, page), delay_ms);
        CHECK(desk.value("draft.card") == utf8(page));
        CHECK(desk.app.step() == model::Step::gather);
        CHECK(desk.host.log->size() == before); // no letter of it was a command
        desk.keys(number(code::enter) + " " + number(code::escape));
        CHECK(desk.host.log->size() == before + 1);
        auto const& cases = model::table<model::Case>(desk.app.session()->document());
        CHECK(cases.rbegin()->second.title == utf8(page));
    }
}

TEST_CASE("N pressed while the mouse moves opens an empty card in a real window")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    Desk desk;
    desk.lay_out(layouts::all[1]);
    for (int time = 0; time < 4; ++time) {
        std::string command = "xdotool";
        for (int i = 0; i < 60; ++i) {
            command += " mousemove " + std::to_string(300 + 2 * i) + " 400 sleep 0.003";
            if (i == 20 + time) command += " key " + told({GLFW_KEY_N});
        }
        desk.run(command);
        REQUIRE(desk.on("draft.card"));
        CHECK(desk.value("draft.card").empty());
        desk.keys(number(code::escape));
    }
}

TEST_CASE("digits, signs and the number pad mean the same on every keyboard")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    Desk desk;
    auto const key = number;
    auto const scale = [&] { return desk.host.kept_settings.scale_percent; };
    for (auto const& layout : layouts::all) {
        CAPTURE(std::string(layout.name));
        desk.lay_out(layout);
        for (int const n : {5, 4, 2, 1}) { // Alt and the digit row: the steps
            desk.keys(key(code::alt) + "+" + key(9 + n));
            CHECK(static_cast<int>(desk.app.step()) == n - 1);
        }
        desk.go(model::Step::place);
        for (auto const* held : {"", "50+"}) // the row alone, and with Shift
            for (int const n : {8, 6, 4, 1}) {
                auto const sign = layout.shift[static_cast<std::size_t>(n)];
                if (*held && (sign == U'/' || sign == U'?')) continue; // see below
                desk.keys(held + key(9 + n));
                CHECK(desk.on("place.axis." + std::to_string(n)));
            }
        desk.keys(key(code::num_lock));
        for (int const n : {8, 6, 4, 1}) {
            desk.keys(key(code::pad_digits.at(static_cast<std::size_t>(n))));
            CHECK(desk.on("place.axis." + std::to_string(n)));
        }
        desk.keys(key(code::num_lock));
        desk.keys(key(code::pad_up)); // without NumLock it is an arrow, and no axis
        CHECK(desk.on("place.axis.1"));

        desk.app.grant(ui::SetScale{100});
        std::string row;
        for (int n = 1; n <= 9; ++n) row += key(code::ctrl) + "+" + key(9 + n) + " ";
        desk.keys(row);
        CHECK(scale() == 100);
        auto const caps = desk.screen->key_caps();
        auto const larger = layouts::stroke_of(layout, caps.larger == "=" ? U'=' : U'+');
        auto const smaller = layouts::stroke_of(layout, caps.smaller == "−"   ? U'-'
                                                        : caps.smaller == ")" ? U')'
                                                                              : U'%');
        desk.keys(told(*larger, code::ctrl));
        CHECK(scale() == 115);
        desk.keys(told(*smaller, code::ctrl));
        CHECK(scale() == 100);
        desk.keys(key(code::ctrl) + "+" + key(code::pad_plus) + " " + key(code::ctrl) + "+" +
                  key(code::pad_plus));
        CHECK(scale() == 130);
        desk.keys(key(code::ctrl) + "+" + key(code::pad_minus));
        CHECK(scale() == 115);
        desk.keys(key(code::ctrl) + "+19"); // and 0
        CHECK(scale() == 100);

        desk.keys(told(*layouts::stroke_of(layout, U'/')));
        CHECK(desk.shows("finder.text"));
        desk.keys(key(code::escape));
        desk.keys(told(*layouts::stroke_of(layout, U'?')));
        CHECK(desk.shows("keys"));
        desk.keys(key(code::escape));

        // What AltGr writes commands nothing.
        auto const entries = desk.host.log->size();
        std::string third;
        for (std::size_t i = 0; i < codes.size(); ++i)
            if (layout.altgr[i] != U'/' && layout.altgr[i] != U'·')
                third += key(code::altgr) + "+" + key(codes[i]) + " ";
        if (!third.empty()) desk.keys(third);
        CHECK(desk.app.step() == model::Step::place);
        CHECK(desk.on("place.axis.1"));
        CHECK(desk.host.log->size() == entries);
    }
    desk.run("setxkbmap us");
}
