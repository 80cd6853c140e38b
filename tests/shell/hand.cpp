#include "hand.h"

namespace layouts {

Hand::Hand(shell::Keyboard& keyboard, Layout const& layout)
    : keyboard_(keyboard)
    , layout_(layout)
{
}

char32_t Hand::printed(Layout const& layout, int key)
{
    auto const at = place_of(key);
    return at && layout.plain[*at] != U'·' ? layout.plain[*at] : 0;
}

char32_t Hand::with_shift(Layout const& layout, int key)
{
    auto const at = place_of(key);
    return at ? layout.shift[*at] : 0;
}

std::optional<Stroke> Hand::stroke_of(char32_t c) const { return layouts::stroke_of(layout_, c); }

void Hand::press(Stroke const& stroke)
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
    if (c != 0 && (stroke.mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) == 0) keyboard_.character(c);
    keyboard_.flush();
}

void Hand::release(Stroke const& stroke)
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

std::optional<std::size_t> Hand::place_of(int key)
{
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] == key) return i;
    return std::nullopt;
}

char32_t Hand::written(Stroke const& stroke) const
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
    bool const control = ctrl && ((c >= U'@' && c < 0x7F) || (c >= U'2' && c <= U'8') || c == U'/');
    return c == U'·' || control ? 0 : c;
}

} // namespace layouts
