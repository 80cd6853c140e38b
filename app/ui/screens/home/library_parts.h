#pragma once

#include "ui/screens/home/home_view.h"

// The sessions of this machine on the start screen. Private to this folder.
namespace ui {

// From the top of `row` down; `y` is where it ends. What is out of `sight` is not drawn.
std::optional<Wish> draw_library(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& row,
                                 base::Rect const& sight, float& y);
// The filters side by side from the left end of `row`; returns the height they take.
float draw_filters(Ui& ui, HomeView& view, base::Rect const& row);
// The folders one under the other.
void draw_folders(Ui& ui, HomeView& view, base::Rect const& column);
std::optional<Wish> draw_session_menu(Ui& ui, HomeView& view, base::Rect const& anchor,
                                      Recent const& one);
// What is done with the sessions that are chosen, at the foot of `area`.
std::optional<Wish> draw_chosen(Ui& ui, HomeView& view, base::Rect const& area);
// The cases that the search found, in every session.
std::optional<Wish> draw_found(Ui& ui, HomeView& view, base::Rect const& area);
// What is asked before something is done: the name of a folder, place and tags, the trash.
std::optional<Wish> draw_home_questions(Ui& ui, HomeView& view);

} // namespace ui
