#include "analysis/counting/electorate.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

namespace analysis {
namespace {

constexpr auto count_max = std::numeric_limits<std::uint8_t>::max();
constexpr std::size_t no_mask = ~std::size_t{0};

// The sum of the eight bytes of a word.
constexpr std::uint32_t sum_of_bytes(std::uint64_t word)
{
    constexpr std::uint64_t pairs = 0x00FF00FF00FF00FFU;
    auto const sums = (word & pairs) + ((word >> 8U) & pairs);
    return static_cast<std::uint32_t>((sums * 0x0001000100010001U) >> 48U);
}

} // namespace

std::size_t Electorate::add_mask(std::span<std::uint32_t const> voters)
{
    std::vector<std::uint8_t> bytes(words() * sizeof(Word));
    for (auto voter : voters) bytes[voter] = count_max;
    auto const at = masks_.size();
    masks_.resize(at + words());
    std::memcpy(masks_.data() + at, bytes.data(), bytes.size());
    return at;
}

std::size_t Electorate::add(std::vector<Said> said)
{
    assert(!said.empty());
    std::ranges::sort(said, [](Said const& a, Said const& b) {
        return a.value != b.value ? a.value < b.value : a.voter < b.voter;
    });
    List list{values_.size(), said.size(), 0, no_mask};
    for (auto const& one : said) {
        values_.push_back(one.value);
        order_.push_back(one.voter);
    }
    std::span const voters(order_.data() + list.start, list.size);
    list.mask = add_mask(voters.first(list.size / 2));
    if (said.size() != static_cast<std::size_t>(voters_)) list.everyone = add_mask(voters);
    lists_.push_back(list);
    return lists_.size() - 1;
}

Electorate::Counts Electorate::everyone() const
{
    return Counts(static_cast<std::size_t>(voters_), 1);
}

void Electorate::draw(Random& random, Counts& counts) const
{
    counts.assign(static_cast<std::size_t>(voters_), 0);
    for (int i = 0; i < voters_; ++i) {
        auto& count = counts[random.below(static_cast<std::uint32_t>(voters_))];
        if (count < count_max) ++count; // saturates; 255 draws of one voter do not occur
    }
}

// The sum of the counts of a mask's voters. Adds bytewise as long as no byte can overflow.
std::uint32_t Electorate::count(std::span<Word const> counts, std::size_t mask,
                                std::size_t flush_after) const
{
    std::uint32_t total = 0;
    for (std::size_t w = 0; w < counts.size();) {
        auto const end = std::min(counts.size(), w + flush_after);
        Word sums = 0;
        for (; w < end; ++w) sums += counts[w] & masks_[mask + w];
        total += sum_of_bytes(sums);
    }
    return total;
}

void Electorate::medians(Counts const& counts, std::span<double> medians) const
{
    std::vector<Word> packed(words());
    std::memcpy(packed.data(), counts.data(), counts.size());
    auto const most = counts.empty() ? 0 : *std::ranges::max_element(counts);
    auto const flush_after = static_cast<std::size_t>(count_max / std::max<int>(most, 1));
    std::uint32_t all = 0;
    for (auto count : counts) all += count;

    for (std::size_t l = 0; l < lists_.size(); ++l) {
        auto const& list = lists_[l];
        auto const said =
            list.everyone == no_mask ? all : count(packed, list.everyone, flush_after);
        if (said == 0) continue;
        auto const* order = order_.data() + list.start;
        auto const* values = values_.data() + list.start;
        // `before` people are below index `at` of the list; the median is near its middle.
        auto at = list.size / 2;
        auto before = count(packed, list.mask, flush_after);
        auto const lower = (said - 1) / 2;
        auto const upper = said / 2;
        while (before > lower) before -= counts[order[--at]];
        while (before + counts[order[at]] <= lower) before += counts[order[at++]];
        double const low = values[at];
        while (before + counts[order[at]] <= upper) before += counts[order[at++]];
        medians[l] = (low + values[at]) / 2.0;
    }
}

} // namespace analysis
