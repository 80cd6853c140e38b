#include "analysis/one_voter.h"

#include "analysis/tally_parts.h"

#include <algorithm>
#include <limits>
#include <set>

namespace analysis {
namespace {

constexpr double steps_max = 3e8; // some tenths of a second

// The line as ranks see it: the worst rank above it and the best below.
struct Line {
    int worst_above = 0;
    int best_below = std::numeric_limits<int>::max();
};

Line line_of(std::vector<int> const& ranks, std::vector<char> const& above)
{
    Line line;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (above[i] != 0)
            line.worst_above = std::max(line.worst_above, ranks[i]);
        else
            line.best_below = std::min(line.best_below, ranks[i]);
    }
    return line;
}

} // namespace

base::Result<std::optional<OneVoter>> without_one_voter(model::Document const& doc,
                                                        model::RoundId round, int first,
                                                        TallyOptions const& options)
{
    auto plain = options;
    plain.resamples = 0;
    auto const result = tally(doc, round, plain);
    if (!result) return fail(result.error());
    auto const prepared = prepare(doc, round, options);
    if (!prepared) return fail(prepared.error());
    auto const& table = prepared->table;
    if (!table.hands.empty() || table.voters < 2) return std::optional<OneVoter>{};
    Recount const recount(table, prepared->way, prepared->rules.quorum, prepared->money);
    auto const n = table.cases.size();
    if (static_cast<double>(table.rows()) * (recount.effort() + static_cast<double>(n)) > steps_max)
        return std::optional<OneVoter>{};

    bool const selects = result->selection.has_value();
    OneVoter out;
    out.first = selects ? static_cast<int>(result->selection->selected.size()) : first;
    std::vector<char> above(n);
    auto const column = [&](model::CaseId id) {
        return static_cast<std::size_t>(std::ranges::lower_bound(table.cases, id) -
                                        table.cases.begin());
    };
    for (std::size_t i = 0; i < n; ++i) {
        auto const& line = result->cases[i];
        above[column(line.on)] = selects                       ? line.selected
                                 : static_cast<int>(i) < first ? char{1}
                                                               : char{0};
    }
    auto cells = recount.all();
    auto const now = line_of(recount.ranks(cells), above);
    bool const in_a_tie = now.worst_above == now.best_below;
    std::set<std::size_t> entering;
    std::set<std::size_t> leaving;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        recount.add(cells, r, -1);
        auto const ranks = recount.ranks(cells);
        recount.add(cells, r, 1);
        auto const line = line_of(ranks, above);
        bool changed = false;
        for (std::size_t i = 0; i < n; ++i) {
            bool const kept = above[i] != 0;
            bool crosses = false;
            if (selects)
                crosses = kept != (ranks[i] == 1);
            else if (kept)
                crosses = in_a_tie ? ranks[i] > line.best_below : ranks[i] >= line.best_below;
            else
                crosses = in_a_tie ? ranks[i] < line.worst_above : ranks[i] <= line.worst_above;
            if (!crosses) continue;
            changed = true;
            (kept ? leaving : entering).insert(i);
        }
        if (changed) out.people += table.copies[r];
    }
    for (auto const& line : result->cases) {
        if (entering.contains(column(line.on))) out.entering.push_back(line.on);
        if (leaving.contains(column(line.on))) out.leaving.push_back(line.on);
    }
    return std::optional<OneVoter>{std::move(out)};
}

} // namespace analysis
