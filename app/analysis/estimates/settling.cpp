#include "analysis/estimates/settling.h"

#include <cmath>

namespace analysis {

bool agreed(std::span<Cloud const> rounds)
{
    auto const stop = proposed_stop(rounds);
    return (stop == Stop::accord || stop == Stop::same_zone) && !rounds.back().contested();
}

std::optional<model::Placement> settled_at_the_median(model::Document const& doc,
                                                      Cloud const& cloud)
{
    auto out = at_the_median(cloud);
    auto const* now = model::find<model::Placement>(doc, {cloud.axis, cloud.on});
    if (!out || !now) return out;
    out->reason = now->reason;
    out->lock = now->lock;
    return out;
}

bool contradicted(model::Placement const& settled, Cloud const& cloud)
{
    if (!cloud.shape) return false;
    auto elsewhere = [](model::Level at, Spread const& room) {
        auto const value = static_cast<double>(at);
        return (value < room.q1 || value > room.q3) && std::abs(value - room.median) >= grid_step;
    };
    return elsewhere(settled.opportunity, cloud.shape->opportunity.spread) ||
           elsewhere(settled.risk, cloud.shape->risk.spread);
}

std::vector<std::vector<Cloud>> agreed_among(std::vector<std::vector<Cloud>> const& clouds)
{
    std::vector<std::vector<Cloud>> out;
    for (auto const& rounds : clouds)
        if (!rounds.empty() && agreed(rounds)) out.push_back(rounds);
    return out;
}

Settling at_their_medians(model::Document const& doc, std::vector<std::vector<Cloud>> const& clouds)
{
    Settling out;
    for (auto const& rounds : clouds) {
        if (rounds.empty()) continue;
        auto const& last = rounds.back();
        model::PlacementKey const key{last.axis, last.on};
        auto const* now = model::find<model::Placement>(doc, key);
        if (now && (now->lock == model::Lock::locked || now->by != model::PlacedBy::median))
            continue;
        auto const at = settled_at_the_median(doc, last);
        if (at && (!now || *now != *at)) out.emplace_back(key, *at);
    }
    return out;
}

} // namespace analysis
