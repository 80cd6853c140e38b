#pragma once

#include "pictures/chips.h"
#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

#include <string_view>

// Numbered markers (circle: case, rounded square: axis) and pills.
namespace ui {

// A case's number in an outlined or filled disc, as on cards, in lists and tables.
enum class ChipFill { outlined, ink, accent };
struct CaseMark {
    std::string_view number;
    float diameter = 30; // design pixels; 30 on cards, 36 in lists
    ChipFill fill = ChipFill::outlined;
};
void draw_case_mark(Ui& ui, base::Vec2 centre, CaseMark const& mark);

using pictures::hue_of;
// The number of an axis in a rounded square of `size` screen pixels.
void draw_axis_badge(Ui& ui, base::Vec2 at, float size, int place);

// A text in a pill of the `sunken` colour, 32 design pixels high, its left centre at `at`. Returns
// its width.
float draw_pill(Ui& ui, base::Vec2 left_middle, std::string_view text);
float pill_width(Ui const& ui, std::string_view text);

using pictures::Outcome;
using pictures::OutcomeLook;
OutcomeLook look_of(Ui const& ui, Outcome outcome);

// A decision: icon, word, border; 40 design pixels high by default; « Plus tard » is dashed.
// Returns its width.
float draw_decision(Ui& ui, base::Vec2 left_middle, Outcome outcome, std::string_view word,
                    float height = 40);
float decision_width(Ui const& ui, std::string_view word);

// A key cap. Returns its width; `at`: its left centre.
float draw_key(Ui& ui, base::Vec2 left_middle, std::string_view key);
float key_width(Ui const& ui, std::string_view key);

} // namespace ui
