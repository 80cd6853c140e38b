#pragma once

#include "analysis/ranking/why.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Explains a case's rank in common words: the terms of the index, the vote, its neighbours, the
// stability.
namespace wording {

// "5,85" for a number of hundredths.
std::string hundredths(i18n::Catalogue const& words, int value);

// The labels of the terms: "Opportunité, moyenne de 8 axes", "Risque 7,49 × 0,5", "Vote 5,3 ×
// 0,25", "Indice : 5ᵉ sur 24".
std::string opportunity_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                             analysis::RankedCase const& one);
std::string risk_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                      analysis::RankedCase const& one);
std::string vote_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                      analysis::RankedCase const& one);
std::string index_term(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                       analysis::RankedCase const& one);
// The whole sum as a sentence, as a text alternative.
std::string sum(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                analysis::RankedCase const& one);

// The changes that would exchange it with the case above, or below; a text for none.
std::string to_rise(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::Neighbour const& above);
std::string to_fall(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::Neighbour const& below);
// The cases that share its rank; empty for none.
std::string level_with(i18n::Catalogue const& words, model::Document const& doc,
                       std::vector<model::CaseId> const& level);

// How often it keeps this rank in the draws, and within which ranks it stays; needs draws.
std::string rank_share(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                       analysis::RankedCase const& one);
std::string rank_between(i18n::Catalogue const& words, analysis::RankedCase const& one);

// A specialist term, explained in a sentence.
enum class Term { topsis, promethee, regret, pareto, seed, kendall };
std::string explained(i18n::Catalogue const& words, Term term);

} // namespace wording

namespace base {
template <>
struct Names<wording::Term> {
    static constexpr std::array<std::string_view, 6> list{"topsis", "promethee", "regret",
                                                          "pareto", "seed",      "kendall"};
};
} // namespace base
