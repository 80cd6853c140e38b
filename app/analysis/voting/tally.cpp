#include "analysis/voting/tally.h"

#include "analysis/common/ranks.h"
#include "analysis/voting/counting_method.h"
#include "model/turnout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace analysis {
namespace {

// What distinguishes two cases with equally displayed scores and different ranks.
ToldApart what_tells(CaseTally const& a, CaseTally const& b)
{
    if (a.quorum_met != b.quorum_met) return ToldApart::no; // stated for the case itself
    if (!a.gauge) return a.score == b.score ? ToldApart::by_supporters : ToldApart::no;
    if (a.gauge->grade != b.gauge->grade || a.gauge->sign != b.gauge->sign) return ToldApart::no;
    return a.score == b.score ? ToldApart::by_further_grades : ToldApart::by_voices;
}

void tell_apart(Tally& result)
{
    if (!counting_method(result.method).by_score) return;
    auto& lines = result.cases;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].rank == lines[i - 1].rank) continue;
        auto const what = what_tells(lines[i - 1], lines[i]);
        if (what == ToldApart::no) continue;
        auto const ranks = {lines[i - 1].rank, lines[i].rank};
        for (std::size_t j = i; j-- > 0 && lines[j].rank == *ranks.begin();)
            lines[j].told_apart = std::max(lines[j].told_apart, what);
        for (std::size_t j = i; j < lines.size() && lines[j].rank == *(ranks.begin() + 1); ++j)
            lines[j].told_apart = what;
    }
}

// Sorts the cases of a result and sets their ranks.
void order_and_rank(Tally& result, model::Document const& doc)
{
    auto& lines = result.cases;
    std::ranges::sort(lines, {}, [&](CaseTally const& line) {
        return std::tuple(line.rank, model::get<model::Case>(doc, line.on).number, line.on);
    });
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].tied = (i > 0 && lines[i - 1].rank == lines[i].rank) ||
                        (i + 1 < lines.size() && lines[i].rank == lines[i + 1].rank);
    tell_apart(result);
}

// Applies the recorded orders of broken ties.
void cut_ties(Tally& result, model::Document const& doc)
{
    auto& lines = result.cases;
    for (auto from = lines.begin(); from != lines.end();) {
        auto const rank = from->rank;
        auto const end = std::find_if(from, lines.end(),
                                      [&](CaseTally const& line) { return line.rank != rank; });
        auto const* cut = model::find<model::TieDecision>(doc, {result.round, rank});
        auto const place = [&](CaseTally const& line) {
            return std::ranges::find(cut->order, line.on) - cut->order.begin();
        };
        if (cut && end - from == static_cast<std::ptrdiff_t>(cut->order.size()) &&
            std::all_of(from, end, [&](CaseTally const& line) {
                return place(line) < static_cast<std::ptrdiff_t>(cut->order.size());
            })) {
            std::sort(from, end,
                      [&](CaseTally const& a, CaseTally const& b) { return place(a) < place(b); });
            result.cuts.push_back({rank, cut->order, cut->by, cut->seed, cut->reason});
        }
        from = end;
    }
}

// Sets the flags of small rooms and unanimous cases.
void disclose(Tally& result)
{
    if (result.source == model::BallotSource::imported) return;
    for (auto const& line : result.cases)
        if (line.histogram.size() == 1 && line.histogram.front().people == result.voters &&
            result.voters > 1 &&
            // A blank that counts as 0 says nothing of who left it.
            (line.histogram.front().value != 0 || (line.answers > 0 && line.blanks_at_0 == 0)))
            result.unanimous.push_back(line.on);
    if (!is_small(result.voters - result.by_hand, result.source)) return;
    result.totals_only = true;
    for (auto& line : result.cases) {
        line.histogram.clear();
        line.blanks = line.blanks_at_0 = 0;
        line.camps.reset();
        line.grades.clear();
    }
}

} // namespace

std::int64_t CaseTally::people_at(int value) const
{
    auto const it = std::ranges::lower_bound(histogram, value, {}, &HistogramBar::value);
    return it != histogram.end() && it->value == value ? it->people : 0;
}

CaseTally const* Tally::find(model::CaseId id) const
{
    auto const it = std::ranges::find(cases, id, &CaseTally::on);
    return it == cases.end() ? nullptr : &*it;
}

// The immutable inputs of a running count.
struct TallyRun::Work {
    model::Document doc;
    Prepared prepared;
    std::unique_ptr<Recount> recount;
    Tally result; // cases in the order of the table
    Counting counting;
    std::optional<Intervals> intervals;

    Work(model::Document of, Prepared ready)
        : doc(std::move(of))
        , prepared(std::move(ready))
        , recount(analysis::recount(
              prepared.way,
              {prepared.table, {}, prepared.rules.quorum, prepared.rules.seats, prepared.money}))
        , counting{doc,   prepared.rules, prepared.table, *recount, recount->all(), prepared.money,
                   result}
    {
    }
};

TallyRun::TallyRun(std::unique_ptr<Work> work)
    : work_(std::move(work))
{
}
TallyRun::TallyRun(TallyRun&&) noexcept = default;
TallyRun& TallyRun::operator=(TallyRun&&) noexcept = default;
TallyRun::~TallyRun() = default;

base::Result<TallyRun> TallyRun::start(model::Document const& doc, model::RoundId round,
                                       TallyOptions const& options)
{
    auto prepared = prepare(doc, round, options);
    if (!prepared) return fail(prepared.error());
    auto work = std::make_unique<Work>(doc, *std::move(prepared));
    auto const& [rules, way, blank, table, money] = work->prepared;
    auto const& by = counting_method(way.method);
    auto& result = work->result;
    result.round = round;
    result.source = rules.source;
    result.method = way.method;
    result.rule = way.rule;
    result.blank = blank;
    result.voters = table.voters;
    result.by_hand = model::get<model::RoundStatus>(doc, round).by_hand;
    result.blanks = table.blanks;
    result.value_max = by.most_on_one_case(work->prepared);
    if (__builtin_mul_overflow(result.voters, by.most_on_one_ballot(work->prepared),
                               &result.points_possible))
        return fail(Errc::invalid, "round.too_large");
    auto& counting = work->counting;
    count_cases(counting);
    auto const ranks =
        by.places != nullptr ? by.places(counting) : work->recount->ranks(counting.cells);
    for (std::size_t i = 0; i < ranks.size(); ++i) result.cases[i].rank = ranks[i];
    by.show(counting);
    result.seed = seed_from(round.value);
    work->intervals.emplace(counting, options.resamples);
    return TallyRun(std::move(work));
}

void TallyRun::advance(double steps) { work_->intervals->advance(steps); }

bool TallyRun::done() const { return work_->intervals->done(); }

Tally TallyRun::tally() const
{
    auto result = work_->result;
    order_and_rank(result, work_->doc);
    cut_ties(result, work_->doc);
    if (!result.selects() && result.points != 0)
        for (auto const& line : result.cases)
            if (line.rank == 1) result.winners.push_back(line.on);
    disclose(result);
    return result;
}

base::Result<Tally> tally(model::Document const& doc, model::RoundId round,
                          TallyOptions const& options)
{
    auto run = TallyRun::start(doc, round, options);
    if (!run) return fail(run.error());
    run->advance(std::numeric_limits<double>::infinity());
    return run->tally();
}

bool Tally::selects() const { return counting_method(method).selects; }

std::string tie_rule(Tally const& tally) { return std::string(counting_method(tally.method).ties); }

int digits_apart(Tally const& tally, int least)
{
    constexpr int most = 6;
    auto const& lines = tally.cases;
    for (int digits = least; digits < most; ++digits) {
        auto const unit = std::pow(10.0, digits);
        auto read = [&](CaseTally const& line) { return std::nearbyint(value(line.score) * unit); };
        bool apart = true;
        for (std::size_t i = 1; i < lines.size() && apart; ++i)
            apart = lines[i].score == lines[i - 1].score || read(lines[i]) != read(lines[i - 1]);
        if (apart) return digits;
    }
    return most;
}

bool shows_a_result(model::Document const& doc, model::RoundId id)
{
    auto const* round = model::find<model::Round>(doc, id);
    return round && has_result(round->method) && model::anyone_spoke(doc, id) &&
           model::get<model::RoundStatus>(doc, id).state == model::RoundState::revealed;
}

std::optional<model::RoundId> closed_last(model::Document const& doc,
                                          std::function<bool(model::RoundId)> const& counts)
{
    std::optional<model::RoundId> latest;
    std::pair<std::int64_t, int> last;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        if (!model::is_vote(round) || !counts(id)) continue;
        std::pair const closed(model::get<model::RoundStatus>(doc, id).closed_ms, round.number);
        if (latest && closed < last) continue;
        latest = id;
        last = closed;
    }
    return latest;
}

std::optional<model::RoundId> latest_result(model::Document const& doc)
{
    return closed_last(doc, [&](model::RoundId id) {
        auto const& round = model::table<model::Round>(doc).at(id);
        return !round.revote_of && round.body == model::Body::workshop && shows_a_result(doc, id);
    });
}

std::optional<model::RoundId> reference_round(model::Document const& doc)
{
    auto const chosen = model::get<model::Reference>(doc).round;
    return shows_a_result(doc, chosen) ? std::optional(chosen) : latest_result(doc);
}

std::optional<model::RoundId> newer_result(model::Document const& doc)
{
    auto const used = reference_round(doc);
    if (!used) return std::nullopt;
    auto const& rounds = model::table<model::Round>(doc);
    auto const within = [](model::Round const& some, model::Round const& all) {
        return std::ranges::all_of(some.cases, [&](auto on) {
            return std::ranges::find(all.cases, on) != all.cases.end();
        });
    };
    auto const newest = closed_last(doc, [&](model::RoundId id) {
        auto const &one = rounds.at(id), &counts = rounds.at(*used);
        bool const same = within(counts, one) || (one.revote_of && within(one, counts));
        return id == *used ||
               (same && one.body == model::Body::workshop && shows_a_result(doc, id));
    });
    return newest == used ? std::nullopt : newest;
}

} // namespace analysis
