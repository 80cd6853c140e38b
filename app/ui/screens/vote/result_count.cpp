#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::Tally;

// Steps of draws per frame: some milliseconds.
constexpr double steps_a_frame = 2e6;
constexpr double go_on_s = 1; // continues even if frames are slow

analysis::TallyOptions plain()
{
    analysis::TallyOptions options;
    options.resamples = 0;
    return options;
}

void count_rules(VoteResults& results, model::Document const& doc)
{
    results.rules.clear();
    if (!results.tally) return;
    for (auto rule : method_view(results.tally->method).beside) {
        auto options = plain();
        options.rule = rule;
        if (auto other = analysis::tally(doc, results.round, options))
            results.rules.emplace(rule, *std::move(other));
    }
}

void compare(VoteResults& results, model::Document const& doc, int first)
{
    results.before.reset();
    results.comparison.reset();
    if (!results.against || !results.tally) return;
    auto before = analysis::tally(doc, results.against, plain());
    if (!before) return;
    results.comparison = analysis::compare_rounds(*before, *results.tally, first);
    results.before = *std::move(before);
}

// The possible cut nearest to a third of the cases.
int usual_first(Tally const& tally)
{
    auto const third = static_cast<int>(tally.cases.size()) / 3;
    int best = static_cast<int>(tally.cases.size());
    for (int cut : analysis::clean_cuts(tally))
        if (std::abs(cut - third) < std::abs(best - third)) best = cut;
    return best;
}

void start(VoteView& view)
{
    auto& results = view.results;
    auto const& doc = results.from.document();
    bool const same = results.round == view.round;
    results.round = view.round;
    results.tally.reset();
    results.error.reset();
    results.run.reset();
    results.absent.reset();
    results.rooms.reset();
    results.voice_first = -1;
    results.voice.reset();
    results.voice_run.reset();
    if (!same) {
        view.first.reset();
        results.against = {};
        results.cut.reset();
        results.side = {};
    }
    auto run = analysis::TallyRun::start(doc, view.round);
    if (!run) {
        results.error = run.error();
        return;
    }
    results.tally = run->tally();
    results.run = std::move(*run);
    if (auto absent = analysis::if_absent_had_voted(doc, view.round))
        results.absent = *std::move(absent);
    results.rooms = analysis::by_room(doc, view.round);
    results.merged = analysis::merged_since(doc, view.round);
    results.aside = analysis::aside_now(doc, view.round);
    count_rules(results, doc);
    auto const cuts = analysis::clean_cuts(*results.tally);
    if (!view.first || std::ranges::find(cuts, *view.first) == cuts.end())
        view.first = usual_first(*results.tally);
}

void follow_voice(Ui& ui, VoteResults& results, model::Document const& doc, int first)
{
    if (results.voice_first != first) {
        results.voice_first = first;
        results.voice.reset();
        results.voice_run.reset();
        results.voice_steps = 0;
        if (auto run = analysis::OneVoterRun::start(doc, results.round, first))
            results.voice_run = std::move(*run);
    }
    if (!results.voice_run) return;
    if (!results.voice_run->done()) results.voice_run->advance(steps_a_frame);
    results.voice_steps += steps_a_frame;
    results.voice = results.voice_run->result();
    if (!results.voice_run->done() && results.voice_steps < analysis::one_voter_steps)
        ui.keep_drawing(go_on_s);
    else
        results.voice_run.reset();
}

} // namespace

void count_results(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto& results = view.results;
    bool const fresh = results.from.renew(workshop.doc(), view.round);
    auto const& doc = results.from.document();
    if (fresh) {
        workshop.computed.note("vote.result");
        start(view);
    }
    if (!results.tally) return;
    if (results.run) {
        results.run->advance(steps_a_frame);
        results.tally = results.run->tally(); // scores' intervals are complete before ranks'
        if (results.run->done())
            results.run.reset();
        else
            ui.keep_drawing(go_on_s);
    }
    auto const first = view.first.value_or(1);
    bool const other = results.before ? results.before->round != results.against
                                      : static_cast<bool>(results.against);
    if (fresh || other) compare(results, doc, first);
    follow_voice(ui, results, doc, first);
}

ResultScale result_scale(Tally const& tally)
{
    auto const& look = method_view(tally.method);
    if (look.shares) return {0, 1, look.steps_most, 0, true};
    double most = 0, least = 0;
    bool whole = true;
    for (auto const& one : tally.cases) {
        auto const score = analysis::value(one.score);
        whole = whole && one.score.den == 1;
        most = std::max({most, score, one.interval ? one.interval->high : 0});
        least = std::min({least, score, one.interval ? one.interval->low : 0});
    }
    if (most == 0 && least == 0) most = 1;
    // The smallest of 1, 2 and 5, 10, 20, 50… with which so many steps cover the range.
    constexpr std::array units{1.0, 2.0, 5.0};
    for (int power = whole ? 0 : -2;; ++power)
        for (auto const unit : units) {
            double const step = unit * std::pow(10, power);
            constexpr double hair = 1e-9; // tolerance: 0.3 is three steps of 0.1
            auto const up = static_cast<int>(std::ceil(std::min(most / step, 1e6) - hair));
            auto const down = static_cast<int>(std::ceil(std::min(-least / step, 1e6) - hair));
            if (up + down > look.steps_most) continue;
            return {-down * step, up * step, up + down, std::max(0, -power)};
        }
}

} // namespace ui
