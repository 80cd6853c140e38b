#include "hand.h"
#include "support/ui/board_in_hand.h"
#include "support/ui/key_words.h"
#include "support/ui/ui_driver.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/kit/text_edit.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <set>
#include <vector>

namespace {

using layouts::Hand;
using layouts::Layout;
using layouts::Stroke;
using support::Said;

constexpr int ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift, alt = ImGuiMod_Alt;

int glfw_mods(int mods)
{
    return ((mods & ctrl) != 0 ? GLFW_MOD_CONTROL : 0) |
           ((mods & shift) != 0 ? GLFW_MOD_SHIFT : 0) | ((mods & alt) != 0 ? GLFW_MOD_ALT : 0);
}

// A keyboard of the given layout and a screen with one text field.
struct TypingDesk {
    Layout const& layout;
    shell::Keyboard keyboard{[this](int key, int) { return Hand::printed(layout, key); }};
    Hand hand{keyboard, layout};
    std::function<bool(ui::Ui&)> asked;
    bool heard = false;
    std::u32string text;
    std::set<int> keys; // ImGui keys that were pressed
    support::UiDriver screen{[this](ui::Ui& ui) {
        heard |= asked && asked(ui);
        for (auto const c : ImGui::GetIO().InputQueueCharacters) text += static_cast<char32_t>(c);
        for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key)
            if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) keys.insert(key);
    }};

    explicit TypingDesk(Layout const& of)
        : layout(of)
    {
        ImGui::GetIO().ConfigInputTrickleEventQueue = true;
    }
    void strike(Stroke const& stroke)
    {
        heard = false;
        text.clear();
        keys.clear();
        hand.press(stroke);
        screen.frame(3);
        hand.release(stroke);
        screen.frame(3);
    }
    bool hears(Stroke const& stroke, std::function<bool(ui::Ui&)> what)
    {
        asked = std::move(what);
        strike(stroke);
        return heard;
    }
};

struct Named {
    std::string_view word;
    int glfw, imgui;
};
constexpr std::array named{Named{"Enter", GLFW_KEY_ENTER, ImGuiKey_Enter},
                           Named{"Esc", GLFW_KEY_ESCAPE, ImGuiKey_Escape},
                           Named{"Del", GLFW_KEY_DELETE, ImGuiKey_Delete},
                           Named{"Space", GLFW_KEY_SPACE, ImGuiKey_Space},
                           Named{"Tab", GLFW_KEY_TAB, ImGuiKey_Tab},
                           Named{"↑", GLFW_KEY_UP, ImGuiKey_UpArrow},
                           Named{"↓", GLFW_KEY_DOWN, ImGuiKey_DownArrow},
                           Named{"←", GLFW_KEY_LEFT, ImGuiKey_LeftArrow},
                           Named{"→", GLFW_KEY_RIGHT, ImGuiKey_RightArrow},
                           Named{"Home", GLFW_KEY_HOME, ImGuiKey_Home},
                           Named{"End", GLFW_KEY_END, ImGuiKey_End},
                           Named{"PgUp", GLFW_KEY_PAGE_UP, ImGuiKey_PageUp},
                           Named{"PgDn", GLFW_KEY_PAGE_DOWN, ImGuiKey_PageDown},
                           Named{"Ins", GLFW_KEY_INSERT, ImGuiKey_Insert},
                           Named{"Backspace", GLFW_KEY_BACKSPACE, ImGuiKey_Backspace},
                           Named{"Menu", GLFW_KEY_MENU, ImGuiKey_Menu},
                           Named{"Num+", GLFW_KEY_KP_ADD, ImGuiKey_KeypadAdd},
                           Named{"Num−", GLFW_KEY_KP_SUBTRACT, ImGuiKey_Minus}};

auto chord(int keys)
{
    return [keys](ui::Ui& ui) { return ui::shortcut(ui, keys); };
}

// Whether the interface reads the chord for "larger" or "smaller".
auto scaled(bool larger)
{
    return [larger](ui::Ui& ui) {
        for (int const mods : {ctrl, ctrl | shift})
            for (int const key : larger ? std::array{ImGuiKey_Equal, ImGuiKey_KeypadAdd}
                                        : std::array{ImGuiKey_Minus, ImGuiKey_Minus})
                if (ui::shortcut(ui, mods | key)) return true;
        return false;
    };
}

char32_t first_of(std::string_view text)
{
    unsigned c = 0;
    ImTextCharFromUtf8(&c, text.data(), text.data() + text.size());
    return c;
}

void check_digit(TypingDesk& desk, int n, int mods)
{
    auto const digit = [n, mods](ui::Ui& ui) {
        return mods == shift ? ui::shortcut(ui, shift | (ImGuiKey_0 + n))
                             : ui::digit(ui, n, n, mods).has_value();
    };
    int const held = glfw_mods(mods);
    CHECK(desk.hears({GLFW_KEY_0 + n, held}, digit)); // by the place of the key
    if (mods == shift) return;
    // With Shift where that writes a sign without a meaning of its own.
    auto const sign = Hand::with_shift(desk.layout, GLFW_KEY_0 + n);
    bool const apart = sign == U'/' || sign == U'?';
    CHECK(desk.hears({GLFW_KEY_0 + n, held | GLFW_MOD_SHIFT}, digit) != apart);
    desk.hand.locks = GLFW_MOD_NUM_LOCK;
    CHECK(desk.hears({GLFW_KEY_KP_0 + n, held}, digit));
    desk.hand.locks = 0;
}

void check_word(TypingDesk& desk, Said const& said)
{
    CAPTURE(said.word);
    CAPTURE(said.mods);
    int const held = glfw_mods(said.mods);
    auto const c = first_of(said.word);
    if (auto const* known = std::ranges::find(named, said.word, &Named::word); known != named.end())
        CHECK(desk.hears({known->glfw, held}, chord(said.mods | known->imgui)));
    else if (said.word[0] == 'F' && said.word.size() > 1) {
        int const n = std::stoi(said.word.substr(1)) - 1;
        CHECK(desk.hears({GLFW_KEY_F1 + n, held}, chord(said.mods | (ImGuiKey_F1 + n))));
    } else if (said.word == "+" || said.word == "−") {
        bool const larger = said.word == "+";
        auto const caps = desk.keyboard.caps();
        auto stroke = desk.hand.stroke_of(larger                ? first_of(caps.larger)
                                          : caps.smaller == "−" ? U'-'
                                                                : first_of(caps.smaller));
        REQUIRE(stroke);
        stroke->mods |= held;
        CHECK(desk.hears(*stroke, scaled(larger)));
        CHECK(desk.hears({larger ? GLFW_KEY_KP_ADD : GLFW_KEY_KP_SUBTRACT, held}, scaled(larger)));
    } else if (c >= U'A' && c <= U'Z') {
        auto stroke = desk.hand.stroke_of(c + (U'a' - U'A'));
        REQUIRE(stroke);
        stroke->mods |= held;
        int const key = ImGuiKey_A + static_cast<int>(c - U'A');
        CHECK(desk.hears(*stroke, chord(said.mods | key)));
    } else if (c >= U'0' && c <= U'9') {
        check_digit(desk, static_cast<int>(c - U'0'), said.mods);
    } else {
        auto const stroke = desk.hand.stroke_of(c);
        REQUIRE(stroke);
        CHECK(desk.hears(*stroke, [c](ui::Ui& ui) { return ui::written(ui, c); }));
    }
}

} // namespace

TEST_CASE("every listed key works on every keyboard")
{
    for (auto const& layout : layouts::all) {
        CAPTURE(std::string(layout.name));
        TypingDesk desk{layout};
        std::set<std::string> checked;
        for (auto const& line : ui::key_lines())
            for (auto const& said : support::said_by(line.keys))
                if (checked.insert(std::to_string(said.mods) + said.word).second)
                    check_word(desk, said);
        CHECK(checked.size() > 60);
    }
}

TEST_CASE("a sign written with AltGr is text only")
{
    int signs = 0;
    for (auto const& layout : layouts::all) {
        CAPTURE(std::string(layout.name));
        TypingDesk desk{layout};
        for (std::size_t i = 0; i < layouts::places.size(); ++i) {
            auto const c = layout.altgr[i];
            CAPTURE(layouts::places[i]);
            desk.strike({layouts::places[i], 0, Stroke::Level::altgr});
            CHECK(desk.keys.empty()); // neither the key nor Alt is reported
            if (c == U'·') continue;
            CHECK(desk.text == std::u32string(1, c));
            ++signs;
        }
        // After AltGr is released, the next letter is a key again.
        CHECK(desk.hears(*desk.hand.stroke_of(U'b'), chord(ImGuiKey_B)));
    }
    CHECK(signs > 60);
}

TEST_CASE("a key that prints an accented letter, or a dead key, is no shortcut")
{
    for (auto const& layout : layouts::all) {
        CAPTURE(std::string(layout.name));
        TypingDesk desk{layout};
        // the keys below the row of digits
        for (std::size_t i = 13; i < layouts::places.size(); ++i) {
            auto const c = layout.plain[i];
            if (c < 0x80) continue;
            CAPTURE(layouts::places[i]);
            for (int const mods : {0, GLFW_MOD_CONTROL}) {
                desk.strike({layouts::places[i], mods});
                for (int const key : desk.keys) CHECK((key < ImGuiKey_A || key > ImGuiKey_Z));
            }
        }
    }
}

TEST_CASE("a key that has no place but writes a digit is that digit")
{
    // As the key with é and 2 of a French keyboard under Wine.
    for (int const key : {GLFW_KEY_UNKNOWN, GLFW_KEY_WORLD_2}) {
        TypingDesk desk{layouts::all[0]};
        constexpr int scancode = 0x60;
        desk.keyboard.key(key, scancode, GLFW_PRESS, GLFW_MOD_SHIFT);
        desk.keyboard.symbol(U'2');
        desk.keyboard.character(U'2');
        desk.keyboard.flush();
        desk.screen.frame(3);
        CHECK(desk.keys.contains(ImGuiKey_2));
        desk.keyboard.key(key, scancode, GLFW_RELEASE, GLFW_MOD_SHIFT);
        desk.screen.frame(3);
        CHECK_FALSE(ImGui::IsKeyDown(ImGuiKey_2));
    }
}

TEST_CASE("the sixth key of a French keyboard is 6 and never makes the text smaller")
{
    for (auto const& layout : layouts::all) {
        CAPTURE(std::string(layout.name));
        TypingDesk desk{layout};
        for (int n = 1; n <= 9; ++n) {
            CHECK_FALSE(desk.hears({GLFW_KEY_0 + n, GLFW_MOD_CONTROL}, scaled(false)));
            CHECK_FALSE(desk.hears({GLFW_KEY_0 + n, GLFW_MOD_CONTROL}, scaled(true)));
        }
    }
}

TEST_CASE("the letter written after a dead key is text and no key")
{
    TypingDesk desk{layouts::all[1]};
    // Dead circumflex, then e: X11 reports two keys and one character.
    desk.keyboard.key(GLFW_KEY_LEFT_BRACKET, 0, GLFW_PRESS, 0);
    desk.keyboard.key(GLFW_KEY_LEFT_BRACKET, 0, GLFW_RELEASE, 0);
    desk.keyboard.key(GLFW_KEY_E, 0, GLFW_PRESS, 0);
    desk.keyboard.symbol(U'ê');
    desk.keyboard.character(U'ê');
    desk.keyboard.flush();
    desk.screen.frame(2);
    CHECK(desk.text == U"ê");
    CHECK(desk.keys.empty());
}

TEST_CASE("the number pad gives digits with NumLock and arrows without it")
{
    TypingDesk desk{layouts::all[1]};
    desk.hand.locks = GLFW_MOD_NUM_LOCK;
    desk.strike({GLFW_KEY_KP_8});
    CHECK(desk.text == U"8");
    CHECK(desk.keys == std::set<int>{ImGuiKey_8});
    CHECK(desk.hears({GLFW_KEY_KP_4, GLFW_MOD_ALT}, chord(alt | ImGuiKey_4)));
    desk.hand.locks = 0;
    desk.strike({GLFW_KEY_KP_8});
    CHECK(desk.text.empty());
    CHECK(desk.keys == std::set<int>{ImGuiKey_UpArrow});
    for (auto const& [pad, key] :
         {std::pair{GLFW_KEY_KP_2, ImGuiKey_DownArrow},
          std::pair{GLFW_KEY_KP_4, ImGuiKey_LeftArrow},
          std::pair{GLFW_KEY_KP_6, ImGuiKey_RightArrow}, std::pair{GLFW_KEY_KP_7, ImGuiKey_Home},
          std::pair{GLFW_KEY_KP_1, ImGuiKey_End}, std::pair{GLFW_KEY_KP_DECIMAL, ImGuiKey_Delete},
          std::pair{GLFW_KEY_KP_ENTER, ImGuiKey_Enter}}) {
        int const pressed = pad; // clang 14 captures no structured binding
        CAPTURE(pressed);
        CHECK(desk.hears({pad}, chord(key)));
    }
}

TEST_CASE("Alt at the right of a US keyboard is Alt")
{
    TypingDesk desk{layouts::all[0]};
    desk.asked = chord(alt | ImGuiKey_3);
    desk.keyboard.key(GLFW_KEY_RIGHT_ALT, 0, GLFW_PRESS, 0);
    desk.keyboard.key(GLFW_KEY_3, 0, GLFW_PRESS, GLFW_MOD_ALT);
    desk.keyboard.flush();
    desk.screen.frame(2);
    CHECK(desk.heard);
}

TEST_CASE("AltGr as Ctrl+Alt, as on Windows, writes and is no shortcut")
{
    TypingDesk desk{layouts::all[1]};
    constexpr int both = GLFW_MOD_CONTROL | GLFW_MOD_ALT;
    desk.keyboard.key(GLFW_KEY_RIGHT_ALT, 0, GLFW_PRESS, both);
    desk.keyboard.key(GLFW_KEY_3, 0, GLFW_PRESS, both);
    desk.keyboard.symbol(U'#');
    desk.keyboard.character(U'#');
    desk.keyboard.flush();
    desk.screen.frame(2);
    CHECK(desk.text == U"#");
    CHECK(desk.keys.empty());
}

TEST_CASE("N pressed while the mouse moves opens an empty card")
{
    auto const& french = layouts::all[1];
    shell::Keyboard keyboard{[&](int key, int) { return Hand::printed(french, key); }};
    Hand hand{keyboard, french};
    for (int time = 0; time < 4; ++time) {
        support::Board board;
        ImGui::GetIO().ConfigInputTrickleEventQueue = true;
        for (int i = 0; i < 40; ++i) {
            auto const at = 600.0F + 7 * static_cast<float>(i);
            ImGui::GetIO().AddMousePosEvent(at, 500);
            if (i == 10 + time) hand.press({GLFW_KEY_N});
            if (i == 13 + time) hand.release({GLFW_KEY_N});
            board.hand.frame();
        }
        board.hand.settle();
        REQUIRE(board.hand.on("draft.card"));
        CHECK(board.hand.value("draft.card").empty());
        for (auto const c : {U'b', U'o', U'n'}) {
            hand.press(*hand.stroke_of(c));
            hand.release(*hand.stroke_of(c));
        }
        board.hand.frame(8);
        CHECK(board.hand.value("draft.card") == "bon"); // no later key is lost
    }
}
