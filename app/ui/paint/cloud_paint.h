#pragma once

#include "analysis/estimates/delphi.h"
#include "pictures/profile.h"
#include "ui/kit/ui.h"

#include <string>

// What a room's estimates say, in signs and words. Nothing here decides or stores.
namespace ui {

// How far people agree: a sign and a word, as tall as a pill. Returns its width.
float draw_agreement(Ui& ui, base::Vec2 left_middle, analysis::Agreement agreement);

// In its place where a case is settled elsewhere than the room says: no agreement on that.
using pictures::icon_contradicted;
float draw_contradicted(Ui& ui, base::Vec2 left_middle);

std::string agreement_said(Ui const& ui, analysis::Agreement agreement);
// "12 estimations sur 12, 1 ne sait pas"; how many it takes when there are too few.
std::string people_said(Ui const& ui, analysis::Cloud const& cloud);
// "À cheval sur Lancer et Encadrer"; empty when it is not.
std::string astride_said(Ui const& ui, analysis::Shape const& shape, model::Axis const& axis);
// "Risque contesté : 5 plutôt faible, 7 plutôt fort"; empty when nothing is.
std::string contest_said(Ui const& ui, analysis::Shape const& shape);
// What moved since the round before: how many at least changed their mind, and the median.
std::string movement_said(Ui const& ui, analysis::Movement const& movement);
// What the stop rule proposes.
std::string stop_said(Ui const& ui, analysis::Stop stop, analysis::Shape const& shape);

} // namespace ui
