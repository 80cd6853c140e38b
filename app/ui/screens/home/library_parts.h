#pragma once

#include "ui/screens/home/home_view.h"

// Parts of the library on the start screen. Private to this folder.
namespace ui {

// From the top of `row` down; `y` is set to the bottom. Only the part in `sight` is drawn.
std::optional<Wish> draw_library(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& row,
                                 base::Rect const& sight, float& y);
// The filters, from the left end of `row`; returns their height.
float draw_filters(Ui& ui, HomeView& view, base::Rect const& row);
// The list of folders.
void draw_folders(Ui& ui, HomeView& view, base::Rect const& column);
std::optional<Wish> draw_session_menu(Ui& ui, HomeView& view, base::Rect const& anchor,
                                      Recent const& one);
// Actions on the chosen sessions, at the bottom of `area`.
std::optional<Wish> draw_chosen(Ui& ui, HomeView& view, base::Rect const& area);
// The cases found by the search.
std::optional<Wish> draw_found(Ui& ui, HomeView& view, base::Rect const& area);
// Dialogs: folder name, place and tags, trash.
std::optional<Wish> draw_home_questions(Ui& ui, HomeView& view);

} // namespace ui
