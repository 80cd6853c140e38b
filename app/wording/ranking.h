#pragma once

#include "analysis/estimates/placements.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"

#include <map>
#include <string>

// The final order: the convention that makes it, how solid it is, why a case has its place.
namespace wording {

// A weight or coefficient in thousandths, with as many decimals as it takes: "0,5", "0,25".
std::string factor(i18n::Catalogue const& words, int milli);
// "indice = opportunité − 0,5 × risque + 0,25 × vote 3".
std::string convention(i18n::Catalogue const& words, model::Document const& doc,
                       analysis::Ranking const& ranking);
// Which weights of the axes are not 1; `tried` in thousandths, instead of what the session states.
std::string weights(i18n::Catalogue const& words, model::Document const& doc,
                    std::map<model::AxisId, int> const& tried = {});
// The vote that counts: "Vote 3", or that there is none.
std::string reference(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Ranking const& ranking);
// A vote among others: "3. Que lancer d’abord ? · revote".
std::string vote(i18n::Catalogue const& words, model::Round const& round);
// Who took part in a vote: "23 bulletins", or that hands were raised.
std::string people(i18n::Catalogue const& words, model::Document const& doc, model::RoundId vote);

// From which share of the draws an order is solid, and under which it is fragile: DESIGN_TOKENS,
// 06.
inline constexpr double holds_from = 0.9, fragile_under = 0.7;
// "Ce classement tient dans 94 % des tirages", or that it is fragile; of an order with draws.
std::string solidity(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// How many draws, and what they count; how many were made of `total` while they go on.
std::string draws(i18n::Catalogue const& words, int draws, int first);
std::string drawing(i18n::Catalogue const& words, analysis::Progress progress);
// What a draw is, and with which seed.
std::string about_draws(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// How many people decide who is first; empty when nobody was left out yet.
std::string voices(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// The heading of the swaps around the last of the first, or that there are none.
std::string swaps(i18n::Catalogue const& words, analysis::Ranking const& ranking);

// "3–5"; one number when both ends are the same.
std::string between(int low, int high);
std::string interval(analysis::RankedCase const& one);
// "Rang 3 (2–5 neuf fois sur dix)", of a case that is placed; how its index is made is in why.h.
std::string rank(i18n::Catalogue const& words, analysis::RankedCase const& one);
// How often it is among the first; empty without draws.
std::string among_first(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                        analysis::RankedCase const& one);
// Without how many people its place would change; empty when it hangs on nobody.
std::string hangs_on(i18n::Catalogue const& words, analysis::RankedCase const& one);
// What its vote brings to the order: "Vote 3 : 17 points → 5,3"; empty when no vote counts.
std::string conversion(i18n::Catalogue const& words, model::Document const& doc,
                       analysis::Ranking const& ranking, analysis::Tally const* vote,
                       analysis::RankedCase const& one);
// "12, Tri du courrier : opportunité 6,8, risque 5,6, couche 1"; of a case that is placed.
std::string on_the_plot(i18n::Catalogue const& words, model::Document const& doc,
                        analysis::RankedCase const& one);

// What speaks against its place, in one sentence each; empty where that is not so: a risk to be
// looked into, on one axis, or on all of them with what `body` decided in spite of it; axes where
// it is settled elsewhere than the room says; axes that are missing; axes that pull apart.
std::string veto(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::AxisValue const& value);
std::string veto(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::RankedCase const& one, model::Body body);
std::string contradicted(i18n::Catalogue const& words, model::Document const& doc,
                         analysis::RankedCase const& one);
std::string missing(i18n::Catalogue const& words, model::Document const& doc,
                    analysis::RankedCase const& one);
std::string conflict(i18n::Catalogue const& words, model::Document const& doc, model::CaseId on);

} // namespace wording
