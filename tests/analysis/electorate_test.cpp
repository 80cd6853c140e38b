#include "analysis/counting/electorate.h"
#include "analysis/estimates/spread.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace analysis;

namespace {

// The median of a list with each value repeated.
std::vector<double> laid_out(std::vector<Electorate::Said> const& said,
                             Electorate::Counts const& counts)
{
    std::vector<double> all;
    for (auto const& one : said) all.insert(all.end(), counts[one.voter], one.value);
    std::ranges::sort(all);
    return all;
}

} // namespace

TEST_CASE("Medians of counted ballots equal those of the expanded list of voters")
{
    Random random(21);
    for (int round = 0; round < 120; ++round) {
        int const voters = 1 + static_cast<int>(random.below(round < 60 ? 9 : 400));
        Electorate room(voters);
        std::vector<std::vector<Electorate::Said>> lists(1 + random.below(6));
        for (auto& list : lists) {
            auto const spread = 1 + random.below(40);
            auto const silent = random.below(3); // 0: nobody
            for (std::uint32_t voter = 0; voter < static_cast<std::uint32_t>(voters); ++voter)
                if (silent == 0 || random.below(silent + 1) == 0)
                    list.push_back({voter, static_cast<double>(random.below(spread))});
            if (list.empty()) list.push_back({0, 7.0});
            room.add(list);
        }
        auto counts = room.everyone();
        for (int draw = 0; draw < 20; ++draw) {
            if (draw == 1) counts[random.below(static_cast<std::uint32_t>(voters))] = 0;
            if (draw > 1 && draw < 18) room.draw(random, counts);
            if (draw == 18) std::ranges::fill(counts, 255);
            if (draw == 19) std::ranges::fill(counts, 0);
            std::vector<double> medians(lists.size(), -1.0);
            room.medians(counts, medians);
            for (std::size_t l = 0; l < lists.size(); ++l) {
                auto const all = laid_out(lists[l], counts);
                CHECK(medians[l] == (all.empty() ? -1.0 : median(all)));
            }
        }
    }
}

TEST_CASE("A draw picks as many voters as there are, with equal probability")
{
    Electorate const room(40);
    Random random(2);
    std::vector<int> picked(40);
    Electorate::Counts counts;
    for (int draw = 0; draw < 2000; ++draw) {
        room.draw(random, counts);
        int all = 0;
        for (std::size_t i = 0; i < 40; ++i) all += counts[i], picked[i] += counts[i];
        CHECK(all == 40);
    }
    for (int times : picked) CHECK(std::abs(times - 2000) < 250); // six deviations
}
