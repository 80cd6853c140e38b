#pragma once

#include "ui/kit/ui.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace shell {

// Makes what GLFW reports of a keyboard into what Dear ImGui hears. GLFW names a key by its place
// on a US keyboard; what is heard is what people read on theirs:
//   - a letter is the letter printed on the key; a key that prints é, ß or ^ is no letter;
//   - a key of the digit row is a digit: the one that it writes, or the one of its place (AZERTY
//     writes it with Shift). It is never the - or + printed below the digit;
//   - the number pad gives the same keys as the rest of the keyboard: digits or arrows as NumLock
//     says, Enter, - ; its + is ImGuiKey_KeypadAdd, as is any key that prints +;
//   - Alt is held when the system says so: AltGr is not Alt, and what is written with AltGr or
//     after a dead key is text and no key;
//   - a character is heard before the key that wrote it: what a key opens never receives it.
// Only characters that are text come in: none with Ctrl, Alt or the system key.
class Keyboard {
public:
    // The character that a key writes by itself, in the layout in use; 0 when there is none.
    // GLFW's key and scancode.
    using Printed = std::function<char32_t(int key, int scancode)>;
    explicit Keyboard(Printed printed);

    // What GLFW reports, in its order: its key callback with GLFW_LOCK_KEY_MODS on, then
    // its "char mods" callback and, for text, its character callback.
    void key(int key, int scancode, int action, int mods);
    void symbol(char32_t c) { symbol_ = c; }
    void character(char32_t c) { text_.push_back(c); }
    // A button of the mouse went down or up with these held.
    void held(int mods);
    // All that the system had to say was reported. Nothing is heard before.
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
    std::optional<Press> press_;        // not yet heard
    char32_t symbol_ = 0;               // what it wrote, whatever is held
    std::vector<char32_t> text_;        // what of it is text
    std::vector<int> modifiers_;        // those held, GLFW's keys
    std::unordered_map<int, int> down_; // GLFW's key, or −2 − scancode where it has none: ImGui's
};

} // namespace shell
