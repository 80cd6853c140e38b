#pragma once

#include "analysis/ranking/guard_rails.h"
#include "ui/kit/ui.h"

#include <span>
#include <string>

namespace ui {

// The number of open questions with a help icon, 30 design pixels high.
float open_pill_width(Ui const& ui, int count);
void draw_open_pill(Ui& ui, base::Vec2 left_middle, int count);

// The notices of a decision as a pill: the icon of the first, the number of open questions, all
// sentences as tooltip. Draws nothing without notices. The widget's value is that number. `but`: a
// notice shown elsewhere already.
void draw_notice_pill(Ui& ui, model::Document const& doc, model::DecisionKey const& key,
                      base::Vec2 left_middle, std::string const& id,
                      std::span<analysis::Notice const> but = {});
float notice_pill_width(Ui const& ui); // maximum

// The icon and colour of a notice.
unsigned notice_icon(analysis::Notice notice);
board::Color notice_color(Ui const& ui, analysis::Notice notice);

} // namespace ui
