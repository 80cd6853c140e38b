#include "analysis/common/cost.h"
#include "ballots/ballot_in_hand.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "room/projection.h"
#include "wording/amounts.h"
#include "wording/placements.h"
#include "wording/votes/grades.h"
#include "wording/votes/method_words.h"

#include <nlohmann/json.hpp>

// The round that phones answer, without the parts that depend on the seat.
namespace room {
namespace {

using Json = nlohmann::ordered_json;
using model::BallotType;
using model::VotingMethod;

char const* ballot_name(model::Round const& round)
{
    if (round.method == model::Method::estimate) return "estimates";
    switch (model::voting_method(round.method).ballot) {
    case BallotType::approvals: return "approvals";
    case BallotType::points: return "points";
    case BallotType::scores: return "scores";
    case BallotType::grades: return "grades";
    case BallotType::orders: return "orders";
    case BallotType::pairs: break;
    }
    return "pairs";
}

char const* spends_name(VotingMethod const& method)
{
    switch (method.spends) {
    case model::Spends::sum: return "sum";
    case model::Spends::squares: return "squares";
    case model::Spends::nothing: break;
    }
    return "nothing";
}

Json grades_json(i18n::Catalogue const& words, model::Round const& round)
{
    auto out = Json::array();
    if (model::voting_method(round.method).ballot != BallotType::grades) return out;
    auto const names = wording::grade_names(words, round),
               codes = wording::grade_codes(words, round);
    for (std::size_t i = 0; i < names.size(); ++i)
        out.push_back({{"name", names[i]}, {"code", codes[i]}});
    return out;
}

} // namespace

Json axis_json(i18n::Catalogue const& words, model::Document const& doc, model::AxisId id)
{
    using analysis::Quadrant;
    auto const axis = model::get<model::Axis>(doc, id);
    bool const two = axis.risk_entry == model::RiskEntry::severity_likelihood;
    auto const named = [&](std::string const& name) { return two ? Json{{"name", name}} : Json(); };
    auto const called = [&](Quadrant which) { return wording::quadrant(words, axis, which); };
    return {{"id", id_text(id.value)},
            {"place", axis.place},
            {"title", axis.title},
            {"short", axis.short_title},
            {"opportunity",
             {{"name", axis.opportunity},
              {"low", axis.opportunity_low},
              {"high", axis.opportunity_high}}},
            {"risk", {{"name", axis.risk}, {"low", axis.risk_low}, {"high", axis.risk_high}}},
            {"severity", named(axis.severity)},
            {"likelihood", named(axis.likelihood)},
            {"opportunity_line", axis.opportunity_line},
            {"risk_line", axis.risk_line},
            {"quadrants",
             {{"launch", called(Quadrant::launch)},
              {"safeguards", called(Quadrant::safeguards)},
              {"comfort", called(Quadrant::comfort)},
              {"aside", called(Quadrant::aside)}}}};
}

Json round_json(i18n::Catalogue const& words, model::Document const& doc, model::RoundId id)
{
    auto const round = model::get<model::Round>(doc, id);
    auto const& method = model::voting_method(round.method);
    bool const open = model::get<model::RoundStatus>(doc, id).state == model::RoundState::open &&
                      !model::collection_in_progress(doc, id);
    bool const estimate = round.method == model::Method::estimate;
    auto const range = estimate ? model::MarkRange{0, model::level_max} : model::mark_range(round);
    bool const spends = method.spends != model::Spends::nothing && !estimate;
    bool const money = method.has(VotingMethod::money) && round.money > 0;
    auto const most = model::most_chosen(round);
    auto axes = Json::array();
    for (auto axis : round.axes) axes.push_back(axis_json(words, doc, axis));
    auto const by_phone = round.source == model::BallotSource::keyboard ||
                          round.source == model::BallotSource::phones;
    return {{"id", id_text(id.value)},
            {"number", round.number},
            {"kind", estimate ? "estimate" : "vote"},
            {"state", open ? "open" : "closed"},
            {"accepts", open && by_phone},
            {"method", base::name_of(round.method)},
            {"method_name", wording::method(words, round.method)},
            {"question", wording::asked(words, round)},
            {"how", estimate ? words.text("room.estimate.how") : wording::how_voted(words, round)},
            {"rules", estimate ? "" : wording::rules(words, round)},
            {"ballot", ballot_name(round)},
            {"spends", spends_name(method)},
            {"mark", {{"least", range.least}, {"most", range.most}}},
            {"budget", spends ? Json(round.budget) : Json()},
            {"choices", most > 0 ? Json(most) : Json()},
            {"two_pages", !estimate && ballots::in_two_pages(round)},
            {"zero_answers", method.zero_answers()},
            {"blank", base::name_of(round.blank)},
            {"seats", method.has(VotingMethod::seats) ? Json(round.seats) : Json()},
            {"money", money ? Json(wording::amount(words, round.money)) : Json()},
            {"money_value", money ? Json(round.money) : Json()},
            {"grades", grades_json(words, round)},
            {"axes", axes}};
}

Json round_case_json(i18n::Catalogue const& words, model::Document const& doc,
                     model::Round const& round, model::CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    auto const cost = analysis::read_cost(text.cost);
    bool const counts = model::voting_method(round.method).has(VotingMethod::money);
    bool const affordable =
        !counts || (cost && (round.money == 0 || cost->hundredths <= round.money));
    return {{"id", id_text(id.value)},
            {"number", text.number},
            {"title", text.title},
            {"short", text.short_title},
            {"cost", wording::cost(words, text.cost)},
            {"price", cost ? Json(cost->hundredths) : Json()},
            {"affordable", affordable}};
}

} // namespace room
