#pragma once

#include "ui/screens/compare/compare_view.h"

// Parts of the comparison, one file each. Private to this folder.
namespace ui {

// The boxes of the two moments, up to `right`; then both with their menus.
std::array<base::Rect, 2> moment_boxes(Ui const& ui, CompareView const& view, float right,
                                       float top);
std::optional<Wish> draw_moments(Ui& ui, CompareView& view, std::array<base::Rect, 2> const& boxes);
// A short name of a moment: "Comité, 9 avril 2026".
std::string said_of(Ui const& ui, CompareView const& view, std::size_t side);

void draw_moves_matrix(Ui& ui, CompareView& view, ComparedSessions const& of,
                       base::Rect const& area);
void draw_moves_grid(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area);
void draw_rank_table(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area);
void draw_compare_panel(Ui& ui, CompareView& view, ComparedSessions const& of,
                        base::Rect const& area);

} // namespace ui
