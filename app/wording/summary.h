#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"

#include <string>
#include <vector>

// What a session came to, in plain sentences made of its data: the opening of a report.
namespace wording {

// What is spoken of. The order may be without draws.
struct Situation {
    model::Document const& doc;
    analysis::Ranking const& ranking;
    analysis::Tally const* vote = nullptr; // the one that counts in the order; null: none
};

// How many cases there are, and how many were merged into others.
std::string gathered(i18n::Catalogue const& words, model::Document const& doc);
// What was decided of them, the committee's decision standing over the workshop's.
std::string outcome(i18n::Catalogue const& words, model::Document const& doc);
// Who is first in the order, on how little it rests and how far it holds; why there is no order.
// Empty without cases.
std::string ahead(i18n::Catalogue const& words, Situation const& of);
// Who is first in the vote that counts; why no vote counts. Empty without cases.
std::string voted(i18n::Catalogue const& words, Situation const& of);
// Which cases divide the room, in the vote or on which axes; that none does, where the room
// estimated; else empty.
std::string divided(i18n::Catalogue const& words, Situation const& of);
// How many cases carry a risk to be looked into; empty of none.
std::string to_look_into(i18n::Catalogue const& words, Situation const& of);

// All of these in paragraphs: what came of it, the vote and the order, what is to be minded.
// Without those that would be empty.
std::vector<std::string> summary(i18n::Catalogue const& words, Situation const& of);

// A number that stands by itself, and what it counts: "17", "décisions prises, 7 à prendre".
struct Figure {
    std::string value, counts;
};
// Cases, people, decisions, how far the order holds; without those of which nothing is known.
std::vector<Figure> figures(i18n::Catalogue const& words, Situation const& of);

} // namespace wording
