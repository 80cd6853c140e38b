#include "shell/window/keyboard.h"

#include "ui/kit/text_edit.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <utility>

// Defined in ImGui's backend without a declaration: the key at that position of a US keyboard.
// NOLINTNEXTLINE(readability-identifier-naming)
ImGuiKey ImGui_ImplGlfw_KeyToImGuiKey(int keycode, int scancode);

namespace shell {
namespace {

constexpr int chord_mods = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
constexpr char32_t first_other_script = 0x370; // Greek, Cyrillic and others; Latin is below

struct Modifier {
    int key, mod;
};
constexpr std::array modifier_keys{Modifier{GLFW_KEY_LEFT_SHIFT, GLFW_MOD_SHIFT},
                                   Modifier{GLFW_KEY_RIGHT_SHIFT, GLFW_MOD_SHIFT},
                                   Modifier{GLFW_KEY_LEFT_CONTROL, GLFW_MOD_CONTROL},
                                   Modifier{GLFW_KEY_RIGHT_CONTROL, GLFW_MOD_CONTROL},
                                   Modifier{GLFW_KEY_LEFT_ALT, GLFW_MOD_ALT},
                                   Modifier{GLFW_KEY_RIGHT_ALT, GLFW_MOD_ALT},
                                   Modifier{GLFW_KEY_LEFT_SUPER, GLFW_MOD_SUPER},
                                   Modifier{GLFW_KEY_RIGHT_SUPER, GLFW_MOD_SUPER}};

int mod_of(int key)
{
    for (auto const& modifier : modifier_keys)
        if (modifier.key == key) return modifier.mod;
    return 0;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
char32_t small(char32_t c) { return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c; }
bool is_row(int key) { return key >= GLFW_KEY_0 && key <= GLFW_KEY_9; }
bool writes(int key) { return key >= GLFW_KEY_APOSTROPHE && key <= GLFW_KEY_WORLD_2; }

int digit_key(char32_t c) { return ImGuiKey_0 + static_cast<int>(c - U'0'); }
int letter_key(char32_t c) { return ImGuiKey_A + static_cast<int>(small(c) - U'a'); }

int sign_key(char32_t c)
{
    switch (c) {
    case U'+': return ImGuiKey_KeypadAdd;
    case U'-': return ImGuiKey_Minus;
    case U'=': return ImGuiKey_Equal;
    case U'`': return ImGuiKey_GraveAccent;
    case U'[': return ImGuiKey_LeftBracket;
    case U']': return ImGuiKey_RightBracket;
    case U'\\': return ImGuiKey_Backslash;
    case U',': return ImGuiKey_Comma;
    case U';': return ImGuiKey_Semicolon;
    case U'\'': return ImGuiKey_Apostrophe;
    case U'.': return ImGuiKey_Period;
    case U'/': return ImGuiKey_Slash;
    default: return ImGuiKey_None;
    }
}

// The navigation function of a key of the number pad.
int arrow_of(int key)
{
    switch (key) {
    case GLFW_KEY_KP_0: return ImGuiKey_Insert;
    case GLFW_KEY_KP_1: return ImGuiKey_End;
    case GLFW_KEY_KP_2: return ImGuiKey_DownArrow;
    case GLFW_KEY_KP_3: return ImGuiKey_PageDown;
    case GLFW_KEY_KP_4: return ImGuiKey_LeftArrow;
    case GLFW_KEY_KP_6: return ImGuiKey_RightArrow;
    case GLFW_KEY_KP_7: return ImGuiKey_Home;
    case GLFW_KEY_KP_8: return ImGuiKey_UpArrow;
    case GLFW_KEY_KP_9: return ImGuiKey_PageUp;
    case GLFW_KEY_KP_DECIMAL: return ImGuiKey_Delete;
    default: return ImGuiKey_None;
    }
}

int pad_key(int key, int scancode, int mods, char32_t symbol)
{
    switch (key) {
    case GLFW_KEY_KP_ENTER: return ImGuiKey_Enter;
    case GLFW_KEY_KP_SUBTRACT: return ImGuiKey_Minus;
    case GLFW_KEY_KP_EQUAL: return ImGuiKey_Equal;
    case GLFW_KEY_KP_ADD:
    case GLFW_KEY_KP_DIVIDE:
    case GLFW_KEY_KP_MULTIPLY: return ImGui_ImplGlfw_KeyToImGuiKey(key, scancode);
    default: break;
    }
    bool const locked = (mods & GLFW_MOD_NUM_LOCK) != 0 && (mods & GLFW_MOD_SHIFT) == 0;
    bool const wrote = symbol != 0; // NumLock is on
    if (!locked && !wrote) return arrow_of(key);
    return key == GLFW_KEY_KP_DECIMAL ? int{ImGuiKey_KeypadDecimal}
                                      : ImGuiKey_0 + (key - GLFW_KEY_KP_0);
}

void say_mods(int mods)
{
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (mods & GLFW_MOD_CONTROL) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (mods & GLFW_MOD_SHIFT) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (mods & GLFW_MOD_ALT) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (mods & GLFW_MOD_SUPER) != 0);
}

// Windows reports AltGr as Ctrl with Alt.
int without_altgr(int mods, bool right_alt)
{
    constexpr int both = GLFW_MOD_CONTROL | GLFW_MOD_ALT;
    return right_alt && (mods & both) == both ? mods & ~both : mods;
}

void say_key(int key, bool down) { ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(key), down); }

} // namespace

Keyboard::Keyboard(Printed printed)
    : printed_(std::move(printed))
{
}

bool Keyboard::is_down(int modifier_key) const
{
    return std::ranges::find(modifiers_, modifier_key) != modifiers_.end();
}

// The modifiers held by their own keys. The right Alt may be AltGr, which shows with the next key.
int Keyboard::named_mods() const
{
    int mods = 0;
    for (int const key : modifiers_)
        if (key != GLFW_KEY_RIGHT_ALT) mods |= mod_of(key);
    return mods;
}

void Keyboard::modifier(int key, int action, int mods)
{
    if (action == GLFW_REPEAT) return;
    std::erase(modifiers_, key);
    if (action == GLFW_PRESS) modifiers_.push_back(key);
    bool const alt =
        is_down(GLFW_KEY_RIGHT_ALT) && (mods & GLFW_MOD_ALT) != 0 && (mods & GLFW_MOD_CONTROL) == 0;
    say_mods(named_mods() | (alt ? GLFW_MOD_ALT : 0));
}

void Keyboard::held(int mods)
{
    flush();
    say_mods(without_altgr(mods, is_down(GLFW_KEY_RIGHT_ALT)));
}

void Keyboard::key(int key, int scancode, int action, int mods)
{
    flush();
    if (mod_of(key) != 0) {
        modifier(key, action, mods);
        return;
    }
    if (action == GLFW_REPEAT) return; // ImGui repeats by itself; repeated text arrives separately
    if (action == GLFW_PRESS) {
        bool const third = is_down(GLFW_KEY_RIGHT_ALT) &&
                           ((mods & GLFW_MOD_ALT) == 0 || (mods & GLFW_MOD_CONTROL) != 0);
        press_ = Press{key, scancode, mods, third ? Press::Level::third : Press::Level::any};
        symbol_ = 0;
        return;
    }
    auto const known = down_.find(key >= 0 ? key : -2 - scancode);
    if (known == down_.end()) return;
    say_mods(mods & (named_mods() | (is_down(GLFW_KEY_RIGHT_ALT) ? GLFW_MOD_ALT : 0)));
    say_key(known->second, false);
    down_.erase(known);
}

void Keyboard::flush()
{
    bool const super = press_ && (press_->mods & GLFW_MOD_SUPER) != 0;
    if (!super)
        for (auto const c : text_) ImGui::GetIO().AddInputCharacter(c);
    text_.clear();
    if (!press_) return;
    auto const press = *std::exchange(press_, std::nullopt);
    say_mods(without_altgr(press.mods, is_down(GLFW_KEY_RIGHT_ALT)));
    int const heard = heard_from(press);
    if (heard == ImGuiKey_None) return;
    auto& down = down_[press.key >= 0 ? press.key : -2 - press.scancode];
    if (down != ImGuiKey_None) say_key(down, false); // its release was not reported
    down = heard;
    say_key(heard, true);
}

int Keyboard::heard_from(Press const& press) const
{
    if (press.key >= GLFW_KEY_KP_0 && press.key <= GLFW_KEY_KP_EQUAL)
        return pad_key(press.key, press.scancode, press.mods, symbol_);
    // A key without a place on a US keyboard: what it wrote.
    if (press.key == GLFW_KEY_UNKNOWN && is_digit(symbol_)) return digit_key(symbol_);
    if (!writes(press.key)) return ImGui_ImplGlfw_KeyToImGuiKey(press.key, press.scancode);
    if (press.level == Press::Level::third) return ImGuiKey_None;
    auto const name = printed_(press.key, press.scancode);
    // A key alone writes the character printed on it. Anything else is text from a dead key or an
    // unnamed level.
    bool const plain = (press.mods & (chord_mods | GLFW_MOD_CAPS_LOCK)) == 0 && symbol_ != 0;
    bool const shift = (press.mods & GLFW_MOD_SHIFT) != 0;
    if (plain && !shift && symbol_ != name && !is_digit(symbol_)) return ImGuiKey_None;
    if (plain && shift && is_letter(name) && small(symbol_) != small(name)) return ImGuiKey_None;
    return is_row(press.key) ? row_digit(press) : printed_key(press);
}

int Keyboard::row_digit(Press const& press) const
{
    auto const name = printed_(press.key, press.scancode);
    if (!is_digit(name))
        return is_digit(symbol_) ? digit_key(symbol_) : ImGuiKey_0 + (press.key - GLFW_KEY_0);
    // Characters written with Shift there that are shortcuts of the interface.
    if (symbol_ == U'/' || symbol_ == U'?') return ImGuiKey_None;
    bool const enlarges = symbol_ == U'+' && (press.mods & GLFW_MOD_CONTROL) != 0;
    return enlarges ? int{ImGuiKey_KeypadAdd} : digit_key(name);
}

int Keyboard::printed_key(Press const& press) const
{
    auto const name = printed_(press.key, press.scancode);
    if (is_letter(name)) return letter_key(name);
    if (is_digit(name)) return digit_key(name);
    if (int const key = sign_key(name); key != ImGuiKey_None) return key;
    if (is_digit(symbol_)) return digit_key(symbol_); // a row that is elsewhere
    if ((press.mods & GLFW_MOD_CONTROL) != 0)
        if (int const key = scale_key(press.key); key != ImGuiKey_None) return key;
    bool const other_script = name >= first_other_script || (name == 0 && !layout_known());
    return other_script ? int{ImGui_ImplGlfw_KeyToImGuiKey(press.key, press.scancode)}
                        : int{ImGuiKey_None};
}

// With Ctrl, the two keys left of Backspace change the size of the interface: the one that prints =
// or + enlarges, the one that prints - reduces, and the other does the opposite.
int Keyboard::scale_key(int key) const
{
    if (key != GLFW_KEY_MINUS && key != GLFW_KEY_EQUAL) return ImGuiKey_None;
    auto const beside = printed_(key == GLFW_KEY_MINUS ? GLFW_KEY_EQUAL : GLFW_KEY_MINUS, 0);
    if (beside == U'=' || beside == U'+') return ImGuiKey_Minus;
    if (beside == U'-') return ImGuiKey_Equal;
    return key == GLFW_KEY_MINUS ? ImGuiKey_Minus : ImGuiKey_Equal;
}

bool Keyboard::layout_known() const
{
    for (int key = GLFW_KEY_A; key <= GLFW_KEY_Z; ++key)
        if (printed_(key, 0) != 0) return true;
    return false;
}

ui::KeyCaps Keyboard::caps() const
{
    bool plus_in_row = false, minus_in_row = false, minus = false;
    for (int key = GLFW_KEY_APOSTROPHE; key <= GLFW_KEY_WORLD_2; ++key) {
        auto const name = printed_(key, 0);
        plus_in_row |= is_row(key) && name == U'+';
        minus_in_row |= is_row(key) && name == U'-';
        minus |= !is_row(key) && name == U'-';
    }
    ui::KeyCaps keys{plus_in_row ? "=" : "+", "−"};
    if (minus || !minus_in_row) return keys;
    for (int const key : {GLFW_KEY_MINUS, GLFW_KEY_EQUAL})
        if (auto const name = printed_(key, 0);
            name != 0 && sign_key(name) == ImGuiKey_None && scale_key(key) == ImGuiKey_Minus)
            keys.smaller = ui::encoded(static_cast<unsigned>(name));
    return keys;
}

} // namespace shell
