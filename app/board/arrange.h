#pragma once

#include "board/tool.h"
#include "edit/command.h"

// From what the hand or a key meant to the one command that does it. Cards that no CardPlace lays
// are laid down where they show with the first move, so that they stay there.
namespace board {

using Places = std::vector<std::pair<model::CaseId, base::Vec2>>;

// The selection moved by `by`, let go at `at` (board). A frame carries its cards and what is
// written in it; cards let go on another frame, or out of theirs, change groups. None when nothing
// would change.
std::optional<edit::Command> move_by(Scene const& scene, Marks const& marks,
                                     Selection const& selection, base::Vec2 by,
                                     std::optional<base::Vec2> at);

// What moves with the selection: of a frame, all that lies in it.
Selection carried_by(Scene const& scene, Marks const& marks, Selection const& selection);

// A frame stretched to `area`: free cards whose middle it now holds become its cards.
std::optional<edit::Command> stretched(Scene const& scene, model::GroupId id,
                                       base::Rect const& area);

// Columns of compact cards under the title row, in reading order; the frame around them.
struct Arranged {
    base::Rect area;
    Places cards;
};
Arranged arranged(Scene const& scene, CardSet const& cards, base::Vec2 corner,
                  std::size_t columns = 2);

// A frame around the selected cards, arranged at the top left of where they lie or, when that would
// cover other cards, below everything.
edit::Command frame_around(Scene const& scene, CardSet const& cards, model::GroupId id,
                           std::string title);

// An empty frame on a rectangle drawn by hand: cards with their middle in it are its cards, and
// stay where they are.
edit::Command frame_on(Scene const& scene, base::Rect const& area, model::GroupId id,
                       std::string title);

// A frame no larger than its cards need, where they lie.
std::optional<edit::Command> fitted_around(Scene const& scene, model::GroupId id);

// The selected cards into a frame, arranged with those it has in as many columns as it is wide.
std::optional<edit::Command> sent_to(Scene const& scene, CardSet const& cards, model::GroupId id);

// A link from one card to the other, in the order of their numbers. None unless two are selected.
std::optional<edit::Command> linked(Scene const& scene, CardSet const& cards,
                                    model::AnnotationId id);

// All of the selection removed. None when there is nothing.
std::optional<edit::Command> removed(Selection const& selection);

// The same cards and the same writing once more, a little further on; the copies' ids come from
// `mint_card` and `mint_mark`. `copies`: what is then to be selected.
using MintCard = std::function<model::CaseId()>;
using MintMark = std::function<model::AnnotationId()>;
std::optional<edit::Command> duplicated(Scene const& scene, Marks const& marks,
                                        Selection const& selection, MintCard const& mint_card,
                                        MintMark const& mint_mark, Selection& copies);

// The selection merged into its smallest number. None for fewer than two cards.
std::optional<edit::Command> merged(Scene const& scene, CardSet const& cards);

} // namespace board
