#include "ui/screens/estimate/estimate_view.h"

#include <algorithm>

// The estimates of one person, without drawing.
namespace ui {
namespace {

using Ballot = EstimateView::Ballot;

constexpr model::Level fine = 10; // levels: a tenth of a displayed point

model::Level tidied(model::Level level)
{
    return std::clamp((level + fine / 2) / fine * fine, 0, model::level_max);
}

bool is_answered(Ballot const& ballot, model::Round const& round, std::size_t axis, std::size_t row)
{
    return ballot.said.contains({round.axes[axis], round.cases[row]});
}

} // namespace

model::AxisId axis_in_hand(Ballot const& ballot, model::Round const& round)
{
    return ballot.axis < round.axes.size() ? round.axes[ballot.axis] : model::AxisId{};
}

model::CaseId case_in_hand(Ballot const& ballot, model::Round const& round)
{
    return ballot.row < round.cases.size() ? round.cases[ballot.row] : model::CaseId{};
}

model::Estimate* answer_in_hand(Ballot& ballot, model::Round const& round)
{
    auto const it = ballot.said.find({axis_in_hand(ballot, round), case_in_hand(ballot, round)});
    return it == ballot.said.end() ? nullptr : &it->second;
}

int answered_on(Ballot const& ballot, model::Round const& round, model::AxisId axis)
{
    return static_cast<int>(std::ranges::count_if(round.cases, [&](model::CaseId on) {
        return ballot.said.contains({axis, on});
    }));
}

void answer(Ballot& ballot, model::Round const& round, model::Axis const& axis,
            model::Level opportunity, model::Level risk)
{
    model::Estimate said;
    said.opportunity = tidied(opportunity);
    said.risk = tidied(risk);
    if (axis.risk_entry == model::RiskEntry::severity_likelihood)
        said.severity = said.likelihood = said.risk;
    ballot.said[{axis_in_hand(ballot, round), case_in_hand(ballot, round)}] = said;
}

void answer_dont_know(Ballot& ballot, model::Round const& round)
{
    ballot.said[{axis_in_hand(ballot, round), case_in_hand(ballot, round)}] = {};
}

model::Ballot ballot_said(Ballot const& ballot)
{
    model::Ballot out;
    for (auto const& [key, at] : ballot.said) out.estimates.push_back({key.first, key.second, at});
    return out;
}

Wish cast_in_hand(EstimateView& view)
{
    view.page = EstimateView::Page::ballot;
    view.ballot.casting = true; // until the ballot box confirms
    view.ballot.refused.reset();
    return CastBallot{view.ballot.round, view.ballot.token, ballot_said(view.ballot)};
}

void answered(EstimateView& view, CastBallot const& cast, base::Result<void> const& result)
{
    auto& ballot = view.ballot;
    if (!ballot.casting || ballot.token != cast.token) return;
    ballot.casting = false;
    if (!result) {
        ballot.refused = result.error();
        return;
    }
    view.page = EstimateView::Page::received;
    view.falls.stop();
}

void go_on(Ballot& ballot, model::Round const& round)
{
    auto const axes = round.axes.size(), cases = round.cases.size();
    for (std::size_t a = 0; a < axes; ++a)
        for (std::size_t r = 0; r < cases; ++r) {
            auto const axis = (ballot.axis + a) % axes;
            auto const row = a == 0 ? (ballot.row + 1 + r) % cases : r;
            if (is_answered(ballot, round, axis, row)) continue;
            ballot.axis = axis;
            ballot.row = row;
            return;
        }
}

} // namespace ui
