#pragma once

#include "shell/window/keyboard.h"
#include "support/layouts.h"

namespace layouts {

// Simulates a keyboard: GLFW's events for each key stroke.
class Hand {
public:
    Hand(shell::Keyboard& keyboard, Layout const& layout)
        : keyboard_(keyboard)
        , layout_(layout)
    {
    }
    static char32_t printed(Layout const& layout, int key)
    {
        auto const at = place_of(key);
        return at && layout.plain[*at] != U'·' ? layout.plain[*at] : 0;
    }
    static char32_t with_shift(Layout const& layout, int key)
    {
        auto const at = place_of(key);
        return at ? layout.shift[*at] : 0;
    }
    [[nodiscard]] std::optional<Stroke> stroke_of(char32_t c) const
    {
        return layouts::stroke_of(layout_, c);
    }
    void press(Stroke const& stroke)
    {
        int mods = locks;
        for (auto const& [mod, key] : modifiers)
            if ((stroke.mods & mod) != 0) {
                keyboard_.key(key, 0, GLFW_PRESS, mods);
                mods |= mod;
            }
        // AltGr is Mod5 on X11, of which GLFW says nothing.
        if (stroke.level == Stroke::Level::altgr)
            keyboard_.key(GLFW_KEY_RIGHT_ALT, 0, GLFW_PRESS, mods);
        keyboard_.key(stroke.key, 0, GLFW_PRESS, mods);
        auto const c = written(stroke);
        if (c != 0) keyboard_.symbol(c);
        if (c != 0 && (stroke.mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) == 0)
            keyboard_.character(c);
        keyboard_.flush();
    }
    void release(Stroke const& stroke)
    {
        int mods = locks | stroke.mods;
        keyboard_.key(stroke.key, 0, GLFW_RELEASE, mods);
        if (stroke.level == Stroke::Level::altgr)
            keyboard_.key(GLFW_KEY_RIGHT_ALT, 0, GLFW_RELEASE, mods);
        for (auto const& [mod, key] : modifiers)
            if ((stroke.mods & mod) != 0) {
                keyboard_.key(key, 0, GLFW_RELEASE, mods);
                mods &= ~mod;
            }
        keyboard_.flush();
    }

    int locks = 0; // GLFW_MOD_NUM_LOCK, GLFW_MOD_CAPS_LOCK

private:
    struct Modifier {
        int mod, key;
    };
    static constexpr std::array modifiers{Modifier{GLFW_MOD_SHIFT, GLFW_KEY_LEFT_SHIFT},
                                          Modifier{GLFW_MOD_CONTROL, GLFW_KEY_LEFT_CONTROL},
                                          Modifier{GLFW_MOD_ALT, GLFW_KEY_LEFT_ALT}};
    static std::optional<std::size_t> place_of(int key)
    {
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] == key) return i;
        return std::nullopt;
    }
    // The character that Xlib gives; with Ctrl some are control characters, which GLFW does not
    // report.
    [[nodiscard]] char32_t written(Stroke const& stroke) const
    {
        bool const shift = (stroke.mods & GLFW_MOD_SHIFT) != 0;
        bool const ctrl = (stroke.mods & GLFW_MOD_CONTROL) != 0;
        if (stroke.key >= GLFW_KEY_KP_0 && stroke.key <= GLFW_KEY_KP_9) {
            bool const digits = ((locks & GLFW_MOD_NUM_LOCK) != 0) != shift;
            auto const c = U'0' + static_cast<char32_t>(stroke.key - GLFW_KEY_KP_0);
            return digits && !(ctrl && c >= U'2' && c <= U'8') ? c : 0;
        }
        if (stroke.key == GLFW_KEY_KP_ADD) return U'+';
        if (stroke.key == GLFW_KEY_KP_SUBTRACT) return U'-';
        if (stroke.key == GLFW_KEY_SPACE) return U' ';
        auto const at = place_of(stroke.key);
        if (!at) return 0;
        auto const& level = stroke.level == Stroke::Level::altgr ? layout_.altgr
                            : shift                              ? layout_.shift
                                                                 : layout_.plain;
        auto const c = level[*at];
        bool const control =
            ctrl && ((c >= U'@' && c < 0x7F) || (c >= U'2' && c <= U'8') || c == U'/');
        return c == U'·' || control ? 0 : c;
    }

    shell::Keyboard& keyboard_;
    Layout const& layout_;
};

} // namespace layouts
