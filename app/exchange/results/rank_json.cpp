#include "analysis/common/in_use.h"
#include "analysis/ranking/affordable.h"
#include "analysis/ranking/guard_rails.h"
#include "analysis/ranking/order.h"
#include "analysis/ranking/verdicts.h"
#include "analysis/voting/tally.h"
#include "base/names.h"
#include "exchange/results/json.h"
#include "exchange/results/json_parts.h"

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::name_of;

template <class Id>
Json ids(std::vector<Id> const& list)
{
    Json out = Json::array();
    for (auto id : list) out.push_back(id.value);
    return out;
}

// --- the order ---

Json values_of(analysis::RankedCase const& one)
{
    Json out = Json::array();
    for (auto const& value : one.values)
        out.push_back(
            {{"axis", value.axis.value},
             {"opportunity", value.opportunity},
             {"risk", value.risk},
             {"basis", name_of(value.basis)},
             {"estimates", value.estimates},
             {"state", value.estimates >= analysis::shown_from ? Json(name_of(value.agreement))
                                                               : Json(nullptr)},
             {"contradicted", value.contradicted},
             {"veto", value.veto == analysis::Veto::risk}});
    return out;
}

Json second_of(std::optional<analysis::SecondOpinion> const& second)
{
    if (!second) return nullptr;
    return {{"pareto_layer", second->layer},         {"topsis", second->closeness},
            {"topsis_rank", second->closeness_rank}, {"promethee", second->flow},
            {"promethee_rank", second->flow_rank},   {"max_regret", second->regret},
            {"max_regret_rank", second->regret_rank}};
}

Json shares_of(std::vector<int> const& draws_at_rank, int draws)
{
    Json out = Json::array();
    for (int times : draws_at_rank) out.push_back(static_cast<double>(times) / draws);
    return out;
}

Json decided(model::Document const& doc, analysis::DecidedCase const& workshop,
             analysis::DecidedCase const& committee)
{
    auto gap = [&](model::Verdict verdict, analysis::DecidedCase const& one, model::Body body) {
        return Json{{"verdict", name_of(verdict)},
                    {"lifted_over", one.lifted_over},
                    {"passed_by", one.passed_by},
                    {"notices", notices_json(doc, {one.on, body})}};
    };
    return {{"workshop", gap(workshop.workshop, workshop, model::Body::workshop)},
            {"committee", gap(committee.committee, committee, model::Body::committee)},
            {"differs", workshop.differs()}};
}

Json ranked(model::Document const& doc, analysis::Ranking const& ranking,
            analysis::RankedCase const& one)
{
    auto const text = model::get<model::Case>(doc, one.on);
    auto const if_placed = [&](int rank) { return one.placed() ? Json(rank) : Json(nullptr); };
    return {{"case", one.on.value},
            {"number", text.number},
            {"title", text.title},
            {"rank", if_placed(one.rank)},
            {"rank_low", if_placed(one.rank_low)},
            {"rank_high", if_placed(one.rank_high)},
            {"index", or_null(one.index)},
            {"opportunity", or_null(one.opportunity)},
            {"risk", or_null(one.risk)},
            {"score", one.score ? Json(analysis::value(*one.score)) : Json(nullptr)},
            {"vote", one.vote},
            {"axes_placed", one.axes_placed},
            {"missing_axes", ids(analysis::missing_axes(doc, one))},
            {"pareto_layer", one.pareto_layer},
            {"veto", one.veto == analysis::Veto::risk},
            {"open_questions", analysis::open_questions(doc, one.on)},
            {"contested", one.contested},
            {"contested_vote", one.contested_vote},
            {"first_share", or_null(one.first_share)},
            {"acceptability", shares_of(one.rank_draws, ranking.draws)},
            {"central_weights", one.central_weights},
            {"hangs_on", one.hangs_on},
            {"second_opinion", second_of(one.second)},
            {"values", values_of(one)}};
}

Json weights_of(model::Document const& doc, analysis::Ranking const& ranking)
{
    Json out = Json::array();
    auto const axes = analysis::active_axes(doc);
    for (std::size_t a = 0; a < axes.size(); ++a)
        out.push_back({{"axis", axes[a].value},
                       {"name", model::get<model::Axis>(doc, axes[a]).title},
                       {"weight", ranking.weights.at(a)}});
    return out;
}

Json swaps_of(analysis::Ranking const& ranking)
{
    Json out = Json::array();
    for (auto const& swap : ranking.swaps)
        out.push_back({{"out", swap.out.value}, {"in", swap.in.value}, {"share", swap.share}});
    return out;
}

// The reference round and its best score, which corresponds to V = 10. Null: none.
Json reference_of(model::Document const& doc, analysis::Ranking const& ranking)
{
    if (!ranking.reference) return nullptr;
    auto const round = model::get<model::Round>(doc, *ranking.reference);
    auto const counted = analysis::tally(doc, *ranking.reference, {{}, {}, 0});
    if (!counted) return nullptr;
    bool const chosen = model::get<model::Reference>(doc).round == *ranking.reference;
    return {{"round", round.number},
            {"question", round.question},
            {"method", name_of(counted->method)},
            {"rule", name_of(counted->rule)},
            {"voters", counted->voters},
            {"cases", counted->cases.size()},
            {"chosen", chosen},
            {"best_score", analysis::value(ranking.best_score)}};
}

// What the session's budget buys, in the unit of the costs; null without a budget.
Json budget_of(model::Document const& doc, analysis::Ranking const& ranking)
{
    auto const budget = model::get<model::Budget>(doc);
    if (budget.money == 0) return nullptr;
    auto units = [](std::int64_t hundredths) {
        return static_cast<double>(hundredths) / analysis::hundredths_per_unit;
    };
    Json out{{"money", units(budget.money)}, {"rule", name_of(budget.rule)}};
    auto const fits = analysis::affordable(doc, ranking, budget);
    if (!fits) {
        out["error"] = fits.error().where;
        return out;
    }
    out["in"] = ids(fits->in());
    out["spent"] = units(fits->spent);
    out["left"] = units(fits->left);
    if (fits->more)
        out["more"] = {{"money", units(fits->more->money)},
                       {"enter", ids(fits->more->enter)},
                       {"leave", ids(fits->more->leave)}};
    return out;
}

Json gap_of(analysis::Verdicts const& verdicts)
{
    return {{"pairs", verdicts.pairs}, {"against", verdicts.against}};
}

} // namespace

std::string rank_json(model::Document const& doc, analysis::Ranking const& ranking)
{
    auto const workshop = analysis::verdicts(doc, ranking, model::Body::workshop);
    auto const committee = analysis::verdicts(doc, ranking, model::Body::committee);
    Json results = Json::array();
    for (std::size_t i = 0; i < ranking.cases.size(); ++i) {
        results.push_back(ranked(doc, ranking, ranking.cases[i]));
        results.back()["decision"] = decided(doc, workshop.cases.at(i), committee.cases.at(i));
    }
    Json const out{
        {"convention", "index = O - lambda R + mu V"},
        {"lambda", ranking.lambda_milli / 1000.0},
        {"mu", ranking.mu_milli / 1000.0},
        {"weights", weights_of(doc, ranking)},
        {"reference", ranking.reference
                          ? Json(model::get<model::Round>(doc, *ranking.reference).number)
                          : Json(nullptr)},
        {"reference_vote", reference_of(doc, ranking)},
        {"axes", ranking.axes},
        {"draws", ranking.draws},
        {"seed", ranking.seed},
        {"first", ranking.first},
        {"stability", or_null(ranking.stability)},
        {"swaps", swaps_of(ranking)},
        {"voices", ranking.voices},
        {"decisive", ranking.decisive},
        {"first_without_veto", ids(analysis::first_without_veto(ranking, ranking.first))},
        {"gap", {{"workshop", gap_of(workshop)}, {"committee", gap_of(committee)}}},
        {"budget", budget_of(doc, ranking)},
        {"results", std::move(results)},
        {"estimates", estimates_of(doc, analysis::active_axes(doc))}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
