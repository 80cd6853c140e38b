#include "wording/ranking.h"

#include "analysis/common/in_use.h"
#include "analysis/ranking/guard_rails.h"
#include "analysis/ranking/order.h"
#include "base/text.h"
#include "model/turnout.h"
#include "wording/lists.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <algorithm>
#include <array>

namespace wording {

using analysis::RankedCase;
using analysis::Ranking;

std::string factor(i18n::Catalogue const& words, int milli)
{
    int const digits = milli % 1000 == 0 ? 0 : milli % 100 == 0 ? 1 : 2;
    return words.decimal(milli / 1000.0, digits);
}

std::string convention(i18n::Catalogue const& words, model::Document const& doc,
                       Ranking const& ranking)
{
    auto const lambda = factor(words, ranking.lambda_milli), mu = factor(words, ranking.mu_milli);
    if (!ranking.reference) return words.text("decide.convention", lambda, mu);
    return words.text("decide.convention.of", lambda, mu,
                      model::get<model::Round>(doc, *ranking.reference).number);
}

std::string weights(i18n::Catalogue const& words, model::Document const& doc,
                    std::map<model::AxisId, int> const& tried)
{
    std::string odd;
    int last = -1;
    bool even = true;
    for (auto id : analysis::active_axes(doc)) {
        auto const axis = model::get<model::Axis>(doc, id);
        auto const it = tried.find(id);
        int const milli = it == tried.end() ? axis.weight_milli : it->second;
        even = even && (last < 0 || milli == last);
        last = milli;
        if (milli == 1000) continue;
        if (!odd.empty()) odd += ", ";
        odd += words.text("decide.weight.of", axis.place, factor(words, milli));
    }
    return even ? words.text("decide.weights.even") : words.text("decide.weights.odd", odd);
}

std::string reference(i18n::Catalogue const& words, model::Document const& doc,
                      Ranking const& ranking)
{
    if (!ranking.reference) return words.text("decide.reference.none");
    return vote_name(words, model::get<model::Round>(doc, *ranking.reference));
}

std::string vote(i18n::Catalogue const& words, model::Round const& round)
{
    constexpr std::size_t most = 56; // characters of a question
    auto const said = std::to_string(round.number) + ". " + base::truncated(round.question, most);
    auto const whose =
        round.body == model::Body::committee ? words.text("vote.by_committee", said) : said;
    return round.revote_of ? whose + " · " + words.text("decide.reference.again") : whose;
}

std::string newer(i18n::Catalogue const& words, model::Document const& doc, model::RoundId vote)
{
    auto const round = model::get<model::Round>(doc, vote);
    if (!round.revote_of) return words.text("decide.reference.newer", round.number);
    auto const on = static_cast<std::int64_t>(round.cases.size());
    return words.text("decide.reference.revote", round.number,
                      words.plural("decide.reference.revote_on", on));
}

std::string people(i18n::Catalogue const& words, model::Document const& doc, model::RoundId vote)
{
    if (model::get<model::Round>(doc, vote).source == model::BallotSource::hands)
        return words.text("decide.reference.hands");
    return cast(words, model::ballots_of(doc, vote),
                model::get<model::RoundStatus>(doc, vote).by_hand);
}

std::string solidity(i18n::Catalogue const& words, Ranking const& ranking)
{
    double const share = ranking.stability.value_or(0);
    return words.text(share < fragile_under ? "decide.fragile" : "decide.holds",
                      words.percent(share));
}

std::string draws(i18n::Catalogue const& words, int draws, int first)
{
    return words.text("decide.draws", words.number(draws), first);
}

std::string drawing(i18n::Catalogue const& words, analysis::Progress progress)
{
    return words.text("decide.drawing", words.number(std::min(progress.done, progress.total)),
                      words.number(progress.total));
}

std::string about_draws(i18n::Catalogue const& words, Ranking const& ranking)
{
    return words.text("decide.solid.about", words.number(ranking.draws),
                      std::to_string(ranking.seed), ranking.first);
}

std::string voices(i18n::Catalogue const& words, Ranking const& ranking)
{
    if (ranking.voices == 0) return {};
    if (ranking.decisive == 0) return words.text("decide.solid.no_voice", ranking.first);
    return words.text("decide.solid.voices", words.number(ranking.decisive),
                      words.number(ranking.voices), ranking.first);
}

std::string swaps(i18n::Catalogue const& words, Ranking const& ranking)
{
    return words.text(ranking.swaps.empty() ? "decide.swaps.none" : "decide.swaps", ranking.first);
}

std::string between(int low, int high)
{
    auto const from = std::to_string(low);
    return low == high ? from : from + "–" + std::to_string(high);
}

std::string interval(RankedCase const& one) { return between(one.rank_low, one.rank_high); }

std::string rank(i18n::Catalogue const& words, RankedCase const& one)
{
    return words.text("decide.sheet.rank", one.rank, interval(one));
}

std::string among_first(i18n::Catalogue const& words, Ranking const& ranking, RankedCase const& one)
{
    if (!one.first_share) return {};
    return words.text("decide.sheet.among", ranking.first, words.percent(*one.first_share));
}

std::string hangs_on(i18n::Catalogue const& words, RankedCase const& one)
{
    return one.hangs_on > 0 ? words.plural("decide.sheet.hangs", one.hangs_on) : std::string();
}

std::string conversion(i18n::Catalogue const& words, model::Document const& doc,
                       Ranking const& ranking, analysis::Tally const* vote, RankedCase const& one)
{
    if (!vote) return {};
    auto const round = model::get<model::Round>(doc, vote->round);
    auto const* counted = vote->find(one.on);
    auto const got =
        counted ? brought(words, {round, *vote, *counted}) : words.text("decide.vote.none");
    return words.text("decide.vote.conversion", reference(words, doc, ranking), got,
                      words.decimal(one.vote, 1));
}

std::string on_the_plot(i18n::Catalogue const& words, model::Document const& doc,
                        RankedCase const& one)
{
    auto const text = model::get<model::Case>(doc, one.on);
    return words.text("decide.pareto.said", text.number, text.title,
                      words.decimal(*one.opportunity, 1), words.decimal(*one.risk, 1),
                      one.pareto_layer);
}

std::string veto(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::AxisValue const& value)
{
    if (value.veto == analysis::Veto::none) return {};
    return words.text("decide.sheet.veto", model::get<model::Axis>(doc, value.axis).place,
                      words.decimal(value.risk, 1));
}

std::string veto(i18n::Catalogue const& words, model::Document const& doc, RankedCase const& one,
                 model::Body body)
{
    std::vector<model::AxisId> axes;
    for (auto const& value : one.values)
        if (value.veto == analysis::Veto::risk) axes.push_back(value.axis);
    if (axes.empty()) return {};
    auto const notices = analysis::notices_of(doc, {one.on, body});
    bool const data = std::ranges::count(notices, analysis::Notice::data_risk) > 0;
    return words.text(data ? "decide.veto.data" : "decide.veto", axis_numbers(words, doc, axes),
                      axes.size());
}

std::string contradicted(i18n::Catalogue const& words, model::Document const& doc,
                         RankedCase const& one)
{
    std::vector<model::AxisId> axes;
    for (auto const& value : one.values)
        if (value.contradicted) axes.push_back(value.axis);
    if (axes.empty()) return {};
    return words.text("decide.contradicted", axis_numbers(words, doc, axes), axes.size());
}

std::string missing(i18n::Catalogue const& words, model::Document const& doc, RankedCase const& one)
{
    auto const axes = analysis::missing_axes(doc, one);
    if (!one.placed() || axes.empty()) return {};
    return words.text("decide.missing", axis_numbers(words, doc, axes), axes.size());
}

std::string conflict(i18n::Catalogue const& words, model::Document const& doc, model::CaseId on)
{
    auto const split = analysis::conflict(analysis::profile(doc, on));
    if (!split) return {};
    return words.text("decide.sheet.conflict", axis_numbers(words, doc, split->favourable),
                      axis_numbers(words, doc, split->against), split->favourable.size(),
                      split->against.size());
}

} // namespace wording
