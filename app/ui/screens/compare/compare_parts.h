#pragma once

#include "ui/screens/compare/compare_view.h"

// The parts of the comparison, each in a file of its own. Private to this folder.
namespace ui {

// Where the two moments stand, up to `right`; then both with their menus.
std::array<base::Rect, 2> moment_boxes(Ui const& ui, CompareView const& view, float right,
                                       float top);
std::optional<Wish> draw_moments(Ui& ui, CompareView& view, std::array<base::Rect, 2> const& boxes);
// What a moment is called where there is little room: "Comité, 9 avril 2026".
std::string said_of(Ui const& ui, CompareView const& view, std::size_t side);

void draw_moves_matrix(Ui& ui, CompareView& view, ComparedSessions const& of,
                       base::Rect const& area);
void draw_moves_grid(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area);
void draw_rank_table(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area);
void draw_compare_panel(Ui& ui, CompareView& view, ComparedSessions const& of,
                        base::Rect const& area);

} // namespace ui
