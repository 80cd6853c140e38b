#include "base/text.h"
#include "exchange/answers/named_cases.h"
#include "exchange/answers/placed_rows.h"

#include <algorithm>
#include <map>
#include <tuple>

// Estimates as rows: an estimating round held elsewhere.
namespace exchange {
namespace {

using base::Errc;
using base::fail;

// One person's estimates by axis and case; a later row replaces an earlier one.
using Said = std::map<std::pair<model::AxisId, model::CaseId>, model::Estimate>;

std::vector<model::EstimateMark> marks_of(Said const& said)
{
    std::vector<model::EstimateMark> out;
    out.reserve(said.size());
    for (auto const& [where, at] : said) out.push_back({where.first, where.second, at});
    return out;
}

auto in_order(std::vector<model::EstimateMark> const& marks)
{
    std::vector<std::tuple<model::AxisId, model::CaseId, model::Level, model::Level, model::Level,
                           model::Level>>
        out;
    out.reserve(marks.size());
    for (auto const& [axis, on, at] : marks)
        out.emplace_back(axis, on, at.opportunity, at.risk, at.severity, at.likelihood);
    return out;
}

} // namespace

base::Result<AnswersPlan> plan_estimates(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints,
                                         std::int64_t at_ms)
{
    auto placed = placed_rows(reading, doc, asked);
    if (!placed) return fail(placed.error());
    AnswersPlan plan;
    plan.holds = Holds::estimates;
    plan.columns = std::move(placed->columns.columns);
    plan.mapped = std::move(placed->mapped);
    plan.notes = std::move(placed->notes);
    plan.left_out = std::move(placed->left_out);
    if (!placed->columns.voter) plan.notes.push_back({Errc::invalid, "answers.no_voter", {}, 0});
    NamedCases named(doc, reading.source, mints.next_case);
    std::map<std::string, Said> by_voter;
    for (auto const& voter : placed->voters) by_voter[voter];
    std::map<model::AxisId, bool> axes;
    for (auto const& row : placed->rows) {
        auto const on = named.get(row.title);
        axes[row.axis] = true;
        auto const [at, fresh] = by_voter[row.voter].insert_or_assign({row.axis, on}, row.at);
        if (!fresh) plan.left_out.push_back({Errc::invalid, "answers.again", row.title, row.line});
    }
    if (placed->rows.empty()) return fail(Errc::invalid, "answers.no_ballots");
    auto& election = plan.election;
    election.id = mints.next_round();
    election.at_ms = at_ms;
    election.round.method = model::Method::estimate;
    election.round.source = model::BallotSource::imported;
    election.round.cases = named.all();
    Axes const known(doc);
    for (auto id : known.in_use())
        if (axes.erase(id) > 0) election.round.axes.push_back(id);
    for (auto const& [id, used] : axes) election.round.axes.push_back(id); // inactive axes
    election.round.scales = std::move(placed->scales);
    election.cases = named.fresh();
    named.put_into(plan);
    for (auto const& [voter, said] : by_voter) {
        ++plan.voters;
        plan.blanks += said.empty() ? 1 : 0;
        for (auto const& [where, at] : said) ++(at.opportunity < 0 ? plan.dont_know : plan.said);
        model::Ballot ballot;
        ballot.estimates = marks_of(said);
        election.ballots.push_back(std::move(ballot));
    }
    // Sorted by content, so that the order of answering is not revealed.
    std::ranges::sort(election.ballots, {},
                      [](model::Ballot const& ballot) { return in_order(ballot.estimates); });
    return plan;
}

} // namespace exchange
