#include "wording/why.h"

#include "wording/lists.h"
#include "wording/ranking.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace wording {
namespace {

using analysis::RankedCase;
using analysis::Ranking;
using i18n::Catalogue;

std::string changes(Catalogue const& words, Ranking const& ranking,
                    analysis::Neighbour const& neighbour, char const* points, char const* sentence)
{
    std::vector<std::string> ways;
    if (neighbour.points) ways.push_back(words.text(points, words.number(*neighbour.points)));
    if (neighbour.lambda)
        ways.push_back(words.text("why.by.risk", words.decimal(*neighbour.lambda, 2),
                                  factor(words, ranking.lambda_milli)));
    if (neighbour.mu && ways.size() < 2)
        ways.push_back(words.text("why.by.vote", words.decimal(*neighbour.mu, 2),
                                  factor(words, ranking.mu_milli)));
    if (ways.empty()) return words.text("why.by.nothing");
    auto said = ways.front();
    for (std::size_t i = 1; i < ways.size(); ++i) said = words.text("why.or", said, ways[i]);
    return words.text(sentence, said);
}

} // namespace

std::string hundredths(Catalogue const& words, int value)
{
    return words.decimal(value / 100.0, 2);
}

std::string opportunity_term(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    if (one.axes_placed < ranking.axes)
        return words.text("why.opportunity.some", one.axes_placed, ranking.axes);
    return words.text("why.opportunity", ranking.axes);
}

std::string risk_term(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    return words.text("why.risk", words.decimal(*one.risk, 2), factor(words, ranking.lambda_milli));
}

std::string vote_term(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    if (!ranking.reference) return words.text("why.vote.none");
    return words.text("why.vote", words.decimal(one.vote, 2), factor(words, ranking.mu_milli));
}

std::string index_term(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    return words.text("why.index", words.ordinal(one.rank), ranking.placed);
}

std::string sum(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    auto const terms = analysis::index_sum(ranking, one);
    return words.text("why.sum", hundredths(words, terms.opportunity),
                      hundredths(words, terms.risk), hundredths(words, terms.vote),
                      hundredths(words, terms.index));
}

std::string to_rise(Catalogue const& words, Ranking const& ranking,
                    analysis::Neighbour const& above)
{
    return changes(words, ranking, above, "why.by.more", "why.rise");
}

std::string to_fall(Catalogue const& words, Ranking const& ranking,
                    analysis::Neighbour const& below)
{
    return changes(words, ranking, below, "why.by.less", "why.fall");
}

std::string level_with(Catalogue const& words, model::Document const& doc,
                       std::vector<model::CaseId> const& level)
{
    if (level.empty()) return {};
    return words.text("why.level", case_numbers(words, doc, level), level.size());
}

std::string rank_share(Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    auto const at = static_cast<std::size_t>(one.rank - 1);
    if (ranking.draws == 0 || at >= one.rank_draws.size()) return {};
    return words.text("why.share", words.ordinal(one.rank),
                      words.percent(static_cast<double>(one.rank_draws[at]) / ranking.draws));
}

std::string rank_between(Catalogue const& words, RankedCase const& one)
{
    if (one.rank_low == one.rank_high)
        return words.text("why.between.one", words.ordinal(one.rank_low));
    return words.text("why.between", words.ordinal(one.rank_low), words.ordinal(one.rank_high));
}

std::string explained(Catalogue const& words, Term term)
{
    return words.text("term." + std::string(base::name_of(term)));
}

} // namespace wording
