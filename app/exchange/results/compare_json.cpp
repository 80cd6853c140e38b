#include "exchange/results/compare_json.h"

#include "base/names.h"
#include "exchange/results/json_parts.h"

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::name_of;
using model::Document;

constexpr int format_version = 1;
Json point(double opportunity, double risk)
{
    return {{"opportunity", opportunity / per_point}, {"risk", risk / per_point}};
}
Json point(std::optional<analysis::Point> const& at)
{
    return at ? point(at->opportunity, at->risk) : Json(nullptr);
}
Json placed(std::optional<analysis::Placed> const& at)
{
    if (!at) return nullptr;
    auto out = point(at->opportunity, at->risk);
    out["quadrant"] = name_of(at->quadrant);
    return out;
}

Json side(ComparedSide const& one)
{
    return {{"title", model::get<model::Profile>(one.doc).title},
            {"session", one.session},
            {"entry", one.entry},
            {"entries", one.entries},
            {"at_ms", one.at_ms},
            {"hash", one.hash}};
}

Json case_of(Document const& doc, model::CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    return {{"case", id.value}, {"number", text.number}, {"title", text.title}};
}

Json cases(Document const& doc, std::vector<model::CaseId> const& ids)
{
    Json out = Json::array();
    for (auto id : ids) out.push_back(case_of(doc, id));
    return out;
}

Json unpaired(Document const& own, Document const& after, char const* relation,
              std::vector<analysis::Unpaired> const& list)
{
    Json out = Json::array();
    for (auto const& one : list) {
        out.push_back(case_of(own, one.on));
        out.back()[relation] = one.other ? case_of(after, one.other) : Json(nullptr);
    }
    return out;
}

Json axis(std::optional<model::AxisId> id, Document const& doc, int weight_milli)
{
    if (!id) return nullptr;
    auto const one = model::get<model::Axis>(doc, *id);
    return {{"axis", id->value},
            {"place", one.place},
            {"title", one.title},
            {"weight", weight_milli / 1000.0}};
}

Json axes_of(analysis::Comparison const& all, Document const& before, Document const& after)
{
    Json out = Json::array();
    for (auto const& one : all.axes)
        out.push_back({{"before", axis(one.before, before, one.weight_before)},
                       {"after", axis(one.after, after, one.weight_after)},
                       {"lines_moved", one.lines_moved}});
    return out;
}

Json move_of(analysis::Comparison const& all, analysis::AxisMove const& move)
{
    auto state = [](std::optional<analysis::Agreement> agreement) {
        return agreement ? Json(name_of(*agreement)) : Json(nullptr);
    };
    auto const& axes = all.axes.at(move.axis);
    return {{"axis_before", axes.before->value},
            {"axis_after", axes.after->value},
            {"before", placed(move.before)},
            {"after", placed(move.after)},
            {"moved", move.moved()},
            {"other_quadrant", move.other_quadrant()},
            {"median_before", point(move.room_before)},
            {"median_after", point(move.room_after)},
            {"state_before", state(move.agreement_before)},
            {"state_after", state(move.agreement_after)}};
}

Json decision(std::optional<model::Decision> const& one)
{
    if (!one) return nullptr;
    return {{"verdict", name_of(one->verdict)},
            {"reason", one->reason},
            {"owner", one->owner},
            {"review", one->review},
            {"question", one->question}};
}

Json change_of(analysis::Comparison const& all, analysis::CaseChange const& one,
               Document const& before, Document const& after)
{
    Json moves = Json::array();
    for (auto const& move : one.axes) moves.push_back(move_of(all, move));
    Json decisions = Json::array();
    for (auto const& change : one.decisions)
        decisions.push_back({{"body", name_of(change.body)},
                             {"before", decision(change.before)},
                             {"after", decision(change.after)},
                             {"other_verdict", change.other_verdict()}});
    bool const alike = one.pair.by == analysis::MatchedBy::likeness;
    return {{"before", case_of(before, one.pair.before)},
            {"after", case_of(after, one.pair.after)},
            {"matched_by", name_of(one.pair.by)},
            {"similarity", alike ? Json(one.pair.thousandths / 1000.0) : Json(nullptr)},
            {"changed", one.changed()},
            {"rank_before", or_null(one.rank_before)},
            {"rank_after", or_null(one.rank_after)},
            {"mean_before", point(one.mean_before)},
            {"mean_after", point(one.mean_after)},
            {"moved", one.moved()},
            {"other_quadrant", one.other_quadrant()},
            {"axes", std::move(moves)},
            {"decisions", std::move(decisions)}};
}

Json convention(model::Convention const& said)
{
    return {{"lambda", said.lambda_milli / 1000.0}, {"mu", said.mu_milli / 1000.0}};
}

Json rounds(Document const& doc, std::vector<model::RoundId> const& ids)
{
    Json out = Json::array();
    for (auto id : ids) {
        auto const round = model::get<model::Round>(doc, id);
        out.push_back({{"round", round.number},
                       {"method", name_of(round.method)},
                       {"question", round.question}});
    }
    return out;
}

Json reference(Document const& doc, std::optional<model::RoundId> id)
{
    return id ? Json(model::get<model::Round>(doc, *id).number) : Json(nullptr);
}

} // namespace

std::string compare_json(analysis::Comparison const& all, analysis::Lineage lineage,
                         ComparedSide const& before, ComparedSide const& after)
{
    Json doubtful = Json::array();
    for (auto const& pair : all.matching.doubtful)
        doubtful.push_back({{"before", case_of(before.doc, pair.before)},
                            {"after", case_of(after.doc, pair.after)},
                            {"similarity", pair.thousandths / 1000.0}});
    Json changes = Json::array();
    for (auto const& one : all.cases) changes.push_back(change_of(all, one, before.doc, after.doc));
    Json const out{{"format", "cadran-compare"},
                   {"version", format_version},
                   {"before", side(before)},
                   {"after", side(after)},
                   {"one_session", lineage == analysis::Lineage::one_session},
                   {"nothing_changed", all.nothing_changed()},
                   {"moved", all.moved()},
                   {"other_quadrant", all.other_quadrant()},
                   {"ranks_changed", all.ranks_changed()},
                   {"verdicts_changed", all.verdicts_changed()},
                   {"agreement_gained", all.agreement_gained()},
                   {"agreement_lost", all.agreement_lost()},
                   {"order",
                    {{"pairs", all.pairs},
                     {"swapped", all.pairs_swapped},
                     {"tau_b", or_null(all.order_agreement)},
                     {"first", all.first},
                     {"entering", cases(after.doc, all.entering)},
                     {"leaving", cases(before.doc, all.leaving)}}},
                   {"convention_before", convention(all.convention_before)},
                   {"convention_after", convention(all.convention_after)},
                   {"reference_before", reference(before.doc, all.reference_before)},
                   {"reference_after", reference(after.doc, all.reference_after)},
                   {"other_reference", all.other_reference},
                   {"votes_only_before", rounds(before.doc, all.held_before)},
                   {"votes_only_after", rounds(after.doc, all.held_after)},
                   {"axes", axes_of(all, before.doc, after.doc)},
                   {"new", unpaired(after.doc, after.doc, "parted_from", all.matching.fresh)},
                   {"gone", unpaired(before.doc, after.doc, "merged_into", all.matching.gone)},
                   {"doubtful", std::move(doubtful)},
                   {"cases", std::move(changes)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
