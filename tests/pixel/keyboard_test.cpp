#include "desk.h"

#include <utility>

// Real keyboard input on every layout, with fast typing and slow frames.
using namespace desk;

namespace {

// All characters of a French page: AltGr, dead keys, digits with Shift.
constexpr std::u32string_view page = U"C# et F#\n~ 40 dossiers [par mois]\n{brouillon} | à revoir\n"
                                     U"contact@example.org : 12 €\nÊtre prêt : Noël, où, ça, naïf";

// Overlapping key presses, as in fast typing.
std::string rolled(Layout const& layout, std::u32string_view text)
{
    std::string out = "xdotool", up;
    for (auto const c : text) {
        auto const code =
            number(c == U' ' ? code::space : code_of(layouts::stroke_of(layout, c)->key));
        bool const again = up == code; // the same key is up before it goes down
        if (again) out += " keyup --delay 0 " + std::exchange(up, {});
        out += " keydown --delay 0 " + code;
        if (!up.empty()) out += " keyup --delay 0 " + up;
        up = code;
    }
    return out + " keyup --delay 0 " + up;
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

        // Characters typed with AltGr are no shortcuts.
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

TEST_CASE("sixty keys pressed during one frame are all read, in order")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    Desk desk;
    auto const& french = layouts::all[1];
    desk.lay_out(french);
    constexpr std::u32string_view text =
        U"quelle belle annee pour le tri des dossiers de la commune de ";
    static_assert(text.size() >= 60);
    for (int const ms : {0, 40, 400}) {
        CAPTURE(ms);
        desk.drawing = {};
        desk.keys(told({GLFW_KEY_N}));
        REQUIRE(desk.on("draft.card"));
        desk.drawing = std::chrono::milliseconds(ms);
        desk.run(rolled(french, text));
        CHECK(desk.value("draft.card") == utf8(text));
        desk.run(rolled(french, U"azertyuiop qsdfghjklm wxcvbn azertyuiop qsdfghjklm wxcvbn "));
        desk.drawing = {};
        auto const all =
            std::u32string(text) + U"azertyuiop qsdfghjklm wxcvbn azertyuiop qsdfghjklm wxcvbn ";
        CHECK(desk.value("draft.card") == utf8(all));
        desk.keys(number(code::enter) + " " + number(code::escape));
    }
    desk.run("setxkbmap us");
}

TEST_CASE("characters typed directly after the key that opens a card are in the card")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    Desk desk;
    auto const& french = layouts::all[1];
    desk.lay_out(french);
    for (int const ms : {0, 40, 300}) {
        CAPTURE(ms);
        desk.drawing = std::chrono::milliseconds(ms);
        desk.run(rolled(french, U"nbonjour"));
        CHECK(desk.value("draft.card") == "bonjour");
        desk.drawing = {};
        desk.keys(number(code::enter) + " " + number(code::escape));
    }
    desk.run("setxkbmap us");
}
