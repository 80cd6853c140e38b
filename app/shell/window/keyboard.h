#pragma once

#include "ui/kit/ui.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace shell {

// Translates GLFW's keyboard events, which name keys by their position on a US keyboard, to Dear
// ImGui keys by what is printed on them:
//   - a letter is the one printed on the key; keys that print é, ß or ^ are no letters;
//   - keys of the digit row are digits: the one printed, or the one at that position (AZERTY
//     needs Shift to write it); never the - or + printed below the digit;
//   - the number pad gives the same keys as the rest of the keyboard: digits or arrows by
//     NumLock, Enter, -; its + is ImGuiKey_KeypadAdd, as is any key that prints +;
//   - Alt is held when the system says so: AltGr is not Alt, and what is written with AltGr or
//     after a dead key is text and no key;
//   - a character is sent before the key that wrote it, so that a field opened by the key does
//     not receive it. No character is sent with Ctrl, Alt or the system key.
class Keyboard {
public:
    // The character that a key writes by itself in the present layout; 0 for none. GLFW's key and
    // scancode.
    using Printed = std::function<char32_t(int key, int scancode)>;
    explicit Keyboard(Printed printed);

    // GLFW's events in its order: the key callback with GLFW_LOCK_KEY_MODS on, then the "char mods"
    // callback and, for text, the character callback.
    void key(int key, int scancode, int action, int mods);
    void symbol(char32_t c) { symbol_ = c; }
    void character(char32_t c) { text_.push_back(c); }
    // A mouse button changed with these modifiers held.
    void held(int mods);
    // To be called when all events were reported; only then they are sent.
    void flush();

    [[nodiscard]] ui::KeyCaps caps() const;

private:
    struct Press {
        int key = 0, scancode = 0, mods = 0;
        enum class Level { any, third } level = Level::any; // third: with AltGr
    };
    void modifier(int key, int action, int mods);
    [[nodiscard]] int named_mods() const;
    [[nodiscard]] bool is_down(int modifier_key) const;
    [[nodiscard]] int heard_from(Press const& press) const;
    [[nodiscard]] int row_digit(Press const& press) const;
    [[nodiscard]] int printed_key(Press const& press) const;
    [[nodiscard]] int scale_key(int key) const;
    [[nodiscard]] bool layout_known() const;

    Printed printed_;
    std::optional<Press> press_;        // not sent yet
    char32_t symbol_ = 0;               // character written, whatever is held
    std::vector<char32_t> text_;        // the part of it that is text
    std::vector<int> modifiers_;        // held modifiers, GLFW's keys
    std::unordered_map<int, int> down_; // GLFW's key, or −2 − scancode without one, to ImGui's
};

} // namespace shell
