#pragma once

#include "board/marks.h"

namespace board {

// The selection: cards and annotations, or one frame.
struct Selection {
    CardSet cards;
    model::GroupId frame; // excludes the others; or none
    MarkSet marks = {};
    friend bool operator==(Selection const&, Selection const&) = default;
    [[nodiscard]] bool empty() const { return cards.empty() && !frame && marks.empty(); }
};

// The bounding box of what can be moved (links follow their cards); none when empty.
std::optional<base::Rect> around(Scene const& scene, Marks const& marks,
                                 Selection const& selection);

} // namespace board
