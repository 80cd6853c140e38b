#include "analysis/similarity/lexicon.h"

#include "analysis/similarity/words.h"

#include <algorithm>
#include <iterator>

namespace analysis {
namespace {

constexpr std::size_t longest = 64; // bytes of a stem that are compared

// The distinct trigrams of a stem; none for short stems and numbers.
std::vector<std::uint32_t> grams_of(std::string_view family)
{
    std::vector<std::uint32_t> grams;
    bool const number = family.find_first_not_of("0123456789") == std::string_view::npos;
    if (family.size() < near_letters || number) return grams;
    std::uint32_t last = 1; // start-of-word mark
    auto const push = [&](unsigned char c) {
        last = (last << 8U | c) & 0xFFFFFFU;
        if (last > 0xFFFFU) grams.push_back(last);
    };
    for (char const c : family.substr(0, longest)) push(static_cast<unsigned char>(c));
    push(2);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

float dice(std::size_t shared, std::size_t of_one, std::size_t of_other)
{
    auto const how = 2 * static_cast<float>(shared) / static_cast<float>(of_one + of_other);
    return how >= near_least ? how : 0;
}

} // namespace

float nearness(std::string_view family, std::string_view other)
{
    if (family == other) return 1;
    auto const a = grams_of(family), b = grams_of(other);
    if (a.empty() || b.empty()) return 0;
    std::vector<std::uint32_t> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return dice(shared.size(), a.size(), b.size());
}

std::optional<TermId> Lexicon::learn(std::string_view word)
{
    if (auto const it = written_.find(word); it != written_.end()) return it->second;
    auto const family = family_of(word);
    auto const term = family.empty() ? std::nullopt : std::optional(add(family));
    written_.emplace(word, term);
    return term;
}

std::optional<TermId> Lexicon::find(std::string_view word) const
{
    if (auto const it = written_.find(word); it != written_.end()) return it->second;
    auto const it = families_.find(family_of(word));
    return it == families_.end() ? std::nullopt : std::optional(it->second);
}

TermId Lexicon::add(std::string const& family)
{
    auto const fresh = static_cast<TermId>(near_.size());
    auto const [it, is_new] = families_.emplace(family, fresh);
    if (!is_new) return it->second;
    auto close = near_family(family);
    for (auto const& one : close) near_[one.term].push_back({fresh, one.how});
    near_.push_back(std::move(close));
    tells_.push_back(analysis::tells(family));
    auto const grams = grams_of(family);
    gram_count_.push_back(static_cast<std::uint16_t>(grams.size()));
    for (auto gram : grams) holding_[gram].push_back(fresh);
    return fresh;
}

std::vector<Lexicon::Near> Lexicon::near(std::string_view word) const
{
    auto const family = family_of(word);
    if (family.empty()) return {};
    if (auto const it = families_.find(family); it != families_.end()) return near_[it->second];
    return near_family(family);
}

std::vector<Lexicon::Near> Lexicon::near_family(std::string_view family) const
{
    auto const grams = grams_of(family);
    std::vector<TermId> met;
    for (auto gram : grams)
        if (auto const it = holding_.find(gram); it != holding_.end())
            met.insert(met.end(), it->second.begin(), it->second.end());
    std::sort(met.begin(), met.end());
    std::vector<Near> close;
    for (auto begin = met.begin(); begin != met.end();) {
        auto const end = std::upper_bound(begin, met.end(), *begin);
        auto const how =
            dice(static_cast<std::size_t>(end - begin), grams.size(), gram_count_[*begin]);
        if (how > 0) close.push_back({*begin, how});
        begin = end;
    }
    return close;
}

} // namespace analysis
