#pragma once

#include <GLFW/glfw3.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

// Keyboard layouts as X11 reports them, for tests that link app_shell.
namespace layouts {

// The writing keys by their place on a US keyboard: the row of digits from the left, then the three
// rows below, including the keys beside Enter and beside the left Shift.
inline constexpr std::array places{GLFW_KEY_GRAVE_ACCENT,
                                   GLFW_KEY_1,
                                   GLFW_KEY_2,
                                   GLFW_KEY_3,
                                   GLFW_KEY_4,
                                   GLFW_KEY_5,
                                   GLFW_KEY_6,
                                   GLFW_KEY_7,
                                   GLFW_KEY_8,
                                   GLFW_KEY_9,
                                   GLFW_KEY_0,
                                   GLFW_KEY_MINUS,
                                   GLFW_KEY_EQUAL,
                                   GLFW_KEY_Q,
                                   GLFW_KEY_W,
                                   GLFW_KEY_E,
                                   GLFW_KEY_R,
                                   GLFW_KEY_T,
                                   GLFW_KEY_Y,
                                   GLFW_KEY_U,
                                   GLFW_KEY_I,
                                   GLFW_KEY_O,
                                   GLFW_KEY_P,
                                   GLFW_KEY_LEFT_BRACKET,
                                   GLFW_KEY_RIGHT_BRACKET,
                                   GLFW_KEY_A,
                                   GLFW_KEY_S,
                                   GLFW_KEY_D,
                                   GLFW_KEY_F,
                                   GLFW_KEY_G,
                                   GLFW_KEY_H,
                                   GLFW_KEY_J,
                                   GLFW_KEY_K,
                                   GLFW_KEY_L,
                                   GLFW_KEY_SEMICOLON,
                                   GLFW_KEY_APOSTROPHE,
                                   GLFW_KEY_BACKSLASH,
                                   GLFW_KEY_WORLD_1,
                                   GLFW_KEY_Z,
                                   GLFW_KEY_X,
                                   GLFW_KEY_C,
                                   GLFW_KEY_V,
                                   GLFW_KEY_B,
                                   GLFW_KEY_N,
                                   GLFW_KEY_M,
                                   GLFW_KEY_COMMA,
                                   GLFW_KEY_PERIOD,
                                   GLFW_KEY_SLASH};

// What each key writes alone, with Shift and with AltGr; · stands for a dead key or an unused sign.
struct Layout {
    char const* name; // the name for setxkbmap
    std::u32string_view plain, shift, altgr;
};
inline constexpr std::array all{
    Layout{"us", U"`1234567890-=qwertyuiop[]asdfghjkl;'\\<zxcvbnm,./",
           U"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|>ZXCVBNM<>?",
           U"················································"},
    Layout{"fr", U"²&é\"'(-è_çà)=azertyuiop·$qsdfghjklmù*<wxcvbn,;:!",
           U"~1234567890°+AZERTYUIOP·£QSDFGHJKLM%µ>WXCVBN?./§",
           U"¬¹~#{[|`\\^@]}·«€········¤@ß·······µ··|·»········"},
    Layout{"be", U"²&é\"'(§è!çà)-azertyuiop·$qsdfghjklmùµ<wxcvbn,;:=",
           U"³1234567890°_AZERTYUIOP·*QSDFGHJKLM%£>WXCVBN?./+",
           U"¬|@#··^{[{}\\·@·€·······[]·ß··········\\«»········"},
    Layout{"de", U"·1234567890ß·qwertzuiopü+asdfghjklöä#<yxcvbnm,.-",
           U"°!\"§$%&/()=?·QWERTZUIOPÜ*ASDFGHJKLÖÄ'>YXCVBNM;:_",
           U"·¹²³··¬{[]}\\·@·€········~············|»«····µ···"},
    Layout{"ch fr", U"§1234567890'·qwertzuiopè·asdfghjkléà$<yxcvbnm,.-",
           U"°+\"*ç%&/()=?·QWERTZUIOPü!ASDFGHJKLöä£>YXCVBNM;:_",
           U"¬|@#··¬|·]}··@·€·······[]·ß········{}\\«»····µ···"},
    Layout{"fr bepo", U"$\"«»()@+-/*=%bépoè·vdljzwauie,ctsrnmçêàyx.k'qghf",
           U"#1234567890°`BÉPOÈ!VDLJZWAUIE;CTSRNMÇÊÀYX:K?QGHF",
           U"··<>[]^······|·&··········ù€····ß····/\\{}·~·····"},
    Layout{"ca", U"#1234567890-=qwertyuiop··asdfghjkl;·<«zxcvbnm,.é",
           U"|!\"/$%?&*()_+QWERTYUIOP··ASDFGHJKL:·>»ZXCVBNM'.É",
           U"\\·@£·¤¬¦²³·····€·····§·[]·········~{}°······µ···"},
    Layout{"ca multix", U"/1234567890-=qwertyuiop·çasdfghjkl;èàùzxcvbnm,.é",
           U"\\!@#$%?&*()_+QWERTYUIOP·ÇASDFGHJKL:ÈÀÙZXCVBNM'\"É",
           U"|·@£·¤¬{}[]·¬··€·····§··~·········°{}°«»····µ<>·"}};

struct Stroke {
    int key = 0;
    int mods = 0; // GLFW modifiers held with it
    enum class Level { plain, altgr } level = Level::plain;
};

// The key that writes `c` alone, with Shift or with AltGr, in this order; nothing when no single
// key does.
inline std::optional<Stroke> stroke_of(Layout const& layout, char32_t c)
{
    if (auto const at = layout.plain.find(c); at < places.size()) return Stroke{places[at]};
    if (auto const at = layout.shift.find(c); at < places.size())
        return Stroke{places[at], GLFW_MOD_SHIFT};
    if (auto const at = layout.altgr.find(c); at < places.size())
        return Stroke{places[at], 0, Stroke::Level::altgr};
    return std::nullopt;
}

} // namespace layouts
