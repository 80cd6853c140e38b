#include "exchange/results/json.h"

#include "analysis/common/in_use.h"
#include "analysis/common/single_answers.h"
#include "analysis/ranking/guard_rails.h"
#include "base/names.h"
#include "exchange/results/json_parts.h"
#include "exchange/results/records_json.h"
#include "model/rooms.h"

#include <set>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::name_of;

Json cases_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, one] : model::table<model::Case>(doc)) {
        Json row{{"id", id.value},
                 {"number", one.number},
                 {"title", one.title},
                 {"short_title", one.short_title},
                 {"need", one.need},
                 {"description", one.description},
                 {"domain", one.domain},
                 {"proposer", one.proposer},
                 {"personal_data", name_of(one.personal_data)},
                 {"ai_act", name_of(one.ai_act)},
                 {"source", one.source},
                 {"cost", one.cost},
                 {"notes", one.notes},
                 {"origin", name_of(one.origin)}};
        if (auto const* place = model::find<model::CardPlace>(doc, id))
            row["card"] = {{"x", place->at.x}, {"y", place->at.y}};
        if (auto const* member = model::find<model::Membership>(doc, id))
            row["group"] = member->group.value;
        if (auto const* merge = model::find<model::Merge>(doc, id))
            row["merged_into"] = merge->into.value;
        if (model::find<model::FaceDown>(doc, id)) row["face_down"] = true;
        out.push_back(std::move(row));
    }
    return out;
}

Json groups_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, group] : model::table<model::Group>(doc)) {
        Json members = Json::array();
        for (auto const& [on, member] : model::table<model::Membership>(doc))
            if (member.group == id) members.push_back(on.value);
        out.push_back({{"id", id.value},
                       {"number", group.number},
                       {"title", group.title},
                       {"cases", std::move(members)}});
    }
    return out;
}

Json axes_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, axis] : model::table<model::Axis>(doc))
        out.push_back({{"id", id.value},
                       {"number", axis.place},
                       {"order", axis.order},
                       {"name", axis.title},
                       {"short_name", axis.short_title},
                       {"opportunity", axis.opportunity},
                       {"risk", axis.risk},
                       {"opportunity_line", axis.opportunity_line / per_point},
                       {"risk_line", axis.risk_line / per_point},
                       {"weight", axis.weight_milli / 1000.0},
                       {"subject", name_of(axis.subject)},
                       {"state", name_of(axis.state)}});
    return out;
}

Json rounds_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        auto const status = model::get<model::RoundStatus>(doc, id);
        Json cases = Json::array();
        for (auto on : round.cases) cases.push_back(on.value);
        Json row{{"id", id.value},
                 {"number", round.number},
                 {"question", round.question},
                 {"method", name_of(round.method)},
                 {"state", name_of(status.state)},
                 {"source", name_of(round.source)},
                 {"body", name_of(round.body)},
                 {"blank", name_of(round.blank)},
                 {"budget", round.budget},
                 {"cap", round.cap},
                 {"choices", round.choices},
                 {"grades", round.grades},
                 {"seats", round.seats},
                 {"headcount", round.headcount},
                 {"rooms", name_of(round.rooms)},
                 {"cases", std::move(cases)}};
        if (status.state == model::RoundState::closed ||
            status.state == model::RoundState::revealed) {
            std::int64_t ballots = 0;
            auto const& rows = model::table<model::Ballot>(doc);
            for (auto it = rows.lower_bound({id, 0}); it != rows.end() && it->first.round == id;
                 ++it)
                ballots += it->second.copies;
            row["ballots"] = ballots;
            row["ways"] = ways_json(status);
            if (auto const* told = model::find<model::ByRoom>(doc, id)) {
                row["by_room"] = Json::array();
                for (auto const& one : told->rooms)
                    row["by_room"].push_back(
                        {{"rooms", rooms_json(doc, one.sites)}, {"ballots", one.ballots.size()}});
            }
        }
        out.push_back(std::move(row));
    }
    return out;
}

Json placements_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [key, placed] : model::table<model::Placement>(doc)) {
        Json row{{"axis", key.axis.value},
                 {"case", key.on.value},
                 {"opportunity", placed.opportunity / per_point},
                 {"risk", placed.risk / per_point},
                 {"by", name_of(placed.by)},
                 {"lock", name_of(placed.lock)},
                 {"reason", placed.reason}};
        if (placed.severity >= 0) {
            row["severity"] = placed.severity / per_point;
            row["likelihood"] = placed.likelihood / per_point;
        }
        out.push_back(std::move(row));
    }
    return out;
}

Json decisions_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [key, decision] : model::table<model::Decision>(doc))
        out.push_back({{"case", key.on.value},
                       {"body", name_of(key.body)},
                       {"verdict", name_of(decision.verdict)},
                       {"reason", decision.reason},
                       {"owner", decision.owner},
                       {"review", decision.review},
                       {"question", decision.question},
                       {"notices", notices_json(doc, key)}});
    return out;
}

Json questions_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, one] : model::table<model::Question>(doc))
        out.push_back({{"id", id.value},
                       {"number", one.number},
                       {"text", one.text},
                       {"subject", name_of(one.subject)},
                       {"of", name_of(one.of)},
                       {"as", name_of(one.as)},
                       {"state", name_of(one.state)}});
    return out;
}

// Each question that applies to a case, answered or not.
Json guard_rails_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto on : analysis::visible_cases(doc))
        for (auto const& asked : analysis::questions_of(doc, on))
            out.push_back({{"case", on.value},
                           {"question", asked.id.value},
                           {"reply", name_of(asked.answer.reply)},
                           {"who", asked.answer.who},
                           {"when", asked.answer.when},
                           {"open", asked.open()}});
    return out;
}

std::string printed(Json const& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json proposals_of(model::Document const& doc)
{
    Json out = Json::array();
    for (auto const& [id, one] : model::table<model::Proposal>(doc))
        out.push_back({{"id", id.value},
                       {"title", one.title},
                       {"description", one.description},
                       {"domain", one.domain},
                       {"from", one.from},
                       {"origin", name_of(one.origin)},
                       {"at_ms", one.at_ms}});
    return out;
}

Json ballots_of(model::Document const& doc)
{
    Json out = Json::array();
    analysis::SingleAnswers const single(doc);
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) {
        if (!single.told(key)) continue;
        Json marks = Json::array();
        for (auto const& mark : ballot.marks)
            marks.push_back({{"case", mark.on.value}, {"value", mark.value}});
        out.push_back({{"round", key.round.value},
                       {"number", key.number},
                       {"copies", ballot.copies},
                       {"marks", std::move(marks)}});
        if (auto const* told = model::find<model::ByRoom>(doc, key.round))
            for (auto const& one : told->rooms)
                if (std::ranges::binary_search(one.ballots, key.number))
                    out.back()["rooms"] = rooms_json(doc, one.sites);
    }
    return out;
}

// Null: "don't know".
Json estimates_of(model::Document const& doc)
{
    Json out = Json::array();
    auto const said = [](model::Level level) {
        return level < 0 ? Json() : Json(level / per_point);
    };
    analysis::SingleAnswers const single(doc);
    for (auto const& [key, one] : model::table<model::Estimate>(doc))
        if (single.told(key))
            out.push_back({{"round", key.round.value},
                           {"ballot", key.voter},
                           {"axis", key.axis.value},
                           {"case", key.on.value},
                           {"opportunity", said(one.opportunity)},
                           {"risk", said(one.risk)}});
    return out;
}

} // namespace

nlohmann::ordered_json ways_json(model::RoundStatus const& status)
{
    nlohmann::ordered_json out;
    if (status.ways == model::Ways::counted)
        out = {{"keyboard", status.by_keyboard}, {"phone", status.by_phone}};
    if (status.by_hand > 0) out["hand"] = status.by_hand;
    return out;
}

nlohmann::ordered_json rooms_json(model::Document const& doc,
                                  std::vector<model::SiteId> const& sites)
{
    std::set<int> numbers;
    for (auto id : sites) numbers.insert(model::get<model::Site>(doc, id).number);
    Json out = Json::array();
    for (auto number : numbers) out.push_back(model::letter_of(number));
    return out;
}

nlohmann::ordered_json notices_json(model::Document const& doc, model::DecisionKey const& key)
{
    Json out = Json::array();
    for (auto notice : analysis::notices_of(doc, key)) out.push_back(name_of(notice));
    return out;
}

namespace {

Json shown(model::Document const& doc, std::uint64_t entries, std::string const& hash,
           Ballots ballots)
{
    auto const profile = model::get<model::Profile>(doc);
    Json out{{"format", export_format},
             {"version", export_version},
             {"title", profile.title},
             {"language", profile.language},
             {"step", name_of(model::get<model::Stage>(doc).step)},
             {"entries", entries},
             {"hash", hash},
             {"cases", cases_of(doc)},
             {"proposals", proposals_of(doc)},
             {"groups", groups_of(doc)},
             {"axes", axes_of(doc)},
             {"rounds", rounds_of(doc)},
             {"placements", placements_of(doc)},
             {"decisions", decisions_of(doc)},
             {"questions", questions_of(doc)},
             {"guard_rails", guard_rails_of(doc)}};
    if (ballots == Ballots::one_by_one) {
        out["ballots"] = ballots_of(doc);
        out["estimates"] = estimates_of(doc);
    }
    return out;
}

} // namespace

std::string show_json(model::Document const& doc, std::uint64_t entries, std::string const& hash,
                      Ballots ballots)
{
    return printed(shown(doc, entries, hash, ballots));
}

std::string session_json(model::Document const& doc, std::uint64_t entries, std::string const& hash,
                         Ballots ballots)
{
    auto out = shown(doc, entries, hash, ballots);
    out["records"] = records_json(doc, ballots == Ballots::one_by_one ? PeoplesAnswers::one_by_one
                                                                      : PeoplesAnswers::left_out);
    return printed(out);
}

} // namespace exchange
