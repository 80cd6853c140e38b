#pragma once

#include "ui/screens/rooms/rooms.h"

// Shared by the files of this folder.
namespace ui {

inline constexpr Type small_type{Face::regular, 16, 22};

unsigned icon_of(SharedRoom const& room);
// "reliée · 10 téléphones", "coupée depuis 4 min"
std::string state_of(Ui const& ui, SharedRoom const& room);
// "3 salles reliées", "2 salles reliées sur 3", "Ce poste est seul"
std::string head_of(Ui const& ui, SharedState const& shared);
// A letter in a rounded square of `side` design pixels.
void draw_letter(Ui& ui, base::Rect const& box, SharedRoom const& room);

// Details where a room is cut: all, or what to check only where space is left for what stands
// below.
enum class Details { all, where_room };

// What is below the rooms, from `y` down: an absence, ballots waited for, who leads. Returns the
// new `y`.
float draw_absences(Ui& ui, Workshop const& workshop, base::Rect const& area, float y,
                    Details details, Asked& asked);
float draw_waits(Ui& ui, Workshop const& workshop, base::Rect const& area, float y, Asked& asked);
float draw_lead(Ui& ui, Workshop const& workshop, base::Rect const& area, float y, Asked& asked);
float draw_rooms_list(Ui& ui, SharedState const& shared, base::Rect const& area, float y);

} // namespace ui
