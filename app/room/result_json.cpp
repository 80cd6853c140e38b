#include "analysis/estimates/cloud.h"
#include "analysis/voting/tally.h"
#include "model/turnout.h"
#include "room/projection.h"
#include "wording/estimates.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"
#include "wording/votes/rooms.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

// The result of a revealed round.
namespace room {
namespace {

using Json = nlohmann::ordered_json;
using model::Document;
using model::RoundId;

RoundId last_revealed(Document const& doc)
{
    RoundId last;
    std::int64_t closed_ms = -1;
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc)) {
        if (status.state != model::RoundState::revealed || status.closed_ms < closed_ms) continue;
        last = id, closed_ms = status.closed_ms;
    }
    return last;
}

Json head_json(i18n::Catalogue const& words, RoundId id, model::Round const& round)
{
    return {{"round", id_text(id.value)},
            {"number", round.number},
            {"kind", model::is_vote(round) ? "vote" : "estimate"},
            {"method", base::name_of(round.method)},
            {"method_name", wording::method(words, round.method)},
            {"question", wording::asked(words, round)}};
}

Json case_json(Document const& doc, model::CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    return {{"case", id_text(id.value)}, {"number", text.number}, {"title", text.title}};
}

// The length of a bar relative to the longest; nothing when the score is no length.
Json bar_of(analysis::Tally const& tally, analysis::CaseTally const& one)
{
    double most = 0;
    for (auto const& other : tally.cases) most = std::max(most, analysis::value(other.score));
    auto const score = analysis::value(one.score);
    if (most <= 0 || score < 0) return nullptr;
    return static_cast<int>(std::lround(score / most * 1000));
}

Json vote_json(i18n::Catalogue const& words, Document const& doc, RoundId id,
               model::Round const& round)
{
    auto out = head_json(words, id, round);
    analysis::TallyOptions options;
    options.resamples = 0;
    auto const tally = analysis::tally(doc, id, options);
    if (!tally) return nullptr;
    out["voters"] = wording::voters(words, *tally);
    out["counted_by"] = wording::counted_by(words, *tally);
    auto notes = wording::of_all(words, doc, *tally);
    for (auto& one : wording::reservations(words, doc, *tally)) notes.push_back(std::move(one));
    if (auto ways = wording::ways(words, doc, id); !ways.empty()) notes.push_back(std::move(ways));
    auto const rooms = analysis::by_room(doc, id, options);
    if (rooms)
        for (auto const& one : rooms->rooms)
            notes.push_back(wording::room_ballots(words, doc, one));
    for (auto& one : wording::about_rooms(words, doc, id, rooms)) notes.push_back(std::move(one));
    out["notes"] = notes;
    out["rows"] = Json::array();
    for (auto const& one : tally->cases) {
        auto row = case_json(doc, one.on);
        wording::CaseResult const of{round, *tally, one};
        row["rank"] = tally->silent() ? Json() : Json(one.rank);
        row["score"] = wording::score(words, of);
        row["under"] = wording::under_score(words, of);
        row["line"] = wording::result_line(words, of);
        row["bar"] = bar_of(*tally, one);
        out["rows"].push_back(std::move(row));
    }
    out["axes"] = Json::array();
    return out;
}

Json estimate_json(i18n::Catalogue const& words, Document const& doc, RoundId id,
                   model::Round const& round)
{
    auto out = head_json(words, id, round);
    auto const table = analysis::read_estimates(doc, id);
    if (!table) return nullptr;
    out["voters"] =
        wording::received(words, static_cast<std::size_t>(table->voters), round.headcount);
    out["counted_by"] = "";
    out["notes"] = Json::array();
    out["rows"] = Json::array();
    out["axes"] = Json::array();
    for (auto axis : table->axes) {
        auto const lines = model::get<model::Axis>(doc, axis);
        auto rows = Json::array();
        for (auto on : table->cases) {
            auto const cloud = analysis::cloud(*table, axis, on, lines);
            auto row = case_json(doc, on);
            auto const level = [](double at) { return std::lround(at); };
            row["opportunity"] =
                cloud.shape ? Json(level(cloud.shape->median.opportunity)) : Json();
            row["risk"] = cloud.shape ? Json(level(cloud.shape->median.risk)) : Json();
            row["agreement"] = cloud.shape ? wording::agreement(words, cloud.shape->agreement())
                                           : wording::too_few(words);
            row["people"] = wording::people(words, cloud);
            rows.push_back(std::move(row));
        }
        auto shown = axis_json(words, doc, axis);
        shown["axis"] = id_text(axis.value);
        shown["rows"] = std::move(rows);
        out["axes"].push_back(std::move(shown));
    }
    return out;
}

} // namespace

Json result_json(i18n::Catalogue const& words, Document const& doc)
{
    auto const id = last_revealed(doc);
    if (!id) return nullptr;
    auto const round = model::get<model::Round>(doc, id);
    return model::is_vote(round) ? vote_json(words, doc, id, round)
                                 : estimate_json(words, doc, id, round);
}

} // namespace room
