#pragma once

#include "ui/screens/vote/vote_view.h"

// Parts of the set-up screen. Each edits the draft; the caller makes a command of the changes.
namespace ui {

// The gallery of methods, and the explanation of the chosen one. Returns its height.
float draw_methods(Ui& ui, model::Round& draft, base::Rect const& area, Enabled enabled);
// The rules of the method. Returns their height.
float draw_rules(Ui& ui, VoteView& view, model::Round& draft, base::Rect const& area,
                 Enabled enabled);
// Number of voters, way of voting, rooms, closing time.
float draw_electors(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                    base::Rect const& area, Enabled enabled);
// The list of rounds: choose, add, move, duplicate, remove.
void draw_rounds(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& area);
// The number of its rows.
std::size_t rounds_listed(VoteView const& view, Workshop const& workshop);
void draw_round_menu(Ui& ui, VoteView& view, Workshop const& workshop);
// The cases of the round.
void draw_round_cases(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                      base::Rect const& area, Enabled enabled);
void draw_cases_menu(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft);

} // namespace ui
