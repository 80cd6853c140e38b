#pragma once

#include "support/ui/room.h"
#include "ui/kit/ui_state.h"

#include <algorithm>
#include <string>
#include <vector>

// The board with a window for the room beside it: two interfaces, each with its own probe.
namespace support {

inline constexpr char const* four_cases =
    "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
    "Repas de cantine;Écoles\nPermis de construire;Urbanisme\n";

struct TwoScreens : Room {
    UiDriver room;

    explicit TwoScreens(std::string const& language = "fr", base::Vec2 size = {1920, 1080});
    // What the window does after each frame: the room is drawn when its picture changes.
    void draw_room(ui::Ui& ui);
    void settle();
    void key(int chord);
    void click(std::string const& id);
    void type(std::string_view text);
    void open_room();
    // Whether `text` is anywhere in a window: in a label or value of its probe, or drawn.
    [[nodiscard]] static bool holds(UiDriver& window, std::string_view text);
    // Where `text` is in the room's window; empty: nowhere.
    [[nodiscard]] std::string holder_of(std::string_view text);
    [[nodiscard]] bool room_holds(std::string_view text) { return holds(room, text); }
    // Whether the room's window has a widget whose id begins so.
    [[nodiscard]] bool room_has(std::string_view prefix);
    void drop(std::string const& name, std::string const& bytes);
};

} // namespace support
