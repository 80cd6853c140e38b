#pragma once

#include "board/arrange.h"
#include "board/pack.h"

// The board put in order: frames, cards and writing in line, evenly apart, or packed. How many
// columns there are is what shows the whole largest in one of `spaces`.
namespace board {

// The height to keep free for a card, whatever its form is at another step; injected by whoever has
// the fonts.
using RoomFor = std::function<float(Card const&)>;

// A frame's cards in order again, the frame fitted to them: two side by side, more when the frame
// would not show whole at the zoom that one reads at.
std::optional<edit::Command> tidied(Scene const& scene, model::GroupId id, Spaces const& spaces);

// Cards by number in even columns, from where the first of them lies; those of one frame stay in
// it. None for fewer than two.
std::optional<edit::Command> tidied(Scene const& scene, CardSet const& cards, RoomFor const& room,
                                    Spaces const& spaces);

// Everything: the frames by number, each tidied, in columns, each where there is most room; the
// free cards below; what is written in a frame goes with it, what is written elsewhere moves out of
// the way. None on an empty board.
struct TidyBoard {
    std::optional<edit::Command> command; // none: it is in order already
    base::Rect area;                      // what is then covered
};
std::optional<TidyBoard> tidied_board(Scene const& scene, Marks const& marks, RoomFor const& room,
                                      Spaces const& spaces);

// What is selected brought into line, by an edge or the middles.
enum class Alignment { left, centre, right, top, middle, bottom };
std::optional<edit::Command> aligned(Scene const& scene, Marks const& marks,
                                     Selection const& selection, Alignment how);

// With even gaps from the first to the last; three things or more.
enum class Direction { across, down };
std::optional<edit::Command> spread(Scene const& scene, Marks const& marks,
                                    Selection const& selection, Direction direction);

} // namespace board
