#pragma once

#include "analysis/estimates/cloud.h"
#include "analysis/estimates/placements.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "wording/votes/method_words.h"

#include <string>
#include <vector>

// Texts about placements and contradicting estimates.
namespace wording {

// The short name of an axis.
std::string axis_name(model::Axis const& axis);

// A new axis with default texts, to be edited.
model::Axis new_axis(i18n::Catalogue const& words, int place);

// "Lancer", "Encadrer"…; the axis's own name if it has one.
std::string quadrant(i18n::Catalogue const& words, analysis::Quadrant quadrant);
std::string quadrant(i18n::Catalogue const& words, model::Axis const& axis,
                     analysis::Quadrant quadrant);

// "risque 5,6, opportunité 6,8".
std::string levels(i18n::Catalogue const& words, model::Level opportunity, model::Level risk);
std::string levels(i18n::Catalogue const& words, analysis::Point at);
// "Médiane : risque 5,6, opportunité 6,8".
std::string median(i18n::Catalogue const& words, analysis::Shape const& shape);

// The data of one case on one axis; null: no placement, no round.
struct Standing {
    model::Placement const* settled = nullptr;
    analysis::Cloud const* cloud = nullptr;

    // Whether the placement contradicts the estimates.
    [[nodiscard]] bool contradicted() const;
};
// Its placement and how it was made, else the median; empty without either.
std::string where(i18n::Catalogue const& words, Standing const& standing);
// Its placement and the contradicting median; empty without contradiction.
std::string contradiction(i18n::Catalogue const& words, Standing const& standing);
// The contradiction and what is contested; empty without either.
std::string trouble(i18n::Catalogue const& words, Standing const& standing);
// "Contredit", else the agreement; empty when the cloud shows nothing.
std::string agreed(i18n::Catalogue const& words, Standing const& standing);

// Everything about a case on an axis, in one line.
std::string line(i18n::Catalogue const& words, model::Axis const& axis, model::Case const& text,
                 Standing const& standing);

// Conflicts between axes: favourable on one, a high risk on another; and axes where the case is
// contested or contradicted. May be empty.
std::string pulled_apart(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<analysis::ProfilePoint> const& profile,
                         std::vector<model::AxisId> const& contested,
                         std::vector<model::AxisId> const& contradicted);

// Its result in the reference round: "17 points, 2ᵉ du vote".
std::string voted(i18n::Catalogue const& words, CaseResult const& of);

// The number of labels that did not fit: "+ 3 noms".
std::string left_out(i18n::Catalogue const& words, std::size_t count);

} // namespace wording
