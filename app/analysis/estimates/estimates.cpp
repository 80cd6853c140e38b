#include "analysis/estimates/estimates.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace analysis {
namespace {

using base::Errc;
using base::fail;

base::Result<void> check(model::Document const& doc, model::RoundId id)
{
    auto const* round = model::find<model::Round>(doc, id);
    if (!round) return fail(Errc::not_found, "round");
    auto const state = model::get<model::RoundStatus>(doc, id).state;
    if (state == model::RoundState::open) return fail(Errc::conflict, "round.open");
    if (state == model::RoundState::setup) return fail(Errc::conflict, "round.not_closed");
    if (round->method != model::Method::estimate) return fail(Errc::invalid, "round.method");
    return {};
}

template <class Id>
std::optional<std::size_t> place_of(std::vector<Id> const& ids, Id id)
{
    auto const it = std::ranges::find(ids, id);
    if (it == ids.end()) return std::nullopt;
    return static_cast<std::size_t>(it - ids.begin());
}

constexpr int any_voter = std::numeric_limits<int>::min();

// The voters of a round, and the row of each.
std::map<int, std::uint32_t> voters_of(model::Document const& doc, model::RoundId id)
{
    std::map<int, std::uint32_t> voters;
    auto const& ballots = model::table<model::Ballot>(doc);
    for (auto it = ballots.lower_bound({id, any_voter});
         it != ballots.end() && it->first.round == id; ++it)
        voters.emplace(it->first.number, 0);
    auto const& estimates = model::table<model::Estimate>(doc);
    for (auto it = estimates.lower_bound({id, any_voter, {}, {}});
         it != estimates.end() && it->first.round == id; ++it)
        voters.emplace(it->first.voter, 0);
    std::uint32_t next = 0;
    for (auto& [number, place] : voters) place = next++;
    return voters;
}

} // namespace

std::span<Opinion const> EstimateTable::of(model::AxisId axis, model::CaseId on) const
{
    auto const a = place_of(axes, axis);
    auto const c = place_of(cases, on);
    if (!a || !c) return {};
    auto const cell = *a * cases.size() + *c;
    return {opinions.data() + starts[cell], opinions.data() + starts[cell + 1]};
}

model::AxisScales EstimateTable::scales_of(model::AxisId axis) const
{
    auto const it = std::ranges::find(scales, axis, &model::AxisScales::axis);
    return it == scales.end() ? model::AxisScales{axis, {}, {}} : *it;
}

base::Result<EstimateTable> read_estimates(model::Document const& doc, model::RoundId id)
{
    if (auto ok = check(doc, id); !ok) return fail(ok.error());
    auto const& round = *model::find<model::Round>(doc, id);
    EstimateTable table{id, round.axes, round.cases, 0, round.scales, {}, {}};
    auto const voters = voters_of(doc, id);
    table.voters = static_cast<int>(voters.size());
    struct Row {
        std::size_t cell;
        Opinion opinion;
    };
    std::vector<Row> rows;
    table.starts.assign(table.axes.size() * table.cases.size() + 1, 0);
    auto const& estimates = model::table<model::Estimate>(doc);
    for (auto it = estimates.lower_bound({id, any_voter, {}, {}});
         it != estimates.end() && it->first.round == id; ++it) {
        auto const axis = place_of(table.axes, it->first.axis);
        auto const on = place_of(table.cases, it->first.on);
        if (!axis || !on) continue;
        rows.push_back(
            {*axis * table.cases.size() + *on, {voters.at(it->first.voter), it->second}});
        ++table.starts[rows.back().cell + 1];
    }
    std::partial_sum(table.starts.begin(), table.starts.end(), table.starts.begin());
    std::ranges::stable_sort(rows, {}, &Row::cell); // they were sorted by voter
    table.opinions.reserve(rows.size());
    for (auto const& row : rows) table.opinions.push_back(row.opinion);
    return table;
}

namespace {

// The revealed ones of one body, by number.
std::vector<model::RoundId> rounds_by(model::Document const& doc, model::Body body)
{
    std::vector<std::pair<int, model::RoundId>> numbered;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (round.method == model::Method::estimate && round.body == body &&
            model::get<model::RoundStatus>(doc, id).state == model::RoundState::revealed)
            numbered.emplace_back(round.number, id);
    std::ranges::sort(numbered);
    std::vector<model::RoundId> ids;
    for (auto const& [number, id] : numbered) ids.push_back(id);
    return ids;
}

} // namespace

std::vector<model::RoundId> estimating_rounds(model::Document const& doc)
{
    return rounds_by(doc, model::Body::workshop);
}

std::size_t committee_rounds(model::Document const& doc)
{
    return rounds_by(doc, model::Body::committee).size();
}

model::Document committee_room(model::Document const& doc)
{
    using model::Body;
    auto out = doc;
    auto& rounds = model::writable<model::Round>(out);
    for (auto body : {Body::workshop, Body::committee})
        for (auto id : rounds_by(doc, body)) {
            auto round = model::get<model::Round>(doc, id);
            round.body = body == Body::workshop ? Body::committee : Body::workshop;
            rounds.set(id, std::move(round));
        }
    model::writable<model::Placement>(out) = {};
    return out;
}

std::vector<model::RoundId> estimating_rounds(model::Document const& doc, model::AxisId axis,
                                              model::CaseId on)
{
    auto ids = estimating_rounds(doc);
    std::erase_if(ids, [&](model::RoundId id) {
        auto const& round = *model::find<model::Round>(doc, id);
        return !place_of(round.axes, axis) || !place_of(round.cases, on);
    });
    return ids;
}

} // namespace analysis
