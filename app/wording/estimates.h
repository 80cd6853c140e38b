#pragma once

#include "analysis/estimates/delphi.h"
#include "i18n/catalogue.h"

#include <span>
#include <string>
#include <vector>

// Texts about estimates and agreement.
namespace wording {

std::string agreement(i18n::Catalogue const& words, analysis::Agreement agreement);
// "12 estimations sur 12, 1 ne sait pas".
std::string people(i18n::Catalogue const& words, analysis::Cloud const& cloud);
// A text for too few estimates to show anything.
std::string too_few(i18n::Catalogue const& words);
// "Gravité 4,2, vraisemblance 6,0"; empty where risk is one number.
std::string two_risks(i18n::Catalogue const& words, analysis::Shape const& shape);
// "À cheval sur Lancer et Encadrer"; empty if not.
std::string astride(i18n::Catalogue const& words, analysis::Shape const& shape,
                    model::Axis const& axis);
// "Risque contesté : 5 plutôt faible, 7 plutôt fort"; empty if nothing is contested.
std::string contest(i18n::Catalogue const& words, analysis::Shape const& shape);
// The change since the previous round: least number of changed answers, and the median.
std::string movement(i18n::Catalogue const& words, analysis::Movement const& movement);
// The result of the stop rule.
std::string stop(i18n::Catalogue const& words, analysis::Stop stop, analysis::Shape const& shape);

// The results on an axis so far; clouds from `analysis::all_clouds`: "6 cas estimés · 4 en accord ·
// 1 contesté".
std::string so_far(i18n::Catalogue const& words,
                   std::span<std::vector<analysis::Cloud> const> clouds, std::size_t agreed);

// The scale on which the last visible round of an axis was answered, if not 0 to 10, and that it
// was converted; else empty.
std::string other_scales(i18n::Catalogue const& words, model::Document const& doc,
                         model::AxisId axis);

// The questions of a round: "12 cas · 8 axes".
std::string asked(i18n::Catalogue const& words, model::Document const& doc,
                  model::Round const& round);
// The number of ballots, and of people when known: "3 bulletins reçus sur 12".
std::string received(i18n::Catalogue const& words, std::size_t ballots, int headcount);
// "3 réponses sur 57".
std::string answered(i18n::Catalogue const& words, std::size_t answers, std::size_t of);
// One answer: "6,8 · 5,6", "ne sait pas", "–" for none.
std::string answer(i18n::Catalogue const& words, model::Estimate const* said);

} // namespace wording
