#include "analysis/common/cost.h"
#include "analysis/common/merged.h"
#include "analysis/ranking/priority.h"
#include "base/names.h"
#include "exchange/results/json.h"
#include "exchange/results/json_parts.h"
#include "model/voting_method.h"

#include <nlohmann/json.hpp>

#include <array>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using analysis::Ratio;
using base::name_of;
using model::Method;

// An integer as such; a fraction as the nearest double, with its exact form beside it.
void put_ratio(Json& row, std::string const& key, Ratio const& ratio)
{
    if (ratio.den == 1) {
        row[key] = ratio.num;
        return;
    }
    row[key] = analysis::value(ratio);
    row[key + "_exact"] = analysis::text(ratio);
}

Json money(std::int64_t hundredths)
{
    if (hundredths % analysis::hundredths_per_unit == 0)
        return hundredths / analysis::hundredths_per_unit;
    return static_cast<double>(hundredths) / analysis::hundredths_per_unit;
}

Json ids(std::vector<model::CaseId> const& cases)
{
    Json out = Json::array();
    for (auto id : cases) out.push_back(id.value);
    return out;
}

Json id_or_null(std::optional<model::CaseId> const& id)
{
    return id ? Json(id->value) : Json(nullptr);
}

Json rows(analysis::Square const& square)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < square.size; ++i) {
        Json row = Json::array();
        for (std::size_t j = 0; j < square.size; ++j) row.push_back(square.at(i, j));
        out.push_back(std::move(row));
    }
    return out;
}

Json histogram(analysis::CaseTally const& one)
{
    Json bars = Json::array();
    for (auto const& bar : one.histogram)
        bars.push_back({{"value", bar.value}, {"people", bar.people}});
    return bars;
}

Json gauge(model::Round const& round, analysis::CaseTally const& one)
{
    auto const& g = *one.gauge;
    Json out{{"grade", g.grade}};
    if (auto const at = static_cast<std::size_t>(g.grade); at < round.labels.size())
        out["label"] = round.labels[at];
    out["sign"] = g.sign == analysis::Gauge::Sign::plus ? "+" : "-";
    if (one.grades.empty()) return out; // in small rooms
    out["above"] = g.above;
    out["below"] = g.below;
    out["people"] = g.people;
    out["counts"] = one.grades;
    return out;
}

// Named as what told it apart.
char const* told_apart(analysis::ToldApart what)
{
    switch (what) {
    case analysis::ToldApart::by_supporters: return "supporters";
    case analysis::ToldApart::by_voices: return "above_or_below";
    case analysis::ToldApart::by_further_grades: return "median_removal";
    case analysis::ToldApart::no: break;
    }
    return nullptr;
}

// Whether people are counted case by case, see Tally::totals_only.
enum class People { counted, hidden };
People people_of(analysis::Tally const& tally)
{
    return tally.totals_only ? People::hidden : People::counted;
}

Json tallied(model::Document const& doc, model::Round const& round, analysis::CaseTally const& one,
             People people)
{
    auto const text = model::get<model::Case>(doc, one.on);
    Json row{{"case", one.on.value}, {"number", text.number}, {"title", text.title}};
    put_ratio(row, "score", one.score);
    row["rank"] = one.rank;
    row["tied"] = one.tied;
    if (auto const* by = told_apart(one.told_apart)) row["told_apart_by"] = by;
    if (people == People::counted) {
        row["supporters"] = one.supporters;
        row["named"] = one.named;
        row["answers"] = one.answers;
    }
    row["contested"] = one.contested();
    if (one.mean) put_ratio(row, "mean", *one.mean);
    if (one.median && people == People::counted) put_ratio(row, "median", *one.median);
    if (!one.quorum_met) row["quorum_met"] = false;
    if (one.gauge) row["gauge"] = gauge(round, one);
    if (one.cost) row["cost"] = money(*one.cost);
    if (one.interval) row["interval"] = {{"low", one.interval->low}, {"high", one.interval->high}};
    if (one.ranks) row["rank_interval"] = {{"low", one.ranks->low}, {"high", one.ranks->high}};
    if (one.share_at_top) row["share_at_top"] = *one.share_at_top;
    if (one.camps)
        row["camps"] = {{"low", one.camps->low},
                        {"between", one.camps->between},
                        {"high", one.camps->high},
                        {"low_to", one.camps->low_to},
                        {"high_from", one.camps->high_from}};
    if (!one.histogram.empty()) {
        row["histogram"] = histogram(one);
        row["blanks"] = one.blanks; // of them, those that the histogram counts at 0
        row["blanks_at_0"] = one.blanks_at_0;
    }
    return row;
}

Json scored(std::vector<model::CaseId> const& cases, std::vector<Ratio> const& scores,
            std::vector<int> const& ranks)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        Json row{{"case", cases[i].value}};
        put_ratio(row, "score", scores[i]);
        row["rank"] = ranks[i];
        out.push_back(std::move(row));
    }
    return out;
}

Json ranked(std::vector<model::CaseId> const& cases, std::vector<int> const& ranks)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < cases.size(); ++i)
        out.push_back({{"case", cases[i].value}, {"rank", ranks[i]}});
    return out;
}

void put_orders(Json& out, analysis::Orders const& orders, People people)
{
    Json cycles = Json::array();
    for (auto const& cycle : orders.cycles)
        cycles.push_back({{"members", ids(cycle.members)}, {"through", ids(cycle.through)}});
    out["pairwise"] = {{"cases", ids(orders.cases)},
                       {"condorcet_winner", id_or_null(orders.condorcet_winner)},
                       {"condorcet_loser", id_or_null(orders.condorcet_loser)},
                       {"cycles", std::move(cycles)}};
    if (people == People::counted) {
        out["pairwise"]["wins"] = rows(orders.wins);
        out["pairwise"]["strongest_paths"] = rows(orders.paths);
        if (orders.concordance) out["kendall_w"] = *orders.concordance;
    }
    out["side_by_side"] = {{"borda", scored(orders.cases, orders.borda, orders.borda_ranks)},
                           {"schulze", ranked(orders.cases, orders.schulze_ranks)},
                           {"ranked_pairs",
                            {{"order", ids(orders.pairs_order)},
                             {"ranks", ranked(orders.cases, orders.pairs_ranks)},
                             {"equal_majorities", orders.equal_majorities},
                             {"order_matters", orders.order_matters}}}};
}

Json duels(analysis::Duels const& duels, People people)
{
    Json strengths = Json::array();
    for (std::size_t i = 0; i < duels.cases.size(); ++i)
        strengths.push_back({{"case", duels.cases[i].value},
                             {"strength", duels.strengths[i]},
                             {"rank", duels.strength_ranks[i]}});
    Json said{{"cases", ids(duels.cases)},
              {"win_share", scored(duels.cases, duels.win_shares, duels.share_ranks)},
              {"bradley_terry", std::move(strengths)}};
    if (people == People::counted) said["wins"] = rows(duels.wins);
    return said;
}

Json bought(std::vector<analysis::Selection::Bought> const& list)
{
    Json out = Json::array();
    for (auto const& one : list)
        out.push_back(
            {{"case", one.on.value},
             {"rate", one.rate},
             {"effective_votes", one.effective.empty() ? Json(nullptr) : Json(one.effective)}});
    return out;
}

Json selection(analysis::Selection const& selection)
{
    Json out{{"budget", money(selection.budget)},
             {"cost", money(selection.cost)},
             {"left", money(selection.budget - selection.cost)}};
    put_ratio(out, "value", selection.value);
    out["selected"] = ids(selection.selected);
    if (!selection.without_cost.empty()) out["without_cost"] = ids(selection.without_cost);
    if (!selection.before_equals.empty()) out["before_equals"] = ids(selection.before_equals);
    if (selection.several) out["several_optima"] = *selection.several;
    if (auto const& shares = selection.equal_shares) {
        out["equal_shares"] = {
            {"completion", "add1"},
            {"bought", bought(shares->bought)},
            {"virtual_budget", money(shares->virtual_money)},
            {"steps", shares->steps},
            {"ties_broken", shares->ties_broken},
            {"tie_rule", "cost, supporters, declared"},
            {"without_completion",
             {{"bought", bought(shares->fixed)}, {"cost", money(shares->fixed_cost)}}},
            {"then_utilitarian",
             {{"selected", ids(shares->completed)}, {"cost", money(shares->completed_cost)}}}};
        put_ratio(
            out["equal_shares"], "each",
            analysis::ratio(shares->each.num, shares->each.den * analysis::hundredths_per_unit));
    }
    return out;
}

void put_nothing(Json&, analysis::Tally const&) {}
void put_orders(Json& out, analysis::Tally const& tally)
{
    put_orders(out, *tally.orders, people_of(tally));
}
void put_duels(Json& out, analysis::Tally const& tally)
{
    out["duels"] = duels(*tally.duels, people_of(tally));
}
void put_selection(Json& out, analysis::Tally const& tally)
{
    out["selection"] = selection(*tally.selection);
}

// Votes with decimals, as the rules write them.
Json votes(std::int64_t parts)
{
    if (parts % analysis::parts_per_vote == 0) return parts / analysis::parts_per_vote;
    return static_cast<double>(parts) / static_cast<double>(analysis::parts_per_vote);
}

void put_transfers(Json& out, analysis::Tally const& tally)
{
    auto const& transfers = *tally.transfers;
    auto const& count = transfers.count;
    auto const named = [&](std::vector<std::uint32_t> const& places) {
        Json list = Json::array();
        for (auto at : places) list.push_back(transfers.cases[at].value);
        return list;
    };
    Json said{{"seats", transfers.seats},
              {"quota", count.quota},
              {"elected", named(count.elected)},
              {"excluded", named(count.excluded)}};
    if (!tally.totals_only) { // otherwise its stages would reveal ballots
        constexpr std::array kinds{"first", "surplus", "exclusion"};
        said["cases"] = ids(transfers.cases);
        said["stages"] = Json::array();
        for (auto const& stage : count.stages) {
            Json row{{"kind", kinds.at(static_cast<std::size_t>(stage.kind))}};
            if (stage.kind != analysis::CountStage::Kind::first)
                row["case"] = transfers.cases[stage.of].value;
            row["votes"] = Json::array();
            for (auto parts : stage.votes) row["votes"].push_back(votes(parts));
            row["not_transferred"] = votes(stage.lost);
            row["elected"] = named(stage.elected);
            said["stages"].push_back(std::move(row));
        }
    }
    said["chosen_by_order"] = Json::array();
    for (auto const& level : count.chosen_by_order) said["chosen_by_order"].push_back(named(level));
    out["transfers"] = std::move(said);
}

// The method-specific part of a result: one row per method.
struct MethodJson {
    model::Method method;
    void (*put)(Json&, analysis::Tally const&);
};
constexpr std::array methods{MethodJson{Method::dots, put_nothing},
                             MethodJson{Method::choose_spread, put_nothing},
                             MethodJson{Method::approval, put_nothing},
                             MethodJson{Method::score, put_nothing},
                             MethodJson{Method::majority_judgment, put_nothing},
                             MethodJson{Method::ranking, put_orders},
                             MethodJson{Method::points, put_nothing},
                             MethodJson{Method::quadratic, put_nothing},
                             MethodJson{Method::pairwise, put_duels},
                             MethodJson{Method::budget, put_selection},
                             MethodJson{Method::stv, put_transfers}};
static_assert(model::one_row_a_method(methods));

Json first_cases(analysis::Tally const& tally, TallyExtras const& extras)
{
    Json cases = Json::array();
    for (std::size_t i = 0; i < tally.cases.size() && i < static_cast<std::size_t>(*extras.first);
         ++i)
        cases.push_back(tally.cases[i].on.value);
    Json out{{"first", *extras.first}, {"cases", std::move(cases)}};
    auto const split = analysis::split_tie(tally, *extras.first);
    out["splits_tie"] =
        split ? Json{{"rank", split->rank}, {"cases", ids(split->cases)}} : Json(nullptr);
    return out;
}

Json absent(analysis::AbsentBounds const& bounds)
{
    Json lines = Json::array();
    for (auto const& line : bounds.cases) {
        Json row{{"case", line.on.value}};
        put_ratio(row, "low", line.low);
        put_ratio(row, "high", line.high);
        if (line.best != 0) row["best_rank"] = line.best;
        if (line.worst != 0) row["worst_rank"] = line.worst;
        lines.push_back(std::move(row));
    }
    return {{"absent", bounds.absent}, {"certain", bounds.certain}, {"cases", std::move(lines)}};
}

// What happened to the cases of a vote after it.
void put_since(Json& out, model::Document const& doc, model::RoundId round)
{
    Json merged = Json::array();
    for (auto const& one : analysis::merged_since(doc, round))
        merged.push_back({{"case", one.absorbed.value},
                          {"into", one.into.value},
                          {"supporters", one.supporters ? Json(*one.supporters) : Json(nullptr)},
                          {"both", one.both ? Json(*one.both) : Json(nullptr)}});
    if (!merged.empty()) out["merged_since"] = std::move(merged);
    if (auto const aside = analysis::aside_now(doc, round); !aside.empty())
        out["set_aside"] = ids(aside);
}

Json comparison(analysis::RoundComparison const& compared, int against)
{
    Json lines = Json::array();
    for (auto const& line : compared.cases) {
        Json row{{"case", line.on.value},
                 {"rank_before", line.rank_before ? Json(*line.rank_before) : Json(nullptr)},
                 {"rank_after", line.rank_after ? Json(*line.rank_after) : Json(nullptr)}};
        if (line.score_before) put_ratio(row, "score_before", *line.score_before);
        if (line.score_after) put_ratio(row, "score_after", *line.score_after);
        lines.push_back(std::move(row));
    }
    return {{"round", against},
            {"same_way", compared.same_way},
            {"compared", compared.compared},
            {"moved", compared.moved},
            {"agreement", compared.agreement ? Json(*compared.agreement) : Json(nullptr)},
            {"entering", ids(compared.entering)},
            {"leaving", ids(compared.leaving)},
            {"cases", std::move(lines)}};
}

// The result of each room, and where rooms differ.
void put_rooms(Json& out, model::Document const& doc, analysis::RoomTallies const& rooms)
{
    out["by_room"] = Json::array();
    for (auto const& room : rooms.rooms) {
        Json lines = Json::array();
        for (auto const& one : room.tally.cases) {
            Json row{{"case", one.on.value}};
            row["rank"] = room.tally.silent() ? Json() : Json(one.rank);
            put_ratio(row, "score", one.score);
            if (room.tally.selects()) row["selected"] = one.selected;
            lines.push_back(std::move(row));
        }
        out["by_room"].push_back({{"rooms", rooms_json(doc, room.sites)},
                                  {"ballots", room.tally.voters},
                                  {"blanks", room.tally.blanks},
                                  {"results", std::move(lines)}});
    }
    out["room_gaps"] = Json::array();
    for (auto const& gap : rooms.gaps)
        out["room_gaps"].push_back(
            {{"case", gap.on.value},
             {"best",
              {{"rooms", rooms_json(doc, rooms.rooms[gap.best].sites)}, {"rank", gap.best_rank}}},
             {"worst",
              {{"rooms", rooms_json(doc, rooms.rooms[gap.worst].sites)},
               {"rank", gap.worst_rank}}}});
}

} // namespace

std::string tally_json(model::Document const& doc, analysis::Tally const& tally,
                       TallyExtras const& extras)
{
    auto const round = model::get<model::Round>(doc, tally.round);
    Json results = Json::array();
    for (auto const& one : tally.cases) {
        auto row = tallied(doc, round, one, people_of(tally));
        if (tally.selects()) row["selected"] = one.selected;
        if (tally.silent()) row["rank"] = nullptr, row["tied"] = false;
        results.push_back(std::move(row));
    }
    Json cuts = Json::array();
    for (auto const& cut : tally.cuts)
        cuts.push_back({{"rank", cut.rank},
                        {"order", ids(cut.order)},
                        {"by", name_of(cut.by)},
                        {"seed", cut.seed},
                        {"reason", cut.reason},
                        {"holds", analysis::cut_holds(round, cut)}});
    Json out{{"round", round.number},
             {"question", round.question},
             {"method", analysis::name_of(tally.way())},
             {"round_method", name_of(round.method)},
             {"blank", name_of(tally.blank)},
             {"tie_rule", analysis::tie_rule(tally)},
             {"source", name_of(tally.source)},
             {"body", name_of(round.body)},
             {"voters", tally.voters},
             {"blanks", tally.blanks},
             {"seed", tally.seed},
             {"resamples", tally.resamples},
             {"rank_resamples", tally.rank_resamples}};
    out["rooms"] = name_of(round.rooms);
    if (auto const missing = model::get<model::Collection>(doc, tally.round).missing;
        !missing.empty())
        out["without_rooms"] = rooms_json(doc, missing);
    out["ways"] = ways_json(model::get<model::RoundStatus>(doc, tally.round));
    if (round.revote_of) out["revote_of"] = model::get<model::Round>(doc, round.revote_of).number;
    if (tally.totals_only) out["totals_only"] = true;
    if (!tally.unanimous.empty()) out["unanimous"] = ids(tally.unanimous);
    out["results"] = std::move(results);
    out["winners"] = ids(tally.winners);
    if (!cuts.empty()) out["cuts"] = std::move(cuts);
    model::row_of(methods, tally.method).put(out, tally);
    if (extras.first) out["line"] = first_cases(tally, extras);
    if (extras.one_voter)
        out["one_voter"] = {{"first", extras.one_voter->first},
                            {"people", extras.one_voter->people},
                            {"looked_at", extras.one_voter->looked_at},
                            {"voters", extras.one_voter->voters},
                            {"entering", ids(extras.one_voter->entering)},
                            {"leaving", ids(extras.one_voter->leaving)}};
    put_since(out, doc, tally.round);
    if (extras.rooms) put_rooms(out, doc, *extras.rooms);
    if (extras.absent) out["absent"] = absent(*extras.absent);
    if (extras.comparison) out["compared_with"] = comparison(*extras.comparison, extras.against);
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
