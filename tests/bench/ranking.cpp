#include "bench/ranking.h"

#include "analysis/ranking/ranking.h"
#include "bench/figures.h"
#include "ui/panels/decide_order.h"

#include <algorithm>
#include <random>

namespace bench {
namespace {

constexpr int cases = 60, axes = 8, people = 300;
constexpr model::RoundId estimating{401}, vote{402};

model::CaseId case_id(int number) { return {static_cast<std::uint64_t>(1000 + number)}; }
model::AxisId axis_id(int number) { return {static_cast<std::uint64_t>(200 + number)}; }

void add_round(model::Document& doc, model::RoundId id, model::Round round)
{
    for (int n = 1; n <= cases; ++n) round.cases.push_back(case_id(n));
    model::writable<model::Round>(doc).set(id, round);
    model::writable<model::RoundStatus>(doc).set(id, {model::RoundState::revealed, 1, 2});
}

void let_one_speak(model::Document& doc, int voter, std::mt19937& random)
{
    std::normal_distribution<double> apart(0, 160);
    auto near = [&](int middle) {
        return static_cast<model::Level>(std::clamp(middle + apart(random), 0.0, 1000.0));
    };
    auto& estimates = model::writable<model::Estimate>(doc);
    for (int axis = 1; axis <= axes; ++axis)
        for (int n = 1; n <= cases; ++n) {
            model::Estimate at;
            at.opportunity = near(250 + (n * 131 + axis * 17) % 500);
            at.risk = near(200 + (n * 71 + axis * 37) % 500);
            estimates.set({estimating, voter, axis_id(axis), case_id(n)}, at);
        }
    model::writable<model::Ballot>(doc).set({estimating, voter}, {});
    model::Ballot ballot;
    for (int i = 0; i < 4; ++i) {
        auto const on = case_id(1 + static_cast<int>(random() % cases));
        if (std::ranges::find(ballot.marks, on, &model::Mark::on) == ballot.marks.end())
            ballot.marks.push_back({on, 1 + static_cast<int>(random() % 3)});
    }
    model::writable<model::Ballot>(doc).set({vote, voter}, ballot);
}

model::Document plenary()
{
    model::Document doc;
    for (int n = 1; n <= cases; ++n) {
        model::Case one;
        one.number = n;
        one.title = "Cas " + std::to_string(n);
        model::writable<model::Case>(doc).set(case_id(n), one);
    }
    model::Round estimates;
    estimates.number = 1;
    estimates.method = model::Method::estimate;
    for (int n = 1; n <= axes; ++n) {
        model::Axis axis;
        axis.order = n;
        axis.title = "Axe " + std::to_string(n);
        model::writable<model::Axis>(doc).set(axis_id(n), axis);
        estimates.axes.push_back(axis_id(n));
    }
    add_round(doc, estimating, estimates);
    model::Round dots;
    dots.number = 2;
    add_round(doc, vote, dots);
    std::mt19937 random(7); // NOLINT: the same room every time
    for (int voter = 1; voter <= people; ++voter) let_one_speak(doc, voter, random);
    return doc;
}

// Moves a slider in every frame; the order must follow at once.
void slide(model::Document const& doc)
{
    ui::DecideOrder order;
    analysis::Computed computed;
    ui::TriedConvention tried;
    double const opening = cpu_ms();
    order.refresh({doc, computed}, tried);
    order.advance(4);
    double const opened = cpu_ms() - opening;
    std::vector<double> frames;
    for (int frame = 0; frame < 200; ++frame) {
        tried.weights[axis_id(1 + frame % axes)] = frame % 20 * 100;
        double const start = cpu_ms();
        order.refresh({doc, computed}, tried);
        order.advance(4);
        frames.push_back(cpu_ms() - start);
    }
    Line("ranking.slide")
        .with("opening_ms", opened)
        .with("frame_p50_ms", quantile(frames, 0.5))
        .with("frame_p99_ms", quantile(frames, 0.99))
        .with("frame_max_ms", *std::ranges::max_element(frames));
}

// Frame times while all draws are made.
void draw_all(model::Document const& doc)
{
    ui::DecideOrder order;
    analysis::Computed computed;
    order.refresh({doc, computed}, {});
    std::vector<double> frames;
    double const start = now_ms(), cpu = cpu_ms();
    while (!order.done()) {
        double const at = cpu_ms();
        order.advance(4);
        frames.push_back(cpu_ms() - at);
    }
    Line("ranking.draws")
        .with("total_ms", now_ms() - start)
        .with("total_cpu_ms", cpu_ms() - cpu)
        .with("frames", static_cast<std::int64_t>(frames.size()))
        .with("frame_max_ms", *std::ranges::max_element(frames))
        .with("draws", static_cast<std::int64_t>(order.ranking().draws))
        .with("stability", *order.ranking().stability);
}

} // namespace

// Processor time only, so that other programs do not count; the total of the draws also by wall
// clock.
void ranking()
{
    auto const doc = plenary();
    double const start = cpu_ms();
    auto const evidence = std::make_shared<analysis::Evidence const>(analysis::read_evidence(doc));
    double const read = cpu_ms();
    analysis::RankingRun run(evidence, {});
    auto const stated = run.ranking();
    double const ordered = cpu_ms();
    run.advance(64);
    auto const first = run.ranking();
    double const answered = cpu_ms();
    Line("ranking.first")
        .with("cases", std::int64_t{cases})
        .with("axes", std::int64_t{axes})
        .with("people", std::int64_t{people})
        .with("evidence_ms", read - start)
        .with("order_ms", ordered - read)
        .with("with_64_draws_ms", answered - ordered);
    slide(doc);
    draw_all(doc);
}

} // namespace bench
