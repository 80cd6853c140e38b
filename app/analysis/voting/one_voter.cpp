#include "analysis/voting/one_voter.h"

#include "analysis/voting/counting_method.h"

#include <algorithm>
#include <limits>
#include <set>

namespace analysis {
namespace {

// The cut: the worst rank above it and the best rank below.
struct Line {
    int worst_above = 0;
    int best_below = std::numeric_limits<int>::max();
};

Line line_of(std::vector<int> const& ranks, std::vector<char> const& above)
{
    Line line;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (above[i] != 0)
            line.worst_above = std::max(line.worst_above, ranks[i]);
        else
            line.best_below = std::min(line.best_below, ranks[i]);
    }
    return line;
}

} // namespace

struct OneVoterRun::Work {
    Prepared prepared;
    std::unique_ptr<Recount> recount;
    std::vector<CaseTally> order;    // of the result
    std::vector<char> above;         // per column of the table: above the cut
    std::vector<std::int64_t> cells; // of all voters
    bool selects;
    bool in_a_tie = false; // the cut already splits a tie
    std::size_t row = 0;   // next row to leave out
    std::set<std::size_t> entering, leaving;
    OneVoter out;

    Work(Prepared ready, Tally const& result, int first)
        : prepared(std::move(ready))
        , recount(analysis::recount(
              prepared.way,
              {prepared.table, {}, prepared.rules.quorum, prepared.rules.seats, prepared.money}))
        , order(result.cases)
        , above(prepared.table.cases.size())
        , cells(recount->all())
        , selects(result.selects())
    {
        out.voters = prepared.table.voters;
        out.first = selects ? static_cast<int>(result.winners.size()) : first;
        for (std::size_t i = 0; i < order.size(); ++i)
            above[column(order[i].on)] =
                static_cast<char>(selects ? order[i].selected : static_cast<int>(i) < first);
        auto const now = line_of(recount->ranks(cells), above);
        in_a_tie = now.worst_above == now.best_below;
        if (!recount->one_less_keeps(cells, above)) return;
        row = prepared.table.rows();
        out.looked_at = out.voters;
    }
    [[nodiscard]] std::size_t column(model::CaseId id) const
    {
        auto const& cases = prepared.table.cases;
        return static_cast<std::size_t>(std::ranges::lower_bound(cases, id) - cases.begin());
    }
    [[nodiscard]] double effort() const
    {
        return recount->effort() + static_cast<double>(above.size());
    }
    void leave_out_next()
    {
        recount->add(cells, row, -1);
        auto const ranks = recount->ranks(cells);
        recount->add(cells, row, 1);
        auto const line = line_of(ranks, above);
        bool changed = false;
        for (std::size_t i = 0; i < above.size(); ++i) {
            bool const kept = above[i] != 0;
            bool crosses = false;
            if (selects)
                crosses = kept != (ranks[i] == 1);
            else if (kept)
                crosses = in_a_tie ? ranks[i] > line.best_below : ranks[i] >= line.best_below;
            else
                crosses = in_a_tie ? ranks[i] < line.worst_above : ranks[i] <= line.worst_above;
            if (!crosses) continue;
            changed = true;
            (kept ? leaving : entering).insert(i);
        }
        if (changed) out.people += prepared.table.copies[row];
        out.looked_at += prepared.table.copies[row];
        ++row;
    }
};

OneVoterRun::OneVoterRun(std::unique_ptr<Work> work)
    : work_(std::move(work))
{
}
OneVoterRun::OneVoterRun(OneVoterRun&&) noexcept = default;
OneVoterRun& OneVoterRun::operator=(OneVoterRun&&) noexcept = default;
OneVoterRun::~OneVoterRun() = default;

base::Result<OneVoterRun> OneVoterRun::start(model::Document const& doc, model::RoundId round,
                                             int first, TallyOptions const& options)
{
    auto plain = options;
    plain.resamples = 0;
    auto const result = tally(doc, round, plain);
    if (!result) return fail(result.error());
    auto prepared = prepare(doc, round, options);
    if (!prepared) return fail(prepared.error());
    bool const known = prepared->table.hands.empty() && prepared->table.voters > 1;
    if (!known || result->totals_only) return OneVoterRun(nullptr);
    return OneVoterRun(std::make_unique<Work>(*std::move(prepared), *result, first));
}

void OneVoterRun::advance(double steps)
{
    for (; !done() && steps > 0; steps -= work_->effort()) work_->leave_out_next();
}

bool OneVoterRun::done() const { return !work_ || work_->row == work_->prepared.table.rows(); }

std::optional<OneVoter> OneVoterRun::result() const
{
    if (!work_) return std::nullopt;
    auto out = work_->out;
    for (auto const& line : work_->order) {
        if (work_->entering.contains(work_->column(line.on))) out.entering.push_back(line.on);
        if (work_->leaving.contains(work_->column(line.on))) out.leaving.push_back(line.on);
    }
    return out;
}

base::Result<std::optional<OneVoter>> without_one_voter(model::Document const& doc,
                                                        model::RoundId round, int first,
                                                        TallyOptions const& options, double steps)
{
    auto run = OneVoterRun::start(doc, round, first, options);
    if (!run) return fail(run.error());
    run->advance(steps);
    return run->result();
}

} // namespace analysis
