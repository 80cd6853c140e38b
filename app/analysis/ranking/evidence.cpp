#include "analysis/ranking/evidence.h"

#include "analysis/common/in_use.h"
#include "analysis/estimates/settling.h"
#include "analysis/voting/tally.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace analysis {
namespace {

// The last revealed round for each case on each axis.
struct Rounds {
    std::vector<EstimateTable> tables;                   // by round number
    std::vector<std::optional<std::size_t>> electorates; // of each table, created on first use

    [[nodiscard]] std::optional<std::size_t> asking(model::AxisId axis, model::CaseId on) const
    {
        for (auto i = tables.size(); i-- > 0;)
            if (std::ranges::find(tables[i].axes, axis) != tables[i].axes.end() &&
                std::ranges::find(tables[i].cases, on) != tables[i].cases.end())
                return i;
        return std::nullopt;
    }
};

Rounds read_rounds(model::Document const& doc)
{
    Rounds rounds;
    for (auto id : estimating_rounds(doc))
        if (auto table = read_estimates(doc, id)) rounds.tables.push_back(*std::move(table));
    rounds.electorates.resize(rounds.tables.size());
    return rounds;
}

// Links the medians of a cell to the voters of their round, for resampling.
void follow(Evidence& out, Evidence::Cell& cell, Rounds& rounds, std::size_t from,
            std::span<Opinion const> opinions)
{
    auto& electorate = rounds.electorates[from];
    if (!electorate) {
        electorate = out.electorates.size();
        out.electorates.emplace_back(rounds.tables[from].voters);
    }
    std::vector<Electorate::Said> opportunity;
    std::vector<Electorate::Said> risk;
    for (auto const& opinion : opinions) {
        if (opinion.at.opportunity < 0 || opinion.at.risk < 0) continue;
        opportunity.push_back({opinion.voter, static_cast<double>(opinion.at.opportunity)});
        risk.push_back({opinion.voter, static_cast<double>(opinion.at.risk)});
    }
    cell.electorate = electorate;
    cell.list = out.electorates[*electorate].add(std::move(opportunity));
    (void)out.electorates[*electorate].add(std::move(risk));
}

std::optional<Evidence::Cell> read_cell(Evidence& out, model::Document const& doc, Rounds& rounds,
                                        model::AxisId axis, model::CaseId on)
{
    auto const* settled = model::find<model::Placement>(doc, {axis, on});
    auto const from = rounds.asking(axis, on);
    Cloud seen;
    if (from) seen = cloud(rounds.tables[*from], axis, on, model::get<model::Axis>(doc, axis));
    auto const room = at_the_median(seen);
    if (!settled && !room) return std::nullopt;
    Evidence::Cell cell;
    cell.estimates = seen.placed;
    if (seen.shape) {
        cell.agreement = seen.shape->agreement();
        cell.in_top_risk = static_cast<double>(seen.shape->in_top_risk) / seen.placed;
        cell.opportunity = seen.shape->median.opportunity;
        cell.risk = seen.shape->median.risk;
        cell.basis = Basis::estimates;
    }
    if (settled) {
        bool const still = room && settled->by == model::PlacedBy::median &&
                           settled->opportunity == room->opportunity && settled->risk == room->risk;
        cell.opportunity = settled->opportunity;
        cell.risk = settled->risk;
        cell.basis = still ? Basis::median : Basis::hand;
        cell.contradicted = contradicted(*settled, seen);
    }
    if (cell.basis != Basis::hand)
        follow(out, cell, rounds, *from, rounds.tables[*from].of(axis, on));
    return cell;
}

void read_vote(Evidence& out, model::Document const& doc)
{
    auto const reference = reference_round(doc);
    if (!reference) return;
    auto const counted = tally(doc, *reference, {.method = {}, .blank = {}, .resamples = 0});
    if (!counted) return; // a round that cannot be counted gives no V
    auto table = read_votes(doc, *reference, counted->method, counted->blank);
    if (!table) return;
    Ratio best;
    for (auto const& line : counted->cases) best = std::max(best, line.score);
    for (std::size_t i = 0; i < out.cases.size(); ++i) {
        auto const* line = counted->find(out.cases[i]);
        if (!line) continue;
        auto& voted = out.voted[i];
        voted.score = line->score;
        voted.contested = line->contested();
        if (best.num > 0) voted.vote = 10.0 * value(line->score) / value(best);
    }
    out.reference = reference;
    out.best_score = best;
    out.votes = *std::move(table);
}

} // namespace

Evidence read_evidence(model::Document const& doc)
{
    Evidence out;
    out.axes = active_axes(doc);
    out.cases = visible_cases(doc);
    out.convention = model::get<model::Convention>(doc);
    for (auto id : out.axes) out.weights.push_back(model::get<model::Axis>(doc, id).weight_milli);
    auto rounds = read_rounds(doc);
    out.starts.push_back(0);
    for (auto on : out.cases) {
        for (std::size_t a = 0; a < out.axes.size(); ++a)
            if (auto cell = read_cell(out, doc, rounds, out.axes[a], on)) {
                cell->axis = static_cast<std::uint32_t>(a);
                out.cells.push_back(*cell);
            }
        out.starts.push_back(out.cells.size());
    }
    out.voted.resize(out.cases.size());
    read_vote(out, doc);
    return out;
}

} // namespace analysis
