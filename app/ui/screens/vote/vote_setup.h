#pragma once

#include "ui/screens/vote/vote_view.h"

// The parts of the screen on which a round is set up. Each changes the draft; whoever draws them
// all makes a command of what changed.
namespace ui {

// The methods as a gallery, and what the chosen one says to the room. Returns the height taken.
float draw_methods(Ui& ui, model::Round& draft, base::Rect const& area, Enabled enabled);
// The rules of the method. Returns the height taken.
float draw_rules(Ui& ui, VoteView& view, model::Round& draft, base::Rect const& area,
                 Enabled enabled);
// How many people, how they vote, until when.
float draw_electors(Ui& ui, VoteView& view, model::Round& draft, base::Rect const& area,
                    Enabled enabled);
// The rounds of the session: chosen, added, moved, duplicated, removed.
void draw_rounds(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& area);
// How many rows it has.
std::size_t rounds_listed(VoteView const& view, Workshop const& workshop);
void draw_round_menu(Ui& ui, VoteView& view, Workshop const& workshop);
// Which cases are voted on.
void draw_round_cases(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                      base::Rect const& area, Enabled enabled);
void draw_cases_menu(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft);

} // namespace ui
