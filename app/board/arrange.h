#pragma once

#include "board/tool.h"
#include "edit/command.h"

// From what the hand or a key meant to the one command that does it. Cards that no CardPlace lays
// are laid down where they show with the first move, so that they stay there.
namespace board {

using Places = std::vector<std::pair<model::CaseId, base::Vec2>>;

// The selection moved by `by`, let go at `at` (board). A frame carries its cards; cards let go on
// another frame, or out of theirs, change groups. None when nothing would change.
std::optional<edit::Command> move_by(Scene const& scene, Selection const& selection, base::Vec2 by,
                                     std::optional<base::Vec2> at);

// Two columns of compact cards under the title row, in reading order; the frame around them.
struct Arranged {
    base::Rect area;
    Places cards;
};
Arranged arranged(Scene const& scene, CardSet const& cards, base::Vec2 corner);

// A frame around the selected cards, arranged at the top left of where they lie or, when that would
// cover other cards, below everything.
edit::Command frame_around(Scene const& scene, CardSet const& cards, model::GroupId id,
                           std::string title);

// An empty frame on a rectangle drawn by hand: cards with their middle in it are its cards, and
// stay where they are.
edit::Command frame_on(Scene const& scene, base::Rect const& area, model::GroupId id,
                       std::string title);

// A frame's cards in order again, the frame fitted to them.
std::optional<edit::Command> tidied(Scene const& scene, model::GroupId id);

// The selected cards into a frame, arranged with those it has.
std::optional<edit::Command> sent_to(Scene const& scene, CardSet const& cards, model::GroupId id);

// The selection merged into its smallest number. None for fewer than two cards.
std::optional<edit::Command> merged(Scene const& scene, CardSet const& cards);

} // namespace board
