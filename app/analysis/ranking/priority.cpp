#include "analysis/ranking/priority.h"

#include "analysis/common/random.h"
#include "base/sha256.h"

#include <algorithm>
#include <limits>
#include <string>

namespace analysis {
namespace {

std::string text_of(model::Ballot const& ballot)
{
    auto marks = ballot.marks;
    std::ranges::sort(marks, {}, [](model::Mark const& m) { return std::pair(m.on, m.value); });
    std::string out;
    for (auto const& mark : marks)
        out += std::to_string(mark.on.value) + ":" + std::to_string(mark.value) + ",";
    return out;
}

} // namespace

std::vector<int> clean_cuts(Tally const& tally)
{
    std::vector<int> out;
    for (int first = 1; first <= static_cast<int>(tally.cases.size()); ++first)
        if (!split_tie(tally, first)) out.push_back(first);
    return out;
}

std::optional<SplitTie> split_tie(Tally const& tally, int first)
{
    auto const count = static_cast<int>(tally.cases.size());
    if (first < 1 || first >= count) return std::nullopt;
    auto const rank = tally.cases[static_cast<std::size_t>(first) - 1].rank;
    if (tally.cases[static_cast<std::size_t>(first)].rank != rank) return std::nullopt;
    if (std::ranges::find(tally.cuts, rank, &CutTie::rank) != tally.cuts.end()) return std::nullopt;
    SplitTie out{rank, {}};
    for (auto const& line : tally.cases)
        if (line.rank == rank) out.cases.push_back(line.on);
    return out;
}

std::vector<model::CaseId> draw_order(std::vector<model::CaseId> tied, std::uint64_t seed)
{
    std::ranges::sort(tied);
    Random random(seed);
    for (auto left = static_cast<std::uint32_t>(tied.size()); left > 1; --left)
        std::swap(tied[left - 1], tied[random.below(left)]);
    return tied;
}

std::vector<model::CaseId> declared_order(model::Round const& round,
                                          std::vector<model::CaseId> tied)
{
    std::ranges::sort(tied, {}, [&](model::CaseId id) {
        return std::ranges::find(round.cases, id) - round.cases.begin();
    });
    return tied;
}

std::uint64_t tie_seed(std::string_view session, model::Document const& doc, model::RoundId round)
{
    std::vector<std::string> lines;
    auto const& ballots = model::table<model::Ballot>(doc);
    for (auto it = ballots.lower_bound({round, std::numeric_limits<int>::min()});
         it != ballots.end() && it->first.round == round; ++it)
        for (int copy = 0; copy < it->second.copies; ++copy) lines.push_back(text_of(it->second));
    for (auto const& [key, hands] : model::table<model::Hands>(doc))
        if (key.round == round)
            lines.push_back("hands " + std::to_string(key.on.value) + ":" +
                            std::to_string(hands.count));
    std::ranges::sort(lines);
    auto text = std::string(session) + "\n" + std::to_string(round.value) + "\n";
    for (auto const& line : lines) text += line + "\n";
    auto const digest = base::sha256(text);
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i) seed = seed << 8U | digest[i];
    return seed;
}

bool cut_holds(model::Round const& round, CutTie const& cut)
{
    switch (cut.by) {
    case model::TieRule::hand: return true;
    case model::TieRule::declared: return cut.order == declared_order(round, cut.order);
    case model::TieRule::draw: return cut.order == draw_order(cut.order, cut.seed);
    }
    return false;
}

} // namespace analysis
