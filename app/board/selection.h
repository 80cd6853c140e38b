#pragma once

#include "board/marks.h"

namespace board {

// What the hand or the keys have chosen: cards and what is written beside them, or one frame.
struct Selection {
    CardSet cards;
    model::GroupId frame; // alone, or none
    MarkSet marks = {};
    friend bool operator==(Selection const&, Selection const&) = default;
    [[nodiscard]] bool empty() const { return cards.empty() && !frame && marks.empty(); }
};

// Around what can be moved of it (a link follows its cards); none when there is nothing.
std::optional<base::Rect> around(Scene const& scene, Marks const& marks,
                                 Selection const& selection);

} // namespace board
