#pragma once

#include "board/arrange.h"
#include "board/pack.h"

// Tidying the board: aligns, spaces evenly or packs frames, cards and annotations. The number of
// columns is the one with the largest zoom in one of `spaces`.
namespace board {

// Returns the height to reserve for a card in any form; provided by the code that has the fonts.
using RoomFor = std::function<float(Card const&)>;

// Sorts a frame's cards and fits the frame to them: two columns, or more when the frame would not
// fit on the screen at reading zoom.
std::optional<edit::Command> tidied(Scene const& scene, model::GroupId id, Spaces const& spaces);

// Arranges cards by number in equal columns, from the position of the first; those of one frame
// stay in it. None for fewer than two.
std::optional<edit::Command> tidied(Scene const& scene, CardSet const& cards, RoomFor const& room,
                                    Spaces const& spaces);

// Tidies everything: the frames by number, each tidied, in columns, each where there is most space;
// free cards below; annotations in a frame move with it, others out of the way. None on an empty
// board.
struct TidyBoard {
    std::optional<edit::Command> command; // none: already tidy
    base::Rect area;                      // the area covered afterwards
};
std::optional<TidyBoard> tidied_board(Scene const& scene, Marks const& marks, RoomFor const& room,
                                      Spaces const& spaces);

// Aligns the selection by an edge or by centres.
enum class Alignment { left, centre, right, top, middle, bottom };
std::optional<edit::Command> aligned(Scene const& scene, Marks const& marks,
                                     Selection const& selection, Alignment how);

// Spaces three or more things evenly between the first and the last.
enum class Direction { across, down };
std::optional<edit::Command> spread(Scene const& scene, Marks const& marks,
                                    Selection const& selection, Direction direction);

} // namespace board
