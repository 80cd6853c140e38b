#include "analysis/voting/orders.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <numeric>

namespace analysis {
namespace {

constexpr std::int32_t unranked = std::numeric_limits<std::int32_t>::max();

// The number of cases at each place of a ranking, best first.
std::vector<std::pair<std::int32_t, std::int64_t>> classes_of(std::span<Vote const> ranking)
{
    std::vector<std::int32_t> places;
    places.reserve(ranking.size());
    for (auto vote : ranking) places.push_back(vote.value);
    std::sort(places.begin(), places.end());
    std::vector<std::pair<std::int32_t, std::int64_t>> out;
    for (auto place : places) {
        if (out.empty() || out.back().first != place) out.emplace_back(place, 0);
        ++out.back().second;
    }
    return out;
}

// A transitively closed "above" relation of cases.
class Above {
public:
    explicit Above(std::size_t size)
        : size_(size)
        , cells_(size * size)
    {
    }
    [[nodiscard]] bool at(std::size_t i, std::size_t j) const { return cells_[i * size_ + j] != 0; }
    void put(std::size_t i, std::size_t j)
    {
        if (at(i, j)) return;
        for (std::size_t high = 0; high < size_; ++high) {
            if (high != i && !at(high, i)) continue;
            auto* row = &cells_[high * size_];
            auto const* below = &cells_[j * size_];
            row[j] = 1;
            for (std::size_t low = 0; low < size_; ++low) row[low] |= below[low];
        }
    }
    [[nodiscard]] std::size_t count_above(std::size_t j) const
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < size_; ++i) count += at(i, j) ? 1 : 0;
        return count;
    }

private:
    std::size_t size_;
    std::vector<unsigned char> cells_;
};

struct Majority {
    std::uint32_t winner = 0, loser = 0;
    std::int64_t votes = 0, against = 0;
    [[nodiscard]] bool as_strong_as(Majority const& other) const
    {
        return votes == other.votes && against == other.against;
    }
};

std::vector<Majority> majorities(Square const& wins, std::span<std::uint32_t const> declared)
{
    std::vector<Majority> out;
    for (std::uint32_t i = 0; i < wins.size; ++i)
        for (std::uint32_t j = 0; j < wins.size; ++j)
            if (wins.at(i, j) > wins.at(j, i)) out.push_back({i, j, wins.at(i, j), wins.at(j, i)});
    auto key = [&](Majority const& m) {
        return std::tuple(-m.votes, m.against, declared[m.winner], declared[m.loser]);
    };
    std::ranges::sort(out, [&](auto const& a, auto const& b) { return key(a) < key(b); });
    return out;
}

// A linear order consistent with the relation; among candidates, the first declared.
std::vector<std::uint32_t> from_the_top(Above const& above, std::span<std::uint32_t const> declared)
{
    std::vector<std::uint32_t> left(declared.size());
    std::iota(left.begin(), left.end(), 0U);
    std::ranges::sort(left, {}, [&](std::uint32_t i) { return declared[i]; });
    std::vector<std::uint32_t> out;
    while (!left.empty()) {
        auto const top = std::ranges::find_if(left, [&](std::uint32_t i) {
            return std::ranges::none_of(left, [&](std::uint32_t j) { return above.at(j, i); });
        });
        out.push_back(*top);
        left.erase(top);
    }
    return out;
}

// A shortest cycle of majorities through `start` within `members`.
std::vector<std::uint32_t> shortest_through(Square const& wins, std::uint32_t start,
                                            std::vector<std::uint32_t> const& members)
{
    std::map<std::uint32_t, std::uint32_t> came_from;
    std::deque<std::uint32_t> next{start};
    while (!next.empty()) {
        auto const i = next.front();
        next.pop_front();
        for (auto j : members) {
            if (wins.at(i, j) <= wins.at(j, i)) continue;
            if (j == start) {
                std::vector<std::uint32_t> path;
                for (auto at = i; at != start; at = came_from.at(at)) path.push_back(at);
                path.push_back(start);
                std::ranges::reverse(path);
                return path;
            }
            if (came_from.emplace(j, i).second) next.push_back(j);
        }
    }
    return {};
}

} // namespace

void add_pairs(Square& wins, std::span<Vote const> ranking, std::int64_t times,
               model::BlankPolicy blank)
{
    add_pairs(wins.cells, wins.size, ranking, times, blank);
}

void add_pairs(std::span<std::int64_t> cells, std::size_t size, std::span<Vote const> ranking,
               std::int64_t times, model::BlankPolicy blank)
{
    if (blank == model::BlankPolicy::no_opinion) {
        for (auto i : ranking)
            for (auto j : ranking)
                if (i.value < j.value) cells[i.at * size + j.at] += times;
        return;
    }
    std::vector<std::int32_t> place(size, unranked);
    for (auto vote : ranking) place[vote.at] = vote.value;
    for (auto vote : ranking)
        for (std::size_t j = 0; j < size; ++j)
            if (vote.value < place[j]) cells[vote.at * size + j] += times;
}

void add_points(std::span<std::int64_t> doubled, std::span<Vote const> ranking, std::int64_t times,
                Points points, model::BlankPolicy blank)
{
    auto const silent = static_cast<std::int64_t>(doubled.size() - ranking.size());
    bool const speaks_of_all = points != Points::places && blank == model::BlankPolicy::below;
    auto below = static_cast<std::int64_t>(ranking.size());
    std::map<std::int32_t, std::int64_t> of_place; // doubled points
    for (auto const& [place, tied] : classes_of(ranking)) {
        below -= tied;
        auto const under = below + (speaks_of_all ? silent : 0);
        of_place[place] = 2 * under + tied - 1 + (points == Points::places ? 2 : 0);
    }
    for (auto vote : ranking) doubled[vote.at] += times * of_place[vote.value];
    if (!speaks_of_all || points == Points::borda_zero || silent < 2) return;
    for (auto& sum : doubled) sum += times * (silent - 1);
    for (auto vote : ranking) doubled[vote.at] -= times * (silent - 1);
}

Square strongest_paths(Square const& wins)
{
    Square paths(wins.size);
    for (std::size_t i = 0; i < wins.size; ++i)
        for (std::size_t j = 0; j < wins.size; ++j)
            if (wins.at(i, j) > wins.at(j, i)) paths.at(i, j) = wins.at(i, j);
    widen(paths);
    return paths;
}

void widen(Square& paths)
{
    for (std::size_t k = 0; k < paths.size; ++k)
        for (std::size_t i = 0; i < paths.size; ++i) {
            auto const to_k = paths.at(i, k);
            if (i == k || to_k == 0) continue;
            for (std::size_t j = 0; j < paths.size; ++j)
                if (j != i && j != k)
                    paths.at(i, j) = std::max(paths.at(i, j), std::min(to_k, paths.at(k, j)));
        }
}

std::vector<int> schulze_ranks(Square const& paths)
{
    std::vector<int> ranks(paths.size, 1);
    for (std::size_t i = 0; i < paths.size; ++i)
        for (std::size_t j = 0; j < paths.size; ++j)
            if (paths.at(j, i) > paths.at(i, j)) ++ranks[i];
    return ranks;
}

RankedPairs ranked_pairs(Square const& wins, std::span<std::uint32_t const> declared)
{
    RankedPairs out;
    Above sure(wins.size);
    Above by_order(wins.size);
    auto const all = majorities(wins, declared);
    for (auto group = all.begin(); group != all.end();) {
        auto const end = std::find_if(group, all.end(),
                                      [&](Majority const& m) { return !m.as_strong_as(*group); });
        if (end - group > 1) out.equal_majorities = true;
        auto together = sure;
        for (auto m = group; m != end; ++m)
            if (!sure.at(m->loser, m->winner)) together.put(m->winner, m->loser);
        auto const before = sure;
        for (auto m = group; m != end; ++m) {
            if (before.at(m->loser, m->winner)) continue;
            if (together.at(m->loser, m->winner))
                out.order_matters = true;
            else
                sure.put(m->winner, m->loser);
        }
        for (auto m = group; m != end; ++m)
            if (!by_order.at(m->loser, m->winner)) by_order.put(m->winner, m->loser);
        group = end;
    }
    for (std::size_t i = 0; i < wins.size; ++i)
        out.ranks.push_back(static_cast<int>(sure.count_above(i)) + 1);
    out.order = from_the_top(by_order, declared);
    return out;
}

std::optional<std::size_t> condorcet_winner(Square const& wins)
{
    for (std::size_t i = 0; i < wins.size; ++i) {
        bool all = true;
        for (std::size_t j = 0; j < wins.size && all; ++j)
            all = j == i || wins.at(i, j) > wins.at(j, i);
        if (all) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> condorcet_loser(Square const& wins)
{
    for (std::size_t i = 0; i < wins.size; ++i) {
        bool all = wins.size > 1;
        for (std::size_t j = 0; j < wins.size && all; ++j)
            all = j == i || wins.at(i, j) < wins.at(j, i);
        if (all) return i;
    }
    return std::nullopt;
}

std::vector<Cycle> cycles(Square const& wins, std::span<std::uint32_t const> declared)
{
    Above reach(wins.size);
    for (std::size_t i = 0; i < wins.size; ++i)
        for (std::size_t j = 0; j < wins.size; ++j)
            if (wins.at(i, j) > wins.at(j, i)) reach.put(i, j);
    std::vector<std::uint32_t> by_place(wins.size);
    std::iota(by_place.begin(), by_place.end(), 0U);
    std::ranges::sort(by_place, {}, [&](std::uint32_t i) { return declared[i]; });
    std::vector<Cycle> out;
    std::vector<char> seen(wins.size);
    for (auto i : by_place) {
        if (seen[i] != 0 || !reach.at(i, i)) continue;
        Cycle cycle;
        for (auto j : by_place)
            if (reach.at(i, j) && reach.at(j, i)) {
                seen[j] = 1;
                cycle.members.push_back(j);
            }
        cycle.through = shortest_through(wins, i, cycle.members);
        out.push_back(std::move(cycle));
    }
    return out;
}

double tie_term(std::span<Vote const> ranking, std::size_t cases)
{
    auto const cube = [](std::int64_t t) {
        auto const x = static_cast<double>(t);
        return x * x * x - x;
    };
    double sum = cube(static_cast<std::int64_t>(cases - ranking.size()));
    for (auto const& [place, tied] : classes_of(ranking)) sum += cube(tied);
    return sum;
}

std::optional<double> concordance(std::span<std::int64_t const> doubled, std::int64_t rankings,
                                  double ties)
{
    if (rankings < 2 || doubled.size() < 2) return std::nullopt;
    auto const n = static_cast<double>(doubled.size());
    auto const m = static_cast<double>(rankings);
    double mean = 0.0;
    for (auto sum : doubled) mean += static_cast<double>(sum) / 2.0 / n;
    double spread = 0.0;
    for (auto sum : doubled) {
        auto const off = static_cast<double>(sum) / 2.0 - mean;
        spread += off * off;
    }
    double const most = m * m * (n * n * n - n) - m * ties;
    if (most <= 0.0) return std::nullopt;
    return 12.0 * spread / most;
}

} // namespace analysis
