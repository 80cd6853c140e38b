#include "analysis/voting/recount.h"

#include "analysis/common/ranks.h"
#include "analysis/voting/counting_method.h"

#include <algorithm>
#include <limits>

namespace analysis {
namespace {

constexpr std::size_t per_case = 3; // sum, answers, supporters
constexpr int percent = 100;

// Methods that add up points, approvals, scores or hands.
class Sums : public Recount {
public:
    explicit Sums(Recounted const& of)
        : Recount(of.table, of.table.cases.size() * per_case + 1)
        , quorum_(of.quorum)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        for (auto mark : table().row(row)) {
            auto* cell = &cells[mark.at * per_case];
            cell[0] += times * mark.value;
            cell[1] += times;
            if (mark.value > 0) cell[2] += times;
        }
        cells.back() += times;
    }

    void raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const override
    {
        for (std::size_t i = 0; i < hands.size(); ++i)
            std::fill_n(cells.begin() + static_cast<std::ptrdiff_t>(i * per_case), per_case,
                        hands[i]);
        cells.back() = table().voters;
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        bool const mean = table().scoring == Scoring::mean_of_answers;
        auto score = [&](std::size_t i) {
            auto const* cell = &cells[i * per_case];
            return ratio(cell[0], mean ? std::max<std::int64_t>(cell[1], 1) : 1);
        };
        auto met = [&](std::size_t i) {
            return quorum_met(cells[i * per_case + 1], cells.back(), quorum_);
        };
        return ranks_by(table().cases.size(), [&](std::size_t i, std::size_t j) {
            if (met(i) != met(j)) return met(i) <=> met(j);
            if (auto const by = score(i) <=> score(j); by != 0) return by;
            return cells[i * per_case + 2] <=> cells[j * per_case + 2];
        });
    }

    [[nodiscard]] bool one_less_keeps(std::span<std::int64_t const> cells,
                                      std::span<char const> above) const override
    {
        if (table().scoring != Scoring::sum || quorum_ > 0) return false;
        std::int64_t least = 0, most = 0;
        for (auto mark : table().marks) {
            least = std::min<std::int64_t>(least, mark.value);
            most = std::max<std::int64_t>(most, mark.value);
        }
        return sums_keep(cells, above, per_case, most - least);
    }

    [[nodiscard]] double effort() const override
    {
        return sorting_effort * static_cast<double>(table().cases.size());
    }

private:
    int quorum_;
};

// Majority judgment: the number of people per case and grade.
class GradeCounts : public Recount {
public:
    explicit GradeCounts(VoteTable const& table)
        : Recount(table, table.cases.size() * static_cast<std::size_t>(table.grades) + 1)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        for (auto mark : table().row(row))
            cells[mark.at * static_cast<std::size_t>(table().grades) +
                  static_cast<std::size_t>(mark.value)] += times;
        cells.back() += times;
    }

    [[nodiscard]] std::vector<Grades> grades(std::span<std::int64_t const> cells) const
    {
        std::vector<Grades> out;
        auto const each = static_cast<std::ptrdiff_t>(table().grades);
        for (std::size_t i = 0; i < table().cases.size(); ++i) {
            auto const from = cells.begin() + static_cast<std::ptrdiff_t>(i) * each;
            out.emplace_back(from, from + each);
        }
        return with_blanks(std::move(out), cells.back(),
                           table().blank == model::BlankPolicy::below ? GradeBlank::worst
                                                                      : GradeBlank::proportions);
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        return judgment_ranks(grades(cells));
    }

    [[nodiscard]] double effort() const override
    {
        return sorting_effort * static_cast<double>(table().cases.size()) * table().grades;
    }
};

} // namespace

bool quorum_met(std::int64_t answers, std::int64_t voters, int quorum)
{
    return quorum <= 0 || answers * percent >= voters * quorum;
}

bool sums_keep(std::span<std::int64_t const> cells, std::span<char const> above, std::size_t pitch,
               std::int64_t bridged)
{
    auto least_above = std::numeric_limits<std::int64_t>::max();
    auto most_below = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < above.size(); ++i) {
        auto const sum = cells[i * pitch];
        if (above[i] != 0)
            least_above = std::min(least_above, sum);
        else
            most_below = std::max(most_below, sum);
    }
    if (least_above == std::numeric_limits<std::int64_t>::max() ||
        most_below == std::numeric_limits<std::int64_t>::min())
        return true; // the cut separates nothing
    return least_above - most_below > bridged;
}

std::vector<std::int64_t> Recount::all() const
{
    std::vector<std::int64_t> cells(size_);
    for (std::size_t r = 0; r < table_.rows(); ++r) add(cells, r, table_.copies[r]);
    if (!table_.hands.empty()) raise(cells, table_.hands);
    return cells;
}

void Recount::raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const
{
    std::ranges::copy(hands, cells.begin());
}

bool Recount::one_less_keeps(std::span<std::int64_t const>, std::span<char const>) const
{
    return false;
}

std::unique_ptr<Recount> recount(Way way, Recounted of)
{
    of.rule = way.rule;
    return counting_method(way.method).recount(of);
}

std::vector<Grades> grades_of_all(VoteTable const& table)
{
    GradeCounts const counts(table);
    return counts.grades(counts.all());
}

std::unique_ptr<Recount> recount_sums(Recounted const& of)
{
    auto without_quorum = of;
    without_quorum.quorum = 0;
    return std::make_unique<Sums>(without_quorum);
}

std::unique_ptr<Recount> recount_scores(Recounted const& of) { return std::make_unique<Sums>(of); }

std::unique_ptr<Recount> recount_grades(Recounted const& of)
{
    return std::make_unique<GradeCounts>(of.table);
}

} // namespace analysis
