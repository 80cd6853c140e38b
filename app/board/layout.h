#pragma once

#include "base/geometry.h"
#include "model/document.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

// Dimensions of cards, and the automatic layout of cards without a position. Board units.
namespace board {

constexpr float card_width = 240;
constexpr float card_gap = 17.75F; // six columns at 90 % on a 1920 px wide screen
constexpr float card_padding_x = 18, card_padding_y = 15.5F;
constexpr float card_head = 33; // number, domain, source
constexpr float card_head_gap = 10;
constexpr float compact_least = 86; // height of a compact card of one or two lines

// Card forms. Cards are compact in a frame and in Regrouper.
enum class Form { full, compact };

// The width at which a card's title wraps.
constexpr float title_width(Form form)
{
    return form == Form::full ? card_width - 2 * card_padding_x : card_width - 74;
}

// The height of a card whose title is `text_height` high.
float card_height(Form form, float text_height);

// Returns the height of a case's title wrapped at `title_width`; provided by the code that has the
// fonts.
using Measure = std::function<float(model::CaseId, model::Case const&, Form)>;

// A card to lay out. `at`: its position, if it has one. `height`: in full form.
struct Piece {
    int number = 0;
    model::CaseId id;
    float height = 0;
    std::optional<base::Vec2> at;
};

// Positions of the cards without one, by number: in columns, each card in the shortest column,
// avoiding cards with lower numbers. So a later card never moves an earlier one.
struct Slot {
    int number = 0;
    model::CaseId id;
    base::Vec2 at;
};
std::vector<Slot> lay_out(std::vector<Piece> pieces);

// The position of the next new card: the shortest column of `area` (the visible part) among
// `cards`. `height`: of the card; `hidden`: panels that cover the bottom of some columns. Below
// everything when all columns are full.
base::Vec2 falls_at(base::Rect const& area, std::span<base::Rect const> cards, float height,
                    base::Rect const& hidden = {});

} // namespace board
