#pragma once

#include "ui/app/reads.h"
#include "ui/app/timer_pill.h"
#include "ui/kit/frame.h"
#include "ui/kit/room_state.h"
#include "ui/kit/settings.h"
#include "ui/screens/home/home.h"
#include "ui/screens/rooms/rooms.h"

#include <optional>
#include <string>

namespace ui {

// The top bar of a session.
struct TopBar {
    enum class Open { nothing, title_menu, headcount, more_menu };
    Open open = Open::nothing;
    std::optional<std::string> title; // the title being edited
    bool template_wanted = false;     // asks for the dialog that saves a template
    TimerPill timer;
    Reads reads = Reads::wanted;
    enum class Room { nothing, shows, closes };
    Room room = Room::nothing; // what was requested for the room for phones
};

// The room for phones, as the top bar shows it.
struct TopRoom {
    RoomState const* open = nullptr; // null: closed
    bool reached = true;             // its address is still this machine's
    bool shown = false;              // the screen by which phones join
};

// Title with menu, "Enregistré à…", the rooms of a shared session, the steps with `step` active,
// timer, headcount, phones, language, theme, menu.
Asked draw_top_bar(Ui& ui, TopBar& bar, RoomsView& rooms, Workshop const& workshop,
                   TopRoom const& room, model::Step step, Settings const& settings, Mode mode);

// The top bar of the start screen: program name, search, language, theme.
std::optional<Wish> draw_home_bar(Ui& ui, HomeView& home, Settings const& settings);

} // namespace ui
