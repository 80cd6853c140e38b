#pragma once

#include "analysis/ranking/why.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Why a case has its rank, in words that need no method: the sum term by term, the vote that
// counts, what is near, how solid it is.
namespace wording {

// "5,85" of so many hundredths.
std::string hundredths(i18n::Catalogue const& words, int value);

// The terms of the sum, as the lines of a sum are named: "Opportunité, moyenne de 8 axes", "Risque
// 7,49 × 0,5", "Vote 5,3 × 0,25", "Indice : 5ᵉ sur 24".
std::string opportunity_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                             analysis::RankedCase const& one);
std::string risk_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                      analysis::RankedCase const& one);
std::string vote_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                      analysis::RankedCase const& one);
std::string index_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                       analysis::RankedCase const& one);
// The whole sum in one sentence, for whoever does not see it drawn.
std::string sum(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                analysis::RankedCase const& one);

// What would bring it before the case above, or behind the one below; that no single change does.
std::string to_rise(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::Neighbour const& above);
std::string to_fall(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::Neighbour const& below);
// Which cases share its rank; empty of none.
std::string level_with(i18n::Catalogue const& words, model::Document const& doc,
                       std::vector<model::CaseId> const& level);

// How often it has this rank when ballots and weights change a little, and between which ranks it
// then stays; of an order with draws.
std::string rank_share(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                       analysis::RankedCase const& one);
std::string rank_between(i18n::Catalogue const& words, analysis::RankedCase const& one);

// A term that nobody needs, in a sentence for whoever meets it.
enum class Term { topsis, promethee, regret, pareto, seed, schulze, kendall };
std::string explained(i18n::Catalogue const& words, Term term);

} // namespace wording

namespace base {
template <>
struct Names<wording::Term> {
    static constexpr std::array<std::string_view, 7> list{"topsis", "promethee", "regret", "pareto",
                                                          "seed",   "schulze",   "kendall"};
};
} // namespace base
