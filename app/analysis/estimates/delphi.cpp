#include "analysis/estimates/delphi.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

// A maximum matching (Kuhn's augmenting paths) of the dots of two rounds, where a pair is two dots
// within a grid step: possibly one person who did not change their answer.
class Pairing {
public:
    Pairing(std::vector<Point> const& before, std::vector<Point> const& after)
        : near_(before.size())
        , partner_(after.size(), nobody)
    {
        for (std::size_t i = 0; i < before.size(); ++i)
            for (std::size_t j = 0; j < after.size(); ++j)
                if (std::abs(before[i].opportunity - after[j].opportunity) <= grid_step &&
                    std::abs(before[i].risk - after[j].risk) <= grid_step)
                    near_[i].push_back(j);
    }

    int count()
    {
        int pairs = 0;
        for (std::size_t i = 0; i < near_.size(); ++i) {
            seen_.assign(partner_.size(), false);
            pairs += pair(i) ? 1 : 0;
        }
        return pairs;
    }

private:
    static constexpr std::size_t nobody = ~std::size_t{0};

    bool pair(std::size_t i)
    {
        for (auto j : near_[i])
            if (partner_[j] == nobody) {
                partner_[j] = i;
                return true;
            }
        for (auto j : near_[i]) {
            if (seen_[j]) continue;
            seen_[j] = true;
            if (!pair(partner_[j])) continue;
            partner_[j] = i;
            return true;
        }
        return false;
    }

    std::vector<std::vector<std::size_t>> near_; // per dot before: the dots after within reach
    std::vector<std::size_t> partner_;           // per dot after
    std::vector<bool> seen_;
};

bool small(double change) { return std::abs(change) < stable_move; }

} // namespace

double Movement::changed_share() const
{
    int const people = std::min(before, after);
    return people == 0 ? 0.0 : static_cast<double>(changed.value_or(0)) / people;
}

Movement movement(Cloud const& before, Cloud const& after)
{
    Movement out;
    out.from = before.round, out.to = after.round;
    out.before = before.placed, out.after = after.placed;
    if (!before.shape || !after.shape) return out;
    auto const& a = *before.shape;
    auto const& b = *after.shape;
    out.changed = std::min(out.before, out.after) - Pairing(a.dots, b.dots).count();
    out.moved = {b.median.opportunity - a.median.opportunity, b.median.risk - a.median.risk};
    out.iqr_change = {b.opportunity.spread.iqr() - a.opportunity.spread.iqr(),
                      b.risk.spread.iqr() - a.risk.spread.iqr()};
    out.was = a.agreement(), out.is = b.agreement();
    return out;
}

Stop proposed_stop(std::span<Cloud const> rounds)
{
    if (rounds.empty() || !rounds.back().shape) return Stop::none;
    auto const& shape = *rounds.back().shape;
    if (shape.agreement() == Agreement::accord) return Stop::accord;
    for (auto q : {Quadrant::launch, Quadrant::safeguards, Quadrant::comfort, Quadrant::aside})
        if (shape.share(q) >= same_zone_share) return Stop::same_zone;
    if (rounds.size() >= 2) {
        auto const since = movement(rounds[rounds.size() - 2], rounds.back());
        if (since.changed && small(since.moved.opportunity) && small(since.moved.risk) &&
            small(since.iqr_change.opportunity) && small(since.iqr_change.risk) &&
            since.changed_share() < stable_changed)
            return Stop::stable;
    }
    return rounds.size() >= estimating_rounds_max ? Stop::rounds : Stop::none;
}

std::vector<Cloud> rounds_of(model::Document const& doc, model::AxisId axis, model::CaseId on)
{
    auto const lines = model::get<model::Axis>(doc, axis);
    std::vector<Cloud> out;
    for (auto id : estimating_rounds(doc, axis, on))
        if (auto const table = read_estimates(doc, id))
            out.push_back(cloud(*table, axis, on, lines));
    return out;
}

} // namespace analysis
