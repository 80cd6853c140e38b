#pragma once

#include "analysis/estimates/placements.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"

#include <map>
#include <string>

// Texts about the final order: its parameters, its stability, and the rank of a case.
namespace wording {

// A weight or coefficient given in thousandths, with the decimals needed: "0,5", "0,25".
std::string factor(i18n::Catalogue const& words, int milli);
// "indice = opportunité − 0,5 × risque + 0,25 × vote 3".
std::string convention(i18n::Catalogue const& words, model::Document const& doc,
                       analysis::Ranking const& ranking);
// The weights of axes other than 1; `tried`: thousandths used instead of the session's.
std::string weights(i18n::Catalogue const& words, model::Document const& doc,
                    std::map<model::AxisId, int> const& tried = {});
// The reference round: "Vote 3", or a text for none.
std::string reference(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Ranking const& ranking);
// A vote in a list: "3. Que lancer d’abord ? · revote".
std::string vote(i18n::Catalogue const& words, model::Round const& round);
// That a result is newer than the one that counts, and what counting it means.
std::string newer(i18n::Catalogue const& words, model::Document const& doc, model::RoundId vote);
// The participation in a vote: "23 bulletins", or that hands were raised.
std::string people(i18n::Catalogue const& words, model::Document const& doc, model::RoundId vote);

// The shares of draws from which an order is called solid, and below which fragile.
inline constexpr double holds_from = 0.9, fragile_under = 0.7;
// "La tête du classement tient dans 94 % des tirages", or that it is fragile; needs draws.
std::string solidity(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// The number of draws and what they count; while running, the number made of `total`.
std::string draws(i18n::Catalogue const& words, int draws, int first);
std::string drawing(i18n::Catalogue const& words, analysis::Progress progress);
// Explains a draw, with the seed.
std::string about_draws(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// How many people's absence would change the first cases; empty before that is computed.
std::string voices(i18n::Catalogue const& words, analysis::Ranking const& ranking);
// The heading of the swaps across the cut, or a text for none.
std::string swaps(i18n::Catalogue const& words, analysis::Ranking const& ranking);

// "3–5"; one number when both are equal.
std::string between(int low, int high);
std::string interval(analysis::RankedCase const& one);
// "Rang 3 (2–5 neuf fois sur dix)", for a placed case; its index is explained in why.h.
std::string rank(i18n::Catalogue const& words, analysis::RankedCase const& one);
// The share of draws among the first; empty without draws.
std::string among_first(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                        analysis::RankedCase const& one);
// How many people's absence would change its place; empty for none.
std::string hangs_on(i18n::Catalogue const& words, analysis::RankedCase const& one);
// Its contribution from the vote: "Vote 3 : 17 points → 5,3"; empty without a reference round.
std::string conversion(i18n::Catalogue const& words, model::Document const& doc,
                       analysis::Ranking const& ranking, analysis::Tally const* vote,
                       analysis::RankedCase const& one);
// "12, Tri du courrier : opportunité 6,8, risque 5,6, couche 1"; for a placed case.
std::string on_the_plot(i18n::Catalogue const& words, model::Document const& doc,
                        analysis::RankedCase const& one);

// Reservations about its rank, one sentence each, empty if not applicable: a veto, on one axis or
// in general, with a decision of `body` in spite of it; axes where the placement contradicts the
// estimates; axes without placement; conflicts between axes.
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
