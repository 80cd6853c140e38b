#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"

#include <string>
#include <vector>

// A summary of a session in sentences: the start of a report.
namespace wording {

// The input. The order may lack draws.
struct Situation {
    model::Document const& doc;
    analysis::Ranking const& ranking;
    analysis::Tally const* vote = nullptr; // of the reference round; null: none
};

// The number of cases, and of merged ones.
std::string gathered(i18n::Catalogue const& words, model::Document const& doc);
// The decisions, the committee's taking precedence.
std::string decisions_so_far(i18n::Catalogue const& words, model::Document const& doc);
// The first in the order, its lead and stability; why there is no order. Empty without cases.
std::string ahead(i18n::Catalogue const& words, Situation const& of);
// The first in the reference round; why there is none. Empty without cases.
std::string voted(i18n::Catalogue const& words, Situation const& of);
// The contested cases, in the vote or on which axes; a text for none if there are estimates; else
// empty.
std::string divided(i18n::Catalogue const& words, Situation const& of);
// The number of cases with a veto; empty for none.
std::string to_look_into(i18n::Catalogue const& words, Situation const& of);

// All of these as paragraphs: decisions, vote and order, reservations. Without empty ones.
std::vector<std::string> summary(i18n::Catalogue const& words, Situation const& of);

// A key figure and its label: "17", "décisions prises, 7 à prendre".
struct Figure {
    std::string value, counts;
};
// Cases, people, decisions, stability; without unknown ones.
std::vector<Figure> figures(i18n::Catalogue const& words, Situation const& of);

} // namespace wording
