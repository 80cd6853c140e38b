#pragma once

#include "analysis/estimates/cloud.h"
#include "analysis/estimates/placements.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"

#include <string>
#include <vector>

// Where cases lie on the axes, and what the room has against it.
namespace wording {

// Under which an axis goes where there is little room.
std::string axis_name(model::Axis const& axis);

// An axis that was just added, at a place: its words are there to be written over.
model::Axis new_axis(i18n::Catalogue const& words, int place);

// "Lancer", "Encadrer"…; the axis's own word where it has one.
std::string quadrant(i18n::Catalogue const& words, analysis::Quadrant quadrant);
std::string quadrant(i18n::Catalogue const& words, model::Axis const& axis,
                     analysis::Quadrant quadrant);

// Both numbers as they are read: "risque 5,6, opportunité 6,8".
std::string levels(i18n::Catalogue const& words, model::Level opportunity, model::Level risk);
std::string levels(i18n::Catalogue const& words, analysis::Point at);
// "Médiane : risque 5,6, opportunité 6,8".
std::string median(i18n::Catalogue const& words, analysis::Shape const& shape);

// What is known of one case on one axis; null: it is not settled, no round asked of it.
struct Standing {
    model::Placement const* settled = nullptr;
    analysis::Cloud const* cloud = nullptr;

    // It is settled where the room does not put it.
    [[nodiscard]] bool contradicted() const;
};
// Where it is and by what, else the room's median; empty where neither is.
std::string where(i18n::Catalogue const& words, Standing const& standing);
// Where it is settled, and where the room puts it, which is elsewhere; empty when it is not.
std::string contradiction(i18n::Catalogue const& words, Standing const& standing);
// The contradiction, and what the room is divided on; empty where there is neither.
std::string trouble(i18n::Catalogue const& words, Standing const& standing);
// "Contredit", else how far the room agrees; empty where nothing of it is shown.
std::string agreed(i18n::Catalogue const& words, Standing const& standing);

// All that is said of a case on an axis, in one line.
std::string line(i18n::Catalogue const& words, model::Axis const& axis, model::Case const& text,
                 Standing const& standing);

// Where the axes pull apart: favourable here, a risk to look into there; and those on which the
// case is contested, or contradicted. Empty when nothing of that is so.
std::string pulled_apart(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<analysis::ProfilePoint> const& profile,
                         std::vector<model::AxisId> const& contested,
                         std::vector<model::AxisId> const& contradicted);

// What a case got in the vote that counts: "17 points, 2ᵉ du vote".
std::string voted(i18n::Catalogue const& words, analysis::CaseTally const& one);

// How many names found no place beside their points: "+ 3 noms".
std::string left_out(i18n::Catalogue const& words, std::size_t count);

} // namespace wording
