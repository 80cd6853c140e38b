#pragma once

#include "ui/kit/ui.h"

#include <optional>
#include <string_view>

// Circle = case, rounded square = axis: the two numbered marks of the design, and the pills.
namespace ui {

// The number of a case in an outlined or filled disc, as on cards, in lists and tables.
enum class ChipFill { outlined, ink, accent };
struct CaseMark {
    std::string_view number;
    float diameter = 30; // design pixels; 30 on cards, 36 in lists
    ChipFill fill = ChipFill::outlined;
};
void draw_case_mark(Ui& ui, base::Vec2 centre, CaseMark const& mark);

// A case on a matrix.
enum class ChipState { rest, selected, before, unplaced };
struct CaseChip {
    std::string_view number;
    std::optional<std::size_t> axis; // 0 to 7; without: ink, for several axes averaged
    float radius = 22; // screen pixels; 27 hovered, 21 and 16 in small ones (design pixels)
    ChipState state = ChipState::rest;
    enum class Badge { none, contested, locked } badge = Badge::none;
    float alpha = 1;
};
void draw_case_chip(Ui& ui, base::Vec2 centre, CaseChip const& chip);

// The « ≠ » disc of what is contested, `radius` in screen pixels (11.5 design pixels on a chip).
void draw_contested_badge(Ui& ui, base::Vec2 centre, float radius);

// The hue of the axis whose place is this, 0 to 7. There may be more axes than hues: the number
// tells them apart.
std::size_t hue_of(int place);
// An axis by its place, in its rounded square of `size` screen pixels.
void draw_axis_badge(Ui& ui, base::Vec2 at, float size, int place);

// A count or a word in a pill of the `sunken` colour, 32 design pixels high, its left middle at
// `at`. Returns its width.
float draw_pill(Ui& ui, base::Vec2 left_middle, std::string_view text);
float pill_width(Ui const& ui, std::string_view text);

// The four outcomes. They say where a case lies on a matrix (confort takes the place of later) and
// what is decided of it.
enum class Outcome { launch, safeguard, later, set_aside, comfort };
struct OutcomeLook {
    unsigned icon = 0;
    board::Color text, tint, border;
};
OutcomeLook look_of(Ui const& ui, Outcome outcome);

// Icon, word, border: 40 design pixels high by default. « Plus tard » is dashed. Returns its width.
float draw_decision(Ui& ui, base::Vec2 left_middle, Outcome outcome, std::string_view word,
                    float height = 40);
float decision_width(Ui const& ui, std::string_view word);

// A key as it is printed on a keyboard. Returns its width; `at` is its left middle.
float draw_key(Ui& ui, base::Vec2 left_middle, std::string_view key);
float key_width(Ui const& ui, std::string_view key);

} // namespace ui
