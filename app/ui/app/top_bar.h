#pragma once

#include "ui/app/timer_pill.h"
#include "ui/kit/frame.h"
#include "ui/kit/settings.h"
#include "ui/screens/home/home.h"

#include <optional>
#include <string>

namespace ui {

// The bar above every screen of a session.
struct TopBar {
    enum class Open { nothing, title_menu, headcount, more_menu };
    Open open = Open::nothing;
    std::optional<std::string> title; // being renamed
    TimerPill timer;
};

// Title with its menu, "Enregistré à…", the five steps with `step` as the one on screen, timer,
// headcount, FR/EN, day or night, menu.
std::optional<Wish> draw_top_bar(Ui& ui, TopBar& bar, Workshop const& workshop, model::Step step,
                                 Settings const& settings, Mode mode);

// The bar of the start screen: the name of the program, the search, FR/EN, day or night.
std::optional<Wish> draw_home_bar(Ui& ui, HomeView& home, Settings const& settings);

} // namespace ui
