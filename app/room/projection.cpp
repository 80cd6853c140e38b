#include "room/projection.h"

#include "analysis/common/in_use.h"
#include "analysis/common/random.h"
#include "ballots/ballot_in_hand.h"
#include "base/sha256.h"
#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "wording/board.h"
#include "wording/notice.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace room {
namespace {

using Json = nlohmann::ordered_json;
using model::CaseId;
using model::Document;
using model::RoundState;
using model::RoundStatus;
using model::Step;

bool takes_proposals(Document const& doc)
{
    auto const step = model::get<model::Stage>(doc).step;
    return step == Step::gather || step == Step::group;
}

// Cases that are neither merged nor face down.
std::vector<CaseId> readable(Document const& doc)
{
    auto out = analysis::visible_cases(doc);
    std::erase_if(out, [&](CaseId id) { return model::find<model::FaceDown>(doc, id) != nullptr; });
    return out;
}

Json cases_json(Document const& doc, std::vector<CaseId> const& cases)
{
    auto out = Json::array();
    for (auto id : cases) {
        auto const text = model::get<model::Case>(doc, id);
        out.push_back({{"id", id_text(id.value)},
                       {"number", text.number},
                       {"title", text.title},
                       {"short", text.short_title},
                       {"domain", text.domain}});
    }
    return out;
}

Json domains_json(Document const& doc, std::vector<CaseId> const& cases)
{
    std::map<std::string, std::string> by_fold;
    for (auto id : cases) {
        auto const domain = model::get<model::Case>(doc, id).domain;
        if (!domain.empty()) by_fold.emplace(base::fold(domain), domain);
    }
    std::vector<std::string> names;
    for (auto const& [fold, name] : by_fold) names.push_back(name);
    std::ranges::sort(names, [](auto const& a, auto const& b) { return base::collate(a, b) < 0; });
    return names;
}

Json head_json(i18n::Catalogue const& words, session::View const& view, std::string const& room)
{
    auto const& doc = view.document;
    auto const step = model::get<model::Stage>(doc).step;
    auto expected = model::at_one_machine(doc, model::headcount_of(doc));
    for (auto const& [id, round] : model::table<model::Round>(doc)) // the committee's own number
        if (round.body == model::Body::committee &&
            model::get<model::RoundStatus>(doc, id).state == model::RoundState::open)
            expected = model::at_one_machine(doc, round.headcount);
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc)) // ballots are awaited
        if (status.state == model::RoundState::open && expected > status.by_hand)
            expected -= status.by_hand;
    return {{"room", room},
            {"version", view.version},
            {"lang", words.language() == i18n::Language::french ? "fr" : "en"},
            {"title", model::get<model::Profile>(doc).title},
            {"item", {{"one", words.text("item.one")}, {"many", words.text("item.many")}}},
            {"step", base::name_of(step)},
            {"step_number", static_cast<int>(step) + 1},
            {"step_name", words.text("step." + std::string(base::name_of(step)))},
            {"question", wording::question(words, doc, step)},
            {"instruction", wording::instruction(words, doc, step)},
            {"expected", expected > 0 ? Json(expected) : Json()}};
}

Json gather_json(Document const& doc, std::vector<CaseId> const& cases)
{
    auto const how = model::get<model::Gathering>(doc);
    return {{"open", takes_proposals(doc)},
            {"moderation", how.moderation == model::Moderation::on},
            {"hidden", how.writing == model::Writing::hidden},
            {"limits",
             {{"title", exchange::proposal_most::title},
              {"description", exchange::proposal_most::description},
              {"domain", exchange::proposal_most::domain}}},
            {"domains", domains_json(doc, cases)}};
}

Json timer_json(Document const& doc, std::int64_t now_ms)
{
    auto const timer = model::get<model::Timer>(doc);
    if (timer.end_ms == 0) return nullptr;
    bool const runs = timer.paused_left_ms == 0;
    return {{"running", runs},
            {"left_ms", runs ? timer.end_ms - now_ms : timer.paused_left_ms},
            {"total_ms", std::max<std::int64_t>(0, timer.end_ms - timer.start_ms)}};
}

Json proposal_json(i18n::Catalogue const& words, Document const& doc, Fates const& fates,
                   model::ProposalId id)
{
    using Fate = Fates::Fate;
    auto const told = fates.of(doc, id);
    if (!told) return nullptr;
    auto const* on = model::find<model::Case>(doc, told->on);
    bool const down = on && model::find<model::FaceDown>(doc, told->on);
    auto const* state = told->fate == Fate::waiting    ? "waiting"
                        : told->fate == Fate::accepted ? "accepted"
                        : told->fate == Fate::merged   ? "merged"
                                                       : "refused";
    auto const text = told->fate == Fate::waiting  ? words.text("room.mine.waiting")
                      : !on                        ? words.text("room.mine.refused")
                      : told->fate == Fate::merged ? words.text("room.mine.merged", on->number)
                      : down                       ? words.text("room.mine.hidden")
                                                   : words.text("room.mine.accepted", on->number);
    return {{"id", id_text(id.value)},
            {"title", told->text.title},
            {"description", told->text.description},
            {"domain", told->text.domain},
            {"state", state},
            {"case", on && !down ? Json(id_text(told->on.value)) : Json()},
            {"number", on && !down ? Json(on->number) : Json()},
            {"text", text}};
}

// A shuffle seeded by the seat and the round: stable for both.
std::vector<std::size_t> own_order(Seat const& seat, model::RoundId round, std::size_t count)
{
    auto const digest = base::sha256("order of " + seat.hash, std::to_string(round.value));
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i) seed = seed << 8U | digest.at(i);
    analysis::Random random(seed);
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = i;
    for (auto left = count; left > 1; --left)
        std::swap(out[left - 1], out[random.below(static_cast<std::uint32_t>(left))]);
    return out;
}

// The members of an object, without its braces.
std::string inside(Json const& object)
{
    auto const all = written(object);
    return all.substr(1, all.size() - 2);
}

} // namespace

std::string written(Json const& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string id_text(std::uint64_t id) { return std::to_string(id); }

struct Projection::Parts {
    i18n::Catalogue const* words = nullptr;
    session::View view;
    std::vector<CaseId> readable;
    std::string head, gather, cases, result;
    model::RoundId round;
    model::Round rules;
    RoundStatus status;
    std::string round_head;
    std::vector<std::string> round_cases; // in the order of the round
};

namespace {

model::RoundId round_shown(Document const& doc)
{
    model::RoundId last;
    std::int64_t closed_ms = -1;
    for (auto const& [id, status] : model::table<RoundStatus>(doc)) {
        if (status.state == RoundState::open) return id;
        if (status.state != RoundState::closed || status.closed_ms < closed_ms) continue;
        if (!model::anyone_voted(doc, id)) continue; // without ballots no reveal is expected
        last = id, closed_ms = status.closed_ms;
    }
    return last;
}

} // namespace

Projection::Projection(i18n::Catalogue const& words, session::View view, std::string const& room)
    : parts_(std::make_unique<Parts>())
{
    auto& p = *parts_;
    p.words = &words;
    p.view = std::move(view);
    auto const& doc = p.view.document;
    p.readable = readable(doc);
    p.head = inside(head_json(words, p.view, room));
    p.gather = inside(gather_json(doc, p.readable));
    p.cases = written(cases_json(doc, p.readable));
    p.result = written(result_json(words, doc));
    p.round = round_shown(doc);
    if (!p.round) return;
    p.rules = model::get<model::Round>(doc, p.round);
    p.status = model::get<RoundStatus>(doc, p.round);
    p.round_head = inside(round_json(words, doc, p.round));
    for (auto id : p.rules.cases)
        p.round_cases.push_back(written(round_case_json(words, doc, p.rules, id)));
}

Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

model::RoundId Projection::round() const { return parts_->round; }

std::string Projection::count() const
{
    auto const& p = *parts_;
    if (!p.round || p.status.state != RoundState::open) return {};
    return written({{"round", id_text(p.round.value)}, {"cast", p.view.ballots(p.round)}});
}

std::string Projection::state(Seat const& seat, OwnBallot const* own, Fates const& fates,
                              std::int64_t now_ms) const
{
    auto const& p = *parts_;
    auto const& doc = p.view.document;
    auto mine = Json::array();
    for (auto it = seat.proposals.rbegin(); it != seat.proposals.rend(); ++it)
        if (auto one = proposal_json(*p.words, doc, fates, *it); !one.is_null())
            mine.push_back(std::move(one));
    auto out = "{\"now_ms\":" + std::to_string(now_ms) +
               ",\"timer\":" + written(timer_json(doc, now_ms)) + ',' + p.head +
               ",\"me\":" + written({{"name", seat.name}, {"hand", seat.hand}}) + ",\"gather\":{" +
               p.gather + ",\"mine\":" + written(mine) + "},\"round\":";
    if (!p.round) {
        out += "null";
    } else {
        bool const open = p.status.state == RoundState::open; // the ballots are in the box
        bool const takes = open && !model::collection_in_progress(doc, p.round);
        bool const drawn = model::is_vote(p.rules);
        auto const token = seat.ballot_token(p.round);
        bool const mine_here = own && own->round == p.round;
        // The box is destroyed after the close; only `mine_here`, in memory, knows then.
        bool const given = open ? p.view.holds(p.round, token) : mine_here;
        out += '{' + p.round_head + ",\"order\":" + (drawn ? "\"drawn\"" : "\"read\"") +
               ",\"cases\":[";
        auto const count = p.round_cases.size();
        auto const order = own_order(seat, p.round, count);
        for (std::size_t i = 0; i < count; ++i)
            out += (i > 0 ? "," : "") + p.round_cases[drawn ? order[i] : i];
        auto pairs = Json::array();
        auto const blank = ballots::blank_ballot(doc, p.rules, token, seat.turn(p.round));
        for (auto const& duel : blank.duels)
            pairs.push_back({id_text(duel.left.value), id_text(duel.right.value)});
        bool const known = given && mine_here && !own->json.empty();
        out += "],\"pairs\":" + written(pairs) + ",\"left_ms\":" +
               (takes && p.status.until_ms != 0 ? std::to_string(p.status.until_ms - now_ms)
                                                : "null") +
               ",\"given\":" + (given ? "true" : "false") +
               ",\"mine\":" + (known ? own->json : "null") +
               ",\"ticket\":" + (given ? written(ballots::ticket_of(token)) : "null") +
               ",\"cast\":" + (open ? std::to_string(p.view.ballots(p.round)) : "null") + '}';
    }
    return out += ",\"result\":" + p.result + ",\"cases\":" + p.cases + '}';
}

std::size_t print_of(std::string_view state)
{
    // Changing a timer writes an entry, so `version` changes.
    constexpr std::array<std::string_view, 2> counters{"\"left_ms\":", "\"cast\":"};
    state.remove_prefix(std::min(state.find(",\"timer\":"), state.size()));
    std::string rest;
    for (;;) {
        auto next = std::string_view::npos;
        for (auto const counter : counters)
            if (auto const at = state.find(counter); at != std::string_view::npos)
                next = std::min(next, at + counter.size());
        if (next == std::string_view::npos) break;
        rest += state.substr(0, next);
        state.remove_prefix(next);
        state.remove_prefix(std::min(state.find_first_not_of("-0123456789"), state.size()));
    }
    return std::hash<std::string>{}(rest.append(state));
}

std::optional<std::string> Projection::sheet(CaseId id) const
{
    auto const& p = *parts_;
    if (std::ranges::find(p.readable, id) == p.readable.end()) return std::nullopt;
    auto const& doc = p.view.document;
    auto const& words = *p.words;
    auto const text = model::get<model::Case>(doc, id);
    auto fields = Json::array();
    auto add = [&](char const* label, std::string const& said) {
        if (!said.empty()) fields.push_back({{"label", words.text(label)}, {"text", said}});
    };
    add("sheet.need", text.need);
    add("sheet.description", text.description);
    add("sheet.domain", text.domain);
    add("sheet.cost", text.cost);
    auto merged = Json::array();
    for (auto const& [absorbed, merge] : model::table<model::Merge>(doc)) {
        if (merge.into != id || model::find<model::FaceDown>(doc, absorbed)) continue;
        auto const other = model::get<model::Case>(doc, absorbed);
        merged.push_back({{"number", other.number}, {"title", other.title}});
    }
    return written({{"id", id_text(id.value)},
                    {"number", text.number},
                    {"title", text.title},
                    {"short", text.short_title},
                    {"need", text.need},
                    {"description", text.description},
                    {"domain", text.domain},
                    {"cost", text.cost},
                    {"personal_data", base::name_of(text.personal_data)},
                    {"ai_act", base::name_of(text.ai_act)},
                    {"fields", fields},
                    {"merged", merged}});
}

std::string hello(i18n::Catalogue const& words, session::View const& view, std::string const& room,
                  std::string const& organisation, Joined joined, std::int64_t now_ms)
{
    auto const own = model::get<model::Notice>(view.document, wording::tongue_of(words));
    auto notice = Json::array();
    for (auto const& part : wording::notice_parts)
        notice.push_back({{"head", wording::notice_head(words, part)},
                          {"text", wording::notice_text(words, part, own, organisation)}});
    auto const profile = model::get<model::Profile>(view.document);
    return written({{"room", room},
                    {"title", profile.title},
                    {"line", words.text("room.line", words.date(now_ms))},
                    {"lang", profile.language},
                    {"joined", joined == Joined::yes},
                    {"code_length", code_signs},
                    {"notice", notice}});
}

} // namespace room
