#pragma once

#include "analysis/estimates/estimates.h"
#include "sample.h"

#include <optional>
#include <utility>
#include <vector>

// Estimating rounds for tests.
namespace sample {

// One person's estimate of one case on one axis; nothing: "don't know".
using Said = std::optional<std::pair<model::Level, model::Level>>; // opportunity, risk

constexpr RoundId estimating_round{400};

// A revealed estimating round on all cases and axes, still empty.
inline void add_estimating(model::Document& doc, int voters, RoundId id = estimating_round,
                           model::RoundState state = model::RoundState::revealed)
{
    model::Round round;
    round.method = model::Method::estimate;
    for (auto const& [axis, record] : model::table<model::Axis>(doc)) round.axes.push_back(axis);
    add_round(doc, round, id, state);
    for (int voter = 1; voter <= voters; ++voter)
        model::writable<model::Ballot>(doc).set({id, voter}, {});
}

inline void estimate(model::Document& doc, int voter, int axis, int on, Said said,
                     RoundId id = estimating_round)
{
    model::Estimate at;
    if (said) at.opportunity = said->first, at.risk = said->second;
    model::writable<model::Estimate>(doc).set({id, voter, axis_id(axis), case_id(on)}, at);
}

// Voters 1, 2, … give the estimates of `all`.
inline void estimate_all(model::Document& doc, int axis, int on, std::vector<Said> const& all,
                         RoundId id = estimating_round)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        estimate(doc, static_cast<int>(i) + 1, axis, on, all[i], id);
}

} // namespace sample
