#pragma once

#include "base/geometry.h"
#include "model/document.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

// The measures of a card, and where cards go that nobody has put anywhere. In board units.
namespace board {

constexpr float card_width = 240;
constexpr float card_gap = 17.75F; // six columns at 90 % on a 1920 px wide screen
constexpr float card_padding_x = 18, card_padding_y = 15.5F;
constexpr float card_head = 33; // number, domain, source
constexpr float card_head_gap = 10;
constexpr float compact_least = 86; // height of a compact card of one or two lines

// The shapes of a card. In a frame, and in the step that groups, cards are compact.
enum class Form { full, compact };

// Width that the title of a card is broken at.
constexpr float title_width(Form form)
{
    return form == Form::full ? card_width - 2 * card_padding_x : card_width - 74;
}

// Height of a card whose title takes `text_height`.
float card_height(Form form, float text_height);

// How high the title of a case is, broken at `title_width`; injected by whoever has the fonts.
using Measure = std::function<float(model::CaseId, model::Case const&, Form)>;

// A card as the layout knows it. `at`: where somebody put it, if anybody did. `height`: in full.
struct Piece {
    int number = 0;
    model::CaseId id;
    float height = 0;
    std::optional<base::Vec2> at;
};

// Where the cards lie that nobody put anywhere, by number: in columns, each into the shortest, over
// the cards with lower numbers. So a later card never moves an earlier one.
struct Slot {
    int number = 0;
    model::CaseId id;
    base::Vec2 at;
};
std::vector<Slot> lay_out(std::vector<Piece> pieces);

// Where the next card falls: the shortest column of `area` (what can be seen), among `cards`.
// `height`: of the card; `hidden`: what covers the foot of some columns. Below everything when
// every column is full.
base::Vec2 falls_at(base::Rect const& area, std::span<base::Rect const> cards, float height,
                    base::Rect const& hidden = {});

} // namespace board
