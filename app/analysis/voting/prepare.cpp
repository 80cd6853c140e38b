#include "analysis/common/cost.h"
#include "analysis/voting/equal_shares.h"
#include "analysis/voting/tally_parts.h"

#include <algorithm>

namespace analysis {
namespace {

using model::Method;

Result<Recount::Money> read_money(model::Document const& doc, model::Round const& rules,
                                  VoteTable const& table, std::optional<std::int64_t> budget)
{
    Recount::Money money{{}, budget.value_or(rules.money)};
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

int most_on_one_case(Prepared const& counted)
{
    auto const& round = counted.rules;
    switch (counted.way.method) {
    case Method::approval:
    case Method::pairwise: return 1;
    case Method::majority_judgment: return counted.table.grades - 1;
    case Method::ranking: return static_cast<int>(round.cases.size());
    case Method::quadratic: {
        int most = 1;
        while ((most + 1) * (most + 1) <= round.budget) ++most;
        return most;
    }
    default: break;
    }
    switch (model::voting_method(round.method).ballot) {
    case model::BallotType::scores: return round.grades;
    case model::BallotType::points: return round.cap > 0 ? round.cap : round.budget;
    case model::BallotType::grades: return round.grades - 1;
    default: return 1;
    }
}

std::int64_t most_on_one_ballot(Prepared const& counted)
{
    auto const& round = counted.rules;
    auto const cases = static_cast<std::int64_t>(round.cases.size());
    bool const limited = round.choices > 0 && round.source != model::BallotSource::hands;
    auto const says = model::voting_method(round.method).ballot;
    switch (counted.way.method) {
    case Method::approval: return limited ? std::min<std::int64_t>(round.choices, cases) : cases;
    case Method::score: return cases * round.grades;
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
        if (says != model::BallotType::points) return cases * most_on_one_case(counted);
        return round.cap > 0 ? std::min<std::int64_t>(round.budget, cases * round.cap)
                             : round.budget;
    default: return 0;
    }
}

Result<Prepared> prepare(model::Document const& doc, model::RoundId round,
                         TallyOptions const& options)
{
    Prepared out;
    out.rules = model::get<model::Round>(doc, round);
    out.way = way_of(out.rules, options.method, options.rule);
    bool const hands = out.rules.source == model::BallotSource::hands;
    if (hands && model::voting_method(out.way.method).ballot == model::BallotType::points)
        out.way = {Method::approval, {}};
    out.blank = options.blank.value_or(out.rules.blank);
    auto table = read_ballots(doc, round, out.way, out.blank);
    if (!table) return fail(table.error());
    out.table = *std::move(table);
    if (out.way.method != Method::budget) return out;
    auto money = read_money(doc, out.rules, out.table, options.money);
    if (!money) return fail(money.error());
    out.money = *std::move(money);
    return out;
}

} // namespace analysis
