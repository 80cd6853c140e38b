#include "ballots/ballot_in_hand.h"
#include "base/sha256.h"
#include "model/voting_method.h"
#include "room/room.h"

#include <nlohmann/json.hpp>

#include <algorithm>

// The acts of a seat: proposals, ballots, estimates, raised hand.
namespace room {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

Response said(Json const& json)
{
    return {200, "application/json", written(json), {{"Cache-Control", "no-store"}}};
}

// The response to an error of the session.
Refusal refusal_of(base::Error const& why)
{
    bool const disk = why.where.starts_with("file.") || why.where.starts_with("box.");
    if (disk || why.where == "session.closed") return {503, why};
    switch (why.code) {
    case Errc::invalid: return {422, why};
    case Errc::conflict:
    case Errc::not_found: return {409, why}; // removed meanwhile
    case Errc::denied: return {403, why};
    case Errc::io:
    case Errc::corrupt:
    case Errc::too_new:
    case Errc::locked: break;
    }
    return {503, why};
}

// The response to a body of the wrong form (400) or with values out of range (422).
Refusal unread(base::Error const& why)
{
    bool const form = why.where.starts_with("room.");
    return {form ? 400 : 422, why};
}

// Deterministic, so that a retry, also after a restart, proposes nothing new.
model::ProposalId proposal_id(Seat const& seat, std::string const& act)
{
    auto const digest = base::sha256("proposal of " + seat.hash, act);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8U | digest.at(i);
    return model::ProposalId{model::derived_ids | (bits >> 12U)};
}

} // namespace

session::Message Room::message(decltype(session::Message::what) what) const
{
    return {phones, std::move(what), parts_.view.opening, {}};
}

void Room::act(Request const& request, Seat& seat, Body const& body, Told told)
{
    auto const& words = parts_.words.of(request.header("x-cadran").value_or("fr"));
    auto& lately = lately_[&seat];
    auto const act = act_of(body);
    if (!act) return told(refused(words, {400, act.error()}));
    for (auto const& [name, response] : lately.done)
        if (name == *act) return told(response);
    if (auto const on_its_way = lately.waiting.find(*act); on_its_way != lately.waiting.end()) {
        on_its_way->second.push_back(std::move(told));
        return;
    }
    auto const now = parts_.clock.now_ms();
    if (auto const wait = lately.pace.wait_ms(now); wait > 0)
        return told(refused(
            words, refusal(429, Errc::denied, "room.pace", std::to_string((wait + 999) / 1000))));
    lately.pace.count(now);
    auto begun = begin(request.path(), seat, *act, body);
    auto remember = [&lately](std::string const& name, Response const& response) {
        if (response.status != 200) return; // refused acts may be retried
        lately.done.emplace_back(name, response);
        if (lately.done.size() > acts_kept) lately.done.pop_front();
    };
    if (auto const* why = std::get_if<Refusal>(&begun)) return told(refused(words, *why));
    if (auto const* done = std::get_if<Response>(&begun)) {
        remember(*act, *done);
        return told(*done);
    }
    auto& doing = std::get<Doing>(begun);
    lately.waiting[*act].push_back(std::move(told));
    doing.message.reply = [this, &lately, &words, remember, name = *act,
                           then = std::move(doing.then)](session::Answer const& answer) {
        auto const kept = session::as_result(answer.outcome);
        auto const response = kept ? then(answer) : refused(words, refusal_of(kept.error()));
        remember(name, response);
        auto const waiting = lately.waiting.extract(name);
        if (waiting.empty()) return;
        for (auto const& one : waiting.mapped()) one(response);
        parts_.changed();
    };
    if (parts_.post(std::move(doing.message))) return;
    auto const waiting = lately.waiting.extract(*act);
    for (auto const& one : waiting.mapped())
        one(refused(words, refusal(503, Errc::conflict, "room.busy")));
}

Room::Begun Room::begin(std::string_view path, Seat& seat, std::string const& act, Body const& body)
{
    if (path == "/api/propose") return propose(seat, act, body);
    if (path == "/api/ballot/withdraw") return withdraw(seat, body);
    if (path == "/api/hand") {
        auto const raised = read_raised(body);
        if (!raised) return unread(raised.error());
        seat.hand = *raised;
        parts_.changed();
        return said({{"ok", true}});
    }
    if (path == "/api/name") {
        auto name = read_name(body);
        if (!name) return unread(name.error());
        seat.name = std::move(*name);
        parts_.changed();
        return said({{"ok", true}});
    }
    auto const id = read_round(body);
    if (!id) return unread(id.error());
    auto const* round = model::find<model::Round>(parts_.view.document, *id);
    if (!round) return refusal(409, Errc::not_found, "round");
    if (round->source == model::BallotSource::hands)
        return refusal(409, Errc::conflict, "room.by_hands");
    bool const estimates = path == "/api/estimate";
    auto const ballot = estimates ? read_estimates(body) : read_ballot(body, *round);
    if (!ballot) return unread(ballot.error());
    if (auto const ok = check(seat, *id, *ballot); !ok) return unread(ok.error());
    return cast(seat, body, *ballot, estimates ? "estimates" : "marks");
}

Room::Begun Room::propose(Seat& seat, std::string const& act, Body const& body)
{
    auto const& doc = parts_.view.document;
    auto const step = model::get<model::Stage>(doc).step;
    if (step != model::Step::gather && step != model::Step::group)
        return refusal(409, Errc::conflict, "gather.closed");
    if (seat.proposals.size() >= proposals_most)
        return refusal(429, Errc::denied, "room.pace", "60");
    auto said_by_phone = read_proposing(body);
    if (!said_by_phone) return unread(said_by_phone.error());
    auto& proposed = *said_by_phone;
    bool const with_name = proposed.with_name == Proposing::Signed::yes;
    auto const id = proposal_id(seat, act);
    model::Proposal const proposal{
        std::move(proposed.title),  std::move(proposed.description),
        std::move(proposed.domain), with_name ? seat.name : std::string{},
        model::Origin::phone,       parts_.clock.now_ms()};
    edit::Propose const wish{{{id, proposal, {}}}};
    return Doing{message(session::Ask{wish}), [this, &seat, id](session::Answer const&) {
                     parts_.seats.note(seat, id);
                     auto const how = model::get<model::Gathering>(parts_.view.document);
                     bool const waits = how.moderation == model::Moderation::on;
                     return said({{"ok", true},
                                  {"id", id_text(id.value)},
                                  {"state", waits ? "waiting" : "accepted"}});
                 }};
}

// The rules that the booth enforces and the session does not check: cases out of budget, ranks, the
// pairs that this seat was asked.
Result<void> Room::check(Seat const& seat, model::RoundId id, model::Ballot const& ballot) const
{
    auto const round = model::get<model::Round>(parts_.view.document, id);
    auto const hand = ballots::blank_ballot(parts_.view.document, round, {}, seat.turn(id));
    auto const type = model::voting_method(round.method).ballot;
    for (auto const& mark : ballot.marks) {
        if (hand.beyond.contains(mark.on)) return fail(Errc::invalid, "ballot.reach");
        if (type == model::BallotType::orders && mark.value > static_cast<int>(round.cases.size()))
            return fail(Errc::invalid, "ballot.rank");
        if (type != model::BallotType::pairs) continue;
        auto const place = static_cast<std::size_t>(mark.value) - 1;
        if (place >= round.cases.size()) return fail(Errc::invalid, "ballot.pair");
        auto const asked = [&](ballots::Duel const& duel) {
            return std::minmax(duel.left, duel.right) == std::minmax(mark.on, round.cases[place]);
        };
        if (!std::ranges::any_of(hand.duels, asked)) return fail(Errc::invalid, "ballot.pair");
    }
    return {};
}

Room::Begun Room::cast(Seat& seat, Body const& body, model::Ballot const& ballot, char const* field)
{
    auto const round = *read_round(body);
    auto const token = seat.ballot_token(round);
    auto own = OwnBallot{round, written({{field, body.at(field)}})};
    return Doing{message(session::Cast{round, token, ballot}),
                 [this, &seat, token, own = std::move(own)](session::Answer const&) {
                     lately_[&seat].ballot = own;
                     return said({{"ok", true}, {"ticket", ballots::ticket_of(token)}});
                 }};
}

Room::Begun Room::withdraw(Seat& seat, Body const& body)
{
    auto const round = read_round(body);
    if (!round) return unread(round.error());
    return Doing{message(session::Withdraw{*round, seat.ballot_token(*round)}),
                 [this, &seat](session::Answer const&) {
                     lately_[&seat].ballot.reset();
                     return said({{"ok", true}});
                 }};
}

std::variant<Refusal, Response> Room::alike(Body const& body)
{
    auto const title = read_title(body);
    if (!title) return unread(title.error());
    auto const& doc = parts_.view.document;
    constexpr std::size_t words_at_once = 100'000, most = 3;
    while (!likeness_.read(doc, words_at_once)) {
    }
    auto like = Json::array();
    for (auto const& [id, thousandths] : likeness_.alike(doc, *title, most)) {
        auto const text = model::get<model::Case>(doc, id);
        like.push_back({{"id", id_text(id.value)},
                        {"number", text.number},
                        {"title", text.title},
                        {"percent", thousandths / 10}});
    }
    return said({{"like", like}});
}

} // namespace room
