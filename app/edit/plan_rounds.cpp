#include "edit/plan.h"
#include "model/rooms.h"
#include "model/turnout.h"
#include "model/voting_method.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace edit {
namespace {

using model::BallotSource;
using model::Method;
using model::Round;
using model::RoundState;
using model::RoundStatus;
using model::TieDecision;

constexpr int budget_max = 1'000'000;
constexpr int voters_max = 1'000'000; // imported elections exceed any room
constexpr int grades_max = 1000;

RoundState state_of(Document const& doc, model::RoundId id)
{
    return model::get<RoundStatus>(doc, id).state;
}

Result<void> check_none_open(Document const& doc)
{
    for (auto const& [id, status] : model::table<RoundStatus>(doc))
        if (status.state == RoundState::open) return fail(Errc::conflict, "round.other_open");
    return {};
}

// The removal of all records R of a round.
template <class R>
void drop_all_of(Document const& doc, model::RoundId round, Changes& out)
{
    for (auto const& [key, record] : model::table<R>(doc))
        if (key.round == round) model::drop<R>(out, doc, key);
}

// Records raised hands, at most `most` for a case; returns how many there are in all.
Result<std::int64_t> add_hands(Document const& doc, model::RoundId id, Round const& round,
                               std::vector<std::pair<model::CaseId, int>> const& hands, int most,
                               Changes& out)
{
    std::int64_t all = 0;
    std::set<model::CaseId> seen;
    for (auto const& [on, count] : hands) {
        if (std::ranges::find(round.cases, on) == round.cases.end())
            return fail(Errc::invalid, "ballot.case");
        if (!seen.insert(on).second) return fail(Errc::invalid, "ballot.twice");
        if (count < 0 || count > most)
            return fail(Errc::invalid, "hands.count", std::to_string(count));
        all += count;
        model::put<model::Hands>(out, doc, {id, on}, model::Hands{count});
    }
    return all;
}

Result<void> check_labels(Round const& round)
{
    if (round.labels.empty()) return {};
    bool const one_each = model::voting_method(round.method).has(model::VotingMethod::labels) &&
                          static_cast<int>(round.labels.size()) == round.grades;
    std::size_t bytes = 0;
    for (auto const& label : round.labels) bytes += label.size();
    if (!one_each || bytes > text_max) return fail(Errc::invalid, "round.labels");
    return {};
}

Result<void> check_round(Round const& round, auto const& case_exists)
{
    auto in_range = [](int v) { return v >= 0 && v <= budget_max; };
    if (!in_range(round.budget) || !in_range(round.cap) || !in_range(round.choices))
        return fail(Errc::invalid, "round.budget");
    // A scale needs at least two grades.
    bool const worded = model::voting_method(round.method).ballot == model::BallotType::grades;
    if (round.grades < (worded ? 2 : 1) || round.grades > grades_max)
        return fail(Errc::invalid, "round.grades");
    if (auto ok = check_labels(round); !ok) return ok;
    if (round.headcount < 0 || round.headcount > voters_max)
        return fail(Errc::invalid, "round.headcount");
    if (round.money < 0 || round.money > money_max) return fail(Errc::invalid, "round.money");
    if (round.quorum < 0 || round.quorum > 100) return fail(Errc::invalid, "round.quorum");
    if (round.seats < 1 || round.seats > budget_max) return fail(Errc::invalid, "round.seats");
    if (round.question.size() > text_max) return fail(Errc::invalid, "round.question");
    std::set<model::CaseId> seen;
    for (auto id : round.cases) {
        if (!case_exists(id)) return fail(Errc::not_found, "case");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
    }
    return {};
}

// The next number within its kind (vote or estimating round).
int next_number(Document const& doc, Round const& among)
{
    int number = 0;
    for (auto const& [id, round] : model::table<Round>(doc))
        if (model::is_vote(round) == model::is_vote(among)) number = std::max(number, round.number);
    return number + 1;
}

// A prepared round that asks for the number of another prepared one swaps numbers with it; any
// other requested number is ignored.
void change_places(Document const& doc, Round const& now, Round& round, Changes& out)
{
    auto const wanted = std::exchange(round.number, now.number);
    if (wanted == now.number) return;
    for (auto const& [id, other] : model::table<Round>(doc)) {
        if (other.number != wanted || model::is_vote(other) != model::is_vote(now) ||
            state_of(doc, id) != RoundState::setup)
            continue;
        auto moved = other;
        moved.number = now.number;
        round.number = wanted;
        model::put<Round>(out, doc, id, std::move(moved));
        return;
    }
}

// A revote needs a revealed round with the same ballot source, and some of its cases.
Result<void> check_revote(Document const& doc, Round const& round)
{
    if (!round.revote_of) return {};
    auto const* first = model::find<Round>(doc, round.revote_of);
    if (!first) return fail(Errc::not_found, "round");
    if (state_of(doc, round.revote_of) != RoundState::revealed)
        return fail(Errc::conflict, "round.not_revealed");
    if (first->body != round.body) return fail(Errc::invalid, "round.revote");
    for (auto id : round.cases)
        if (std::ranges::find(first->cases, id) == first->cases.end())
            return fail(Errc::invalid, "round.revote");
    return {};
}

Result<void> add_ballots(Document const& doc, model::RoundId id, Round const& round,
                         std::vector<model::Ballot> const& ballots, Changes& out)
{
    int number = 0;
    for (auto const& given : ballots) {
        ++number;
        if (auto ok = check_ballot(round, given); !ok)
            return fail(ok.error().code, ok.error().where, std::to_string(number));
        auto const ballot = in_order_of(round, given);
        auto kept = ballot;
        kept.estimates.clear(); // stored as Estimate records
        model::put<model::Ballot>(out, doc, {id, number}, std::move(kept));
        add_estimates(doc, {id, number}, ballot, out);
    }
    return {};
}

// The rooms of the ballots of a round that is closed, as far as they may be told.
Result<void> add_rooms(Document const& doc, CloseRound const& c, Round const& round, Changes& out)
{
    if (c.rooms.empty()) return {};
    model::ByRoom by_room{c.rooms};
    auto const& collection = model::get<model::Collection>(doc, c.id);
    auto const counted = [&](model::SiteId id) {
        return std::ranges::find(collection.expected, id) != collection.expected.end() &&
               std::ranges::find(c.missing, id) == c.missing.end();
    };
    bool const compared = round.rooms == model::Rooms::compared && model::can_compare_rooms(round);
    bool const of_these = std::ranges::all_of(c.rooms, [&](model::RoomBallots const& one) {
        return std::ranges::all_of(one.sites, counted);
    });
    if (!compared || !of_these ||
        !model::tells_enough(by_room, static_cast<std::int64_t>(c.ballots.size())))
        return fail(Errc::invalid, "round.rooms");
    model::put<model::ByRoom>(out, doc, c.id, std::move(by_room));
    return {};
}

} // namespace

Result<void> check_ballot(Round const& round, model::Ballot const& ballot)
{
    if (ballot.copies < 1) return fail(Errc::invalid, "ballot.copies");
    if (auto ok = check_estimates(round, ballot); !ok) return ok;
    return model::check_marks(round, ballot.marks);
}

model::Ballot in_order_of(Round const& round, model::Ballot ballot)
{
    auto const place = [](auto const& among, auto id) {
        return std::ranges::find(among, id) - among.begin();
    };
    bool const pairs = model::voting_method(round.method).ballot == model::BallotType::pairs;
    std::ranges::sort(ballot.marks, {}, [&](model::Mark const& mark) {
        auto const at = place(round.cases, mark.on);
        std::ptrdiff_t const other = mark.value - 1;
        return pairs ? std::minmax({at, other}) : std::pair{at, other};
    });
    std::ranges::sort(ballot.estimates, {}, [&](model::EstimateMark const& mark) {
        return std::tuple{place(round.axes, mark.axis), mark.axis, place(round.cases, mark.on)};
    });
    return ballot;
}

Result<Changes> plan_one(Document const& doc, PrepareRound const& c)
{
    if (!c.id) return fail(Errc::invalid, "round.id");
    auto const* now = model::find<Round>(doc, c.id);
    if (now && state_of(doc, c.id) != RoundState::setup)
        return fail(Errc::conflict, "round.started");
    auto there = [&](model::CaseId id) { return model::find<model::Case>(doc, id) != nullptr; };
    if (auto ok = check_round(c.round, there); !ok) return fail(ok.error());
    if (c.round.revote_of == c.id) return fail(Errc::invalid, "round.revote");
    if (auto ok = check_revote(doc, c.round); !ok) return fail(ok.error());
    if (auto ok = check_axes(doc, c.round); !ok) return fail(ok.error());
    auto round = c.round;
    if (round.headcount == 0 && round.body == model::Body::workshop)
        round.headcount = model::headcount_of(doc);
    if (!model::can_compare_rooms(round)) round.rooms = model::Rooms::together;
    Changes out;
    if (now && model::is_vote(*now) == model::is_vote(round))
        change_places(doc, *now, round, out);
    else
        round.number = next_number(doc, round);
    model::put<Round>(out, doc, c.id, std::move(round));
    if (!now) model::put<RoundStatus>(out, doc, c.id, RoundStatus{});
    return out;
}

Result<Changes> plan_one(Document const& doc, DropRound const& c)
{
    if (!model::find<Round>(doc, c.id)) return fail(Errc::not_found, "round");
    if (state_of(doc, c.id) != RoundState::setup) return fail(Errc::conflict, "round.started");
    Changes out;
    model::drop<Round>(out, doc, c.id);
    return model::with_dependents(doc, std::move(out));
}

Result<Changes> plan_one(Document const& doc, OpenRound const& c)
{
    auto const* round = model::find<Round>(doc, c.id);
    if (!round) return fail(Errc::not_found, "round");
    if (state_of(doc, c.id) != RoundState::setup) return fail(Errc::conflict, "round.started");
    if (round->cases.empty()) return fail(Errc::invalid, "round.cases");
    if (auto ok = check_none_open(doc); !ok) return fail(ok.error());
    if (c.until_ms != 0 && c.until_ms <= c.at_ms) return fail(Errc::invalid, "round.until");
    Changes out;
    if (round->method == Method::estimate) {
        auto const axes = axes_to_estimate(doc, *round);
        if (!axes) return fail(axes.error());
        auto on_axes = *round;
        on_axes.axes = *axes;
        model::put<Round>(out, doc, c.id, std::move(on_axes));
    }
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::open, c.at_ms, 0, c.until_ms});
    return out;
}

Result<Changes> plan_one(Document const& doc, ProlongRound const& c)
{
    if (!model::find<Round>(doc, c.id)) return fail(Errc::not_found, "round");
    auto status = model::get<RoundStatus>(doc, c.id);
    if (status.state != RoundState::open) return fail(Errc::conflict, "round.not_open");
    if (c.until_ms != 0 && c.until_ms <= status.opened_ms)
        return fail(Errc::invalid, "round.until");
    status.until_ms = c.until_ms;
    Changes out;
    model::put<RoundStatus>(out, doc, c.id, status);
    return out;
}

Result<Changes> plan_one(Document const& doc, DecideTie const& c)
{
    auto const* round = model::find<Round>(doc, c.key.round);
    if (!round) return fail(Errc::not_found, "round");
    if (state_of(doc, c.key.round) != RoundState::revealed)
        return fail(Errc::conflict, "round.not_revealed");
    auto const& order = c.decision.order;
    Changes out;
    if (order.empty()) {
        model::drop<TieDecision>(out, doc, c.key);
        return out;
    }
    auto const count = static_cast<int>(round->cases.size());
    auto const tied = static_cast<int>(order.size());
    if (tied < 2 || c.key.rank < 1 || c.key.rank > count - tied + 1)
        return fail(Errc::invalid, "tie.rank");
    if (c.decision.reason.size() > text_max) return fail(Errc::invalid, "tie.reason");
    std::vector<std::ptrdiff_t> places;
    for (auto id : order)
        places.push_back(std::ranges::find(round->cases, id) - round->cases.begin());
    auto sorted = places;
    std::ranges::sort(sorted);
    if (sorted.back() == count || std::ranges::adjacent_find(sorted) != sorted.end())
        return fail(Errc::invalid, "tie.case");
    if (c.decision.by == model::TieRule::declared && places != sorted)
        return fail(Errc::invalid, "tie.order");
    model::put<TieDecision>(out, doc, c.key, c.decision);
    return out;
}

Result<Changes> plan_one(Document const& doc, CloseRound const& c)
{
    auto const* round = model::find<Round>(doc, c.id);
    if (!round) return fail(Errc::not_found, "round");
    auto status = model::get<RoundStatus>(doc, c.id);
    if (status.state != RoundState::open) return fail(Errc::conflict, "round.not_open");
    status.state = RoundState::closed;
    status.closed_ms = c.at_ms;
    auto const all = static_cast<int>(c.ballots.size());
    if (c.by_phone && (*c.by_phone < 0 || *c.by_phone > all))
        return fail(Errc::invalid, "round.ballots");
    if (c.by_phone) status = model::with_ways(status, all - *c.by_phone, *c.by_phone);
    Changes out;
    model::put<RoundStatus>(out, doc, c.id, status);
    if (auto ok = add_ballots(doc, c.id, *round, c.ballots, out); !ok) return fail(ok.error());
    if (auto ok = add_rooms(doc, c, *round, out); !ok) return fail(ok.error());
    if (auto ok = end_collection(doc, c, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, RevealRound const& c)
{
    if (!model::find<Round>(doc, c.id)) return fail(Errc::not_found, "round");
    auto status = model::get<RoundStatus>(doc, c.id);
    if (status.state == RoundState::revealed) return Changes{}; // by another machine
    if (status.state != RoundState::closed) return fail(Errc::conflict, "round.not_closed");
    if (!model::anyone_voted(doc, c.id)) return fail(Errc::conflict, "round.no_ballots");
    status.state = RoundState::revealed;
    Changes out;
    model::put<RoundStatus>(out, doc, c.id, status);
    return out;
}

Result<Changes> plan_one(Document const& doc, ReopenRound const& c)
{
    auto const* round = model::find<Round>(doc, c.id);
    if (!round) return fail(Errc::not_found, "round");
    auto const state = state_of(doc, c.id);
    if (state != RoundState::closed && state != RoundState::revealed)
        return fail(Errc::conflict, "round.not_closed");
    if (round->source == BallotSource::imported || model::anyone_voted(doc, c.id))
        return fail(Errc::conflict, "round.voted");
    Changes out;
    // older versions kept these although there was no result
    drop_all_of<TieDecision>(doc, c.id, out);
    drop_all_of<model::Hands>(doc, c.id, out);
    if (round->source == BallotSource::hands) {
        model::put<RoundStatus>(out, doc, c.id, RoundStatus{});
        return out;
    }
    if (auto ok = check_none_open(doc); !ok) return fail(ok.error());
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::open, c.at_ms, 0, 0});
    return out;
}

Result<Changes> plan_one(Document const& doc, SetReference const& c)
{
    Changes out;
    if (!c.round) {
        model::drop<model::Reference>(out, doc, {});
        return out;
    }
    auto const* round = model::find<Round>(doc, c.round);
    if (!round) return fail(Errc::not_found, "round");
    if (round->method == Method::estimate) return fail(Errc::invalid, "round.method");
    if (state_of(doc, c.round) != RoundState::revealed)
        return fail(Errc::conflict, "round.not_revealed");
    if (!model::anyone_voted(doc, c.round)) return fail(Errc::conflict, "round.no_ballots");
    model::put<model::Reference>(out, doc, {}, model::Reference{c.round});
    return out;
}

Result<Changes> plan_one(Document const& doc, CountHands const& c)
{
    auto const* found = model::find<Round>(doc, c.id);
    if (!found) return fail(Errc::not_found, "round");
    auto const state = state_of(doc, c.id);
    if (state != RoundState::setup) return fail(Errc::conflict, "round.started");
    if (found->cases.empty()) return fail(Errc::invalid, "round.cases");
    auto round = *found;
    round.source = BallotSource::hands;
    round.method = model::method_of_hands();
    round.rooms = model::Rooms::together; // hands are counted once for all rooms
    if (!model::is_vote(*found)) round.number = next_number(doc, round);
    Changes out;
    int const most = round.headcount > 0 ? round.headcount : voters_max;
    auto const raised = add_hands(doc, c.id, round, c.hands, most, out);
    if (!raised) return fail(raised.error());
    model::put<Round>(out, doc, c.id, std::move(round));
    auto const then = *raised > 0 ? RoundState::revealed : RoundState::closed;
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{then, c.at_ms, c.at_ms, 0});
    return out;
}

Result<Changes> plan_one(Document const& doc, RaiseHands const& c)
{
    auto const* round = model::find<Round>(doc, c.id);
    if (!round) return fail(Errc::not_found, "round");
    auto status = model::get<RoundStatus>(doc, c.id);
    if (status.state != RoundState::open) return fail(Errc::conflict, "round.not_open");
    if (!model::takes_hands(*round)) return fail(Errc::invalid, "hands.method");
    int const most = round->headcount > 0 ? round->headcount : voters_max;
    if (c.people < 0 || c.people > most)
        return fail(Errc::invalid, "hands.people", std::to_string(c.people));
    Changes out;
    for (auto const& [key, hands] : model::table<model::Hands>(doc))
        if (key.round == c.id && std::ranges::find(c.hands, key.on, [](auto const& one) {
                                     return one.first;
                                 }) == c.hands.end())
            model::drop<model::Hands>(out, doc, key);
    auto const raised = add_hands(doc, c.id, *round, c.hands, c.people, out);
    if (!raised) return fail(raised.error());
    if (round->choices > 0 && *raised > std::int64_t{c.people} * round->choices)
        return fail(Errc::invalid, "hands.choices", std::to_string(*raised));
    status.by_hand = c.people;
    model::put<RoundStatus>(out, doc, c.id, status);
    return out;
}

Result<Changes> plan_one(Document const& doc, RecordElection const& c)
{
    if (!c.id || model::find<Round>(doc, c.id)) return fail(Errc::conflict, "round.id");
    Changes out;
    if (auto ok = add_new_cases(doc, c.cases, out); !ok) return fail(ok.error());
    std::set<model::CaseId> fresh;
    for (auto const& one : c.cases) fresh.insert(one.id);
    auto there = [&](model::CaseId id) {
        return fresh.contains(id) || model::find<model::Case>(doc, id) != nullptr;
    };
    if (auto ok = check_round(c.round, there); !ok) return fail(ok.error());
    if (auto ok = check_axes(doc, c.round); !ok) return fail(ok.error());
    auto round = c.round;
    round.number = next_number(doc, round);
    round.source = BallotSource::imported;
    round.rooms = model::Rooms::together;
    round.revote_of = {};
    if (auto ok = add_ballots(doc, c.id, round, c.ballots, out); !ok) return fail(ok.error());
    model::put<Round>(out, doc, c.id, std::move(round));
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::revealed, c.at_ms, c.at_ms, 0});
    return out;
}

} // namespace edit
