#include "edit/plan.h"

#include <algorithm>
#include <set>

namespace edit {
namespace {

using model::BallotSource;
using model::Method;
using model::Round;
using model::RoundState;
using model::RoundStatus;

constexpr int budget_max = 1'000'000;
constexpr int headcount_max = 1'000'000; // imported elections are larger than any room

RoundState state_of(Document const& doc, model::RoundId id)
{
    return model::get<RoundStatus>(doc, id).state;
}

Result<void> check_round(Round const& round, auto const& case_exists)
{
    auto in_range = [](int v) { return v >= 0 && v <= budget_max; };
    if (!in_range(round.budget) || !in_range(round.cap) || !in_range(round.choices))
        return fail(Errc::invalid, "round.budget");
    if (round.grades < 1 || round.grades > 1000) return fail(Errc::invalid, "round.grades");
    if (round.headcount < 0 || round.headcount > headcount_max)
        return fail(Errc::invalid, "round.headcount");
    if (round.money < 0) return fail(Errc::invalid, "round.money");
    if (round.question.size() > text_max) return fail(Errc::invalid, "round.question");
    std::set<model::CaseId> seen;
    for (auto id : round.cases) {
        if (!case_exists(id)) return fail(Errc::not_found, "case");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
    }
    return {};
}

int next_number(Document const& doc)
{
    int number = 0;
    for (auto const& [id, round] : model::table<Round>(doc))
        number = std::max(number, round.number);
    return number + 1;
}

bool spends_a_budget(Method method)
{
    return method == Method::dots || method == Method::choose_spread || method == Method::points;
}

// What one mark may say under the round's method: "" when it may, else the rule it breaks.
std::string broken_by_mark(Round const& round, model::Mark const& mark)
{
    switch (round.method) {
    case Method::approval: return mark.value == 1 ? "" : "ballot.approval";
    case Method::score: return mark.value >= 0 && mark.value <= round.grades ? "" : "ballot.score";
    case Method::majority_judgment:
        return mark.value >= 0 && mark.value < round.grades ? "" : "ballot.grade";
    case Method::ranking: return mark.value >= 1 ? "" : "ballot.rank";
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
        if (mark.value < 0) return "ballot.negative";
        return round.cap > 0 && mark.value > round.cap ? "ballot.cap" : "";
    case Method::quadratic:
    case Method::pairwise:
    case Method::budget:
    case Method::estimate: return mark.value >= 0 ? "" : "ballot.negative";
    }
    return "ballot.method";
}

Result<void> add_ballots(Document const& doc, model::RoundId id, Round const& round,
                         std::vector<model::Ballot> const& ballots, Changes& out)
{
    int number = 0;
    for (auto const& ballot : ballots) {
        ++number;
        if (auto ok = check_ballot(round, ballot); !ok)
            return fail(ok.error().code, ok.error().where, std::to_string(number));
        auto kept = ballot;
        kept.estimates.clear(); // they become records of their own
        model::put<model::Ballot>(out, doc, {id, number}, std::move(kept));
        add_estimates(doc, {id, number}, ballot, out);
    }
    return {};
}

} // namespace

Result<void> check_ballot(Round const& round, model::Ballot const& ballot)
{
    if (ballot.copies < 1) return fail(Errc::invalid, "ballot.copies");
    if (auto ok = check_estimates(round, ballot); !ok) return ok;
    std::int64_t total = 0;
    std::int64_t squares = 0;
    int chosen = 0;
    std::set<model::CaseId> seen;
    for (auto const& mark : ballot.marks) {
        if (std::ranges::find(round.cases, mark.on) == round.cases.end())
            return fail(Errc::invalid, "ballot.case");
        if (!seen.insert(mark.on).second) return fail(Errc::invalid, "ballot.twice");
        if (auto rule = broken_by_mark(round, mark); !rule.empty())
            return fail(Errc::invalid, rule);
        total += mark.value;
        squares += std::int64_t{mark.value} * mark.value;
        chosen += mark.value > 0 ? 1 : 0;
    }
    if (spends_a_budget(round.method) && total > round.budget)
        return fail(Errc::invalid, "ballot.budget", std::to_string(total - round.budget));
    if (round.method == Method::quadratic && squares > round.budget)
        return fail(Errc::invalid, "ballot.budget", std::to_string(squares - round.budget));
    bool const limited = round.method == Method::choose_spread || round.method == Method::approval;
    if (limited && round.choices > 0 && chosen > round.choices)
        return fail(Errc::invalid, "ballot.choices", std::to_string(chosen - round.choices));
    return {};
}

Result<Changes> plan_one(Document const& doc, PrepareRound const& c)
{
    if (!c.id) return fail(Errc::invalid, "round.id");
    auto const* now = model::find<Round>(doc, c.id);
    if (now && state_of(doc, c.id) != RoundState::setup)
        return fail(Errc::conflict, "round.started");
    auto there = [&](model::CaseId id) { return model::find<model::Case>(doc, id) != nullptr; };
    if (auto ok = check_round(c.round, there); !ok) return fail(ok.error());
    if (auto ok = check_axes(doc, c.round); !ok) return fail(ok.error());
    auto round = c.round;
    round.number = now ? now->number : next_number(doc);
    Changes out;
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
    for (auto const& [id, status] : model::table<RoundStatus>(doc))
        if (status.state == RoundState::open) return fail(Errc::conflict, "round.other_open");
    Changes out;
    if (round->method == Method::estimate) {
        auto const axes = axes_to_estimate(doc, *round);
        if (!axes) return fail(axes.error());
        auto on_axes = *round;
        on_axes.axes = *axes;
        model::put<Round>(out, doc, c.id, std::move(on_axes));
    }
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::open, c.at_ms, 0});
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
    Changes out;
    model::put<RoundStatus>(out, doc, c.id, status);
    if (auto ok = add_ballots(doc, c.id, *round, c.ballots, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, RevealRound const& c)
{
    if (!model::find<Round>(doc, c.id)) return fail(Errc::not_found, "round");
    auto status = model::get<RoundStatus>(doc, c.id);
    if (status.state != RoundState::closed) return fail(Errc::conflict, "round.not_closed");
    status.state = RoundState::revealed;
    Changes out;
    model::put<RoundStatus>(out, doc, c.id, status);
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
    round.method = Method::approval;
    Changes out;
    std::set<model::CaseId> seen;
    for (auto const& [on, count] : c.hands) {
        if (std::ranges::find(round.cases, on) == round.cases.end())
            return fail(Errc::invalid, "ballot.case");
        if (!seen.insert(on).second) return fail(Errc::invalid, "ballot.twice");
        if (count < 0 || (round.headcount > 0 && count > round.headcount))
            return fail(Errc::invalid, "hands.count", std::to_string(count));
        model::put<model::Hands>(out, doc, {c.id, on}, model::Hands{count});
    }
    model::put<Round>(out, doc, c.id, std::move(round));
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::revealed, c.at_ms, c.at_ms});
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
    round.number = next_number(doc);
    round.source = BallotSource::imported;
    if (auto ok = add_ballots(doc, c.id, round, c.ballots, out); !ok) return fail(ok.error());
    model::put<Round>(out, doc, c.id, std::move(round));
    model::put<RoundStatus>(out, doc, c.id, RoundStatus{RoundState::revealed, c.at_ms, c.at_ms});
    return out;
}

} // namespace edit
