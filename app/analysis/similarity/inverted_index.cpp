#include "analysis/similarity/inverted_index.h"

#include <cmath>
#include <utility>

namespace analysis {

InvertedIndex::InvertedIndex(Likeness const& likeness, std::size_t places)
    : holders_(likeness.terms())
    , cosine_(places)
{
}

void InvertedIndex::add(Place place, Likeness::Vector const& vector)
{
    for (auto const& one : vector) holders_[one.term].push_back({place, one.weight});
    additions_ += vector.size();
}

std::vector<InvertedIndex::Neighbour> InvertedIndex::near(Likeness const& likeness,
                                                          Likeness::Vector const& vector)
{
    std::vector<Neighbour> met;
    auto const soft = likeness.softened(vector);
    auto const told = likeness.told(vector);
    for (auto const& one : soft) {
        if (!likeness.finds(one.term, told)) continue;
        additions_ += holders_[one.term].size();
        for (auto const& holder : holders_[one.term]) {
            if (cosine_[holder.place] == 0) met.push_back({holder.place, 0});
            cosine_[holder.place] += one.weight * holder.weight;
        }
    }
    // The other words count, but are not enough to compare two cases.
    for (auto const& one : soft) {
        if (met.empty() || likeness.finds(one.term, told)) continue;
        additions_ += holders_[one.term].size();
        for (auto const& holder : holders_[one.term])
            if (cosine_[holder.place] != 0) cosine_[holder.place] += one.weight * holder.weight;
    }
    for (auto& one : met) {
        auto const cosine = static_cast<double>(std::exchange(cosine_[one.place], 0));
        one.thousandths = static_cast<int>(std::lround(1000 * similarity_of(cosine)));
    }
    if (told == Likeness::Told::signs_only)
        std::erase_if(met,
                      [](Neighbour const& one) { return one.thousandths < Likeness::same_words; });
    return met;
}

} // namespace analysis
