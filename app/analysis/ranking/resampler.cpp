#include "analysis/counting/judgment.h"
#include "analysis/voting/votes.h"

#include <algorithm>
#include <numeric>

namespace analysis {
namespace {

// Drawing so many people one by one takes as long as one binomial draw.
constexpr std::int64_t people_per_binomial = 8;

// The gauge of resampled grades as a number; `people`: how many were drawn.
double gauge_number(std::span<double const> counts, double people, model::BlankPolicy blank)
{
    Grades grades;
    for (auto count : counts) grades.push_back(static_cast<std::int64_t>(count));
    auto const given = std::accumulate(grades.begin(), grades.end(), std::int64_t{0});
    if (blank == model::BlankPolicy::below && !grades.empty())
        grades[0] += static_cast<std::int64_t>(people) - given;
    return value(gauge_of(grades).number());
}

} // namespace

Resampler::Resampler(VoteTable const& table)
    : table_(table)
    , answers_(table.cases.size() * static_cast<std::size_t>(table.scoring == Scoring::judgment
                                                                 ? std::max(table.grades, 1)
                                                                 : 1))
{
    auto const rows = static_cast<std::int64_t>(table.rows());
    if (!table.hands.empty() || table.voters > rows * people_per_binomial) return;
    people_.reserve(static_cast<std::size_t>(table.voters));
    for (std::size_t r = 0; r < table.rows(); ++r)
        people_.insert(people_.end(), static_cast<std::size_t>(table.copies[r]),
                       static_cast<std::uint32_t>(r));
}

void Resampler::add_row(std::size_t row, double times, std::span<double> scores)
{
    auto const marks = table_.row(row);
    auto const grades = static_cast<std::size_t>(table_.grades);
    switch (table_.scoring) {
    case Scoring::mean_of_answers:
        for (auto mark : marks) answers_[mark.at] += times;
        [[fallthrough]];
    case Scoring::sum:
        for (auto mark : marks) scores[mark.at] += times * mark.value;
        break;
    case Scoring::judgment:
        for (auto mark : marks)
            answers_[mark.at * grades + static_cast<std::size_t>(mark.value)] += times;
        break;
    case Scoring::win_share:
        for (auto mark : marks) {
            scores[mark.at] += times;
            answers_[static_cast<std::size_t>(mark.value)] += times; // the previous row is removed
        }
    }
}

// Converts sums to scores.
void Resampler::finish(std::span<double> scores)
{
    auto const grades = static_cast<std::size_t>(table_.grades);
    switch (table_.scoring) {
    case Scoring::mean_of_answers:
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (answers_[i] > 0.0) scores[i] /= answers_[i];
        break;
    case Scoring::sum:
        if (table_.unit != 1)
            for (auto& score : scores) score /= table_.unit;
        break;
    case Scoring::judgment:
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] = gauge_number(std::span(answers_).subspan(i * grades, grades),
                                     static_cast<double>(table_.voters), table_.blank);
        break;
    case Scoring::win_share:
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] = (scores[i] + 1.0) / (scores[i] + answers_[i] + 2.0);
    }
}

void Resampler::pick_people(Random& random, std::span<double> scores)
{
    auto const count = static_cast<std::uint32_t>(people_.size());
    for (std::uint32_t i = 0; i < count; ++i) add_row(people_[random.below(count)], 1.0, scores);
}

// A multinomial draw as a sequence of binomial draws.
void Resampler::pick_counts(Random& random, std::span<double> scores)
{
    auto to_pick = table_.voters;
    auto people_left = table_.voters;
    for (std::size_t r = 0; r < table_.rows() && to_pick > 0; ++r) {
        auto const share = static_cast<double>(table_.copies[r]) / static_cast<double>(people_left);
        auto const picked = random.binomial(to_pick, share);
        if (picked > 0) add_row(r, static_cast<double>(picked), scores);
        to_pick -= picked;
        people_left -= table_.copies[r];
    }
}

void Resampler::draw(Random& random, std::span<double> scores)
{
    std::ranges::fill(scores, 0.0);
    if (!table_.hands.empty()) {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            auto const raised = static_cast<double>(table_.hands[i]);
            scores[i] = table_.voters == 0
                            ? raised
                            : static_cast<double>(random.binomial(
                                  table_.voters, raised / static_cast<double>(table_.voters)));
        }
        return;
    }
    std::ranges::fill(answers_, 0.0);
    if (people_.empty())
        pick_counts(random, scores);
    else
        pick_people(random, scores);
    finish(scores);
}

} // namespace analysis
