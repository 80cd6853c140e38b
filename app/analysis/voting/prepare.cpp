#include "analysis/common/cost.h"
#include "analysis/counting/equal_shares.h"
#include "analysis/voting/counting_method.h"
#include "model/voting_method.h"

#include <algorithm>

namespace analysis {
namespace {

Result<Money> read_money(model::Document const& doc, model::Round const& rules,
                         VoteTable const& table, std::optional<std::int64_t> budget)
{
    Money money{{}, budget.value_or(rules.money)};
    if (money.budget <= 0) return fail(Errc::invalid, "tally.budget");
    std::optional<Cost::Kind> kind;
    for (auto id : table.cases) {
        auto const text = model::get<model::Case>(doc, id);
        auto const cost = read_cost(text.cost);
        if (cost && kind && *kind != cost->kind)
            return fail(Errc::invalid, "tally.cost_kinds", text.title);
        if (cost) kind = cost->kind;
        money.costs.push_back(cost ? cost->hundredths : -1);
    }
    if (!kind) return fail(Errc::invalid, "tally.no_cost");
    money.growth = growth_of(*kind);
    return money;
}

} // namespace

int one(Prepared const&) { return 1; }

int most_of_grades(Prepared const& counted) { return counted.table.grades - 1; }

int most_of_places(Prepared const& counted) { return static_cast<int>(counted.rules.cases.size()); }

int most_of_credits(Prepared const& counted)
{
    return std::max(1, model::root(counted.rules.budget));
}

int most_of_ballot(Prepared const& counted)
{
    auto const& round = counted.rules;
    switch (model::voting_method(round.method).ballot) {
    case model::BallotType::scores: return round.grades;
    case model::BallotType::points: return round.cap > 0 ? round.cap : round.budget;
    case model::BallotType::grades: return round.grades - 1;
    default: return 1;
    }
}

std::int64_t no_sum(Prepared const&) { return 0; }

std::int64_t sum_of_approvals(Prepared const& counted)
{
    auto const& round = counted.rules;
    auto const cases = static_cast<std::int64_t>(round.cases.size());
    bool const limited = round.choices > 0 && round.source != model::BallotSource::hands;
    return limited ? std::min<std::int64_t>(round.choices, cases) : cases;
}

std::int64_t sum_of_scores(Prepared const& counted)
{
    return static_cast<std::int64_t>(counted.rules.cases.size()) * counted.rules.grades;
}

std::int64_t sum_of_points(Prepared const& counted)
{
    auto const& round = counted.rules;
    auto const cases = static_cast<std::int64_t>(round.cases.size());
    if (model::voting_method(round.method).ballot != model::BallotType::points)
        return cases * most_of_ballot(counted);
    return round.cap > 0 ? std::min<std::int64_t>(round.budget, cases * round.cap) : round.budget;
}

Result<Prepared> prepare(model::Document const& doc, model::RoundId round,
                         TallyOptions const& options)
{
    Prepared out;
    out.rules = model::get<model::Round>(doc, round);
    auto const cases = std::max(1, static_cast<int>(out.rules.cases.size()));
    out.rules.seats = std::min(options.seats.value_or(out.rules.seats), cases);
    out.way = way_of(out.rules, options.method, options.rule);
    bool const hands = out.rules.source == model::BallotSource::hands;
    if (hands && model::voting_method(out.way.method).ballot == model::BallotType::points)
        out.way = {model::method_of_hands(), {}};
    out.blank = options.blank.value_or(out.rules.blank);
    auto table = read_ballots(doc, round, out.way, out.blank);
    if (!table) return fail(table.error());
    out.table = *std::move(table);
    if (!model::voting_method(out.way.method).has(model::VotingMethod::money)) return out;
    auto money = read_money(doc, out.rules, out.table, options.money);
    if (!money) return fail(money.error());
    out.money = *std::move(money);
    return out;
}

} // namespace analysis
