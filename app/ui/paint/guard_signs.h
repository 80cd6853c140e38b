#pragma once

#include "analysis/ranking/guard_rails.h"
#include "ui/kit/ui.h"

#include <span>
#include <string>

namespace ui {

// An open count: a help sign and its number, 30 design pixels high.
float open_pill_width(Ui const& ui, int count);
void draw_open_pill(Ui& ui, base::Vec2 left_middle, int count);

// What the records say beside a decision, as a pill: the sign of what comes first, how many
// questions are open, every sentence under the pointer. Draws nothing where nothing is said. The
// widget's value is that count. `but`: what is said beside it already.
void draw_notice_pill(Ui& ui, model::Document const& doc, model::DecisionKey const& key,
                      base::Vec2 left_middle, std::string const& id,
                      std::span<analysis::Notice const> but = {});
float notice_pill_width(Ui const& ui); // of the widest

// The sign and colour before one of those sentences.
unsigned notice_icon(analysis::Notice notice);
board::Color notice_color(Ui const& ui, analysis::Notice notice);

} // namespace ui
