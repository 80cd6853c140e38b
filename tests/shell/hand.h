#pragma once

#include "shell/window/keyboard.h"
#include "support/layouts.h"

namespace layouts {

// Simulates a keyboard: GLFW's events for each key stroke.
class Hand {
public:
    Hand(shell::Keyboard& keyboard, Layout const& layout);
    static char32_t printed(Layout const& layout, int key);
    static char32_t with_shift(Layout const& layout, int key);
    [[nodiscard]] std::optional<Stroke> stroke_of(char32_t c) const;
    void press(Stroke const& stroke);
    void release(Stroke const& stroke);

    int locks = 0; // GLFW_MOD_NUM_LOCK, GLFW_MOD_CAPS_LOCK

private:
    struct Modifier {
        int mod, key;
    };
    static constexpr std::array modifiers{Modifier{GLFW_MOD_SHIFT, GLFW_KEY_LEFT_SHIFT},
                                          Modifier{GLFW_MOD_CONTROL, GLFW_KEY_LEFT_CONTROL},
                                          Modifier{GLFW_MOD_ALT, GLFW_KEY_LEFT_ALT}};
    static std::optional<std::size_t> place_of(int key);
    // The character that Xlib gives; with Ctrl some are control characters, which GLFW does not
    // report.
    [[nodiscard]] char32_t written(Stroke const& stroke) const;

    shell::Keyboard& keyboard_;
    Layout const& layout_;
};

} // namespace layouts
