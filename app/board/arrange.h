#pragma once

#include "board/tool.h"
#include "edit/command.h"

// Converts interactions on the board into commands. Cards without a CardPlace get one at their
// displayed position with the first move, so that they stay there.
namespace board {

using Places = std::vector<std::pair<model::CaseId, base::Vec2>>;

// Moves the selection by `by`, dropped at `at` (board units). A frame takes along its cards and the
// annotations in it; cards dropped on another frame, or outside theirs, change groups. None when
// nothing would change.
std::optional<edit::Command> move_by(Scene const& scene, Marks const& marks,
                                     Selection const& selection, base::Vec2 by,
                                     std::optional<base::Vec2> at);

// Everything that moves with the selection: for a frame, all that it contains.
Selection carried_by(Scene const& scene, Marks const& marks, Selection const& selection);

// A frame resized to `area`: free cards whose centre is now inside join it.
std::optional<edit::Command> stretched(Scene const& scene, model::GroupId id,
                                       base::Rect const& area);

// Columns of compact cards below the title row, in reading order, and the frame around them.
struct Arranged {
    base::Rect area;
    Places cards;
};
Arranged arranged(Scene const& scene, CardSet const& cards, base::Vec2 corner,
                  std::size_t columns = 2);

// A new frame around the selected cards, at the top left of their present positions or, when it
// would cover other cards, below everything.
edit::Command frame_around(Scene const& scene, CardSet const& cards, model::GroupId id,
                           std::string title);

// A new frame on a rectangle drawn by the user: cards whose centre is inside join it, and stay
// where they are.
edit::Command frame_on(Scene const& scene, base::Rect const& area, model::GroupId id,
                       std::string title);

// Shrinks a frame to the size that its cards need.
std::optional<edit::Command> fitted_around(Scene const& scene, model::GroupId id);

// Moves the selected cards into a frame and arranges all its cards in as many columns as fit its
// width.
std::optional<edit::Command> sent_to(Scene const& scene, CardSet const& cards, model::GroupId id);

// Links two selected cards, from the lower number to the higher. None unless two are selected.
std::optional<edit::Command> linked(Scene const& scene, CardSet const& cards,
                                    model::AnnotationId id);

// Removes the whole selection. None when it is empty.
std::optional<edit::Command> removed(Selection const& selection);

// Duplicates the selected cards and annotations, slightly shifted; ids of the copies come from
// `mint_card` and `mint_mark`. `copies`: the selection afterwards.
using MintCard = std::function<model::CaseId()>;
using MintMark = std::function<model::AnnotationId()>;
std::optional<edit::Command> duplicated(Scene const& scene, Marks const& marks,
                                        Selection const& selection, MintCard const& mint_card,
                                        MintMark const& mint_mark, Selection& copies);

// Merges the selection into the card with the lowest number. None for fewer than two cards.
std::optional<edit::Command> merged(Scene const& scene, CardSet const& cards);

} // namespace board
