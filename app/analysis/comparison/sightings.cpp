#include "analysis/comparison/sightings.h"

#include "analysis/comparison/matching.h"
#include "analysis/similarity/likeness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace analysis {

std::vector<std::vector<std::size_t>> same_cases(std::vector<Sighting> const& seen)
{
    model::Document all;
    model::Changes changes;
    for (auto const& one : seen) {
        model::Case text;
        text.title = one.title;
        changes.push_back(model::edit<model::Case>(all, {changes.size() + 1}, text));
    }
    (void)model::apply(all, changes);
    Likeness likeness;
    likeness.learn(all);
    while (!likeness.read(all, std::numeric_limits<std::size_t>::max())) {
    }

    using Slot = Likeness::Slot;
    std::vector<std::vector<std::pair<std::size_t, float>>> holders(likeness.terms());
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (auto const& one : likeness.vector_of(static_cast<Slot>(i)))
            holders[one.term].emplace_back(i, one.weight);

    std::vector<std::vector<std::size_t>> out;
    std::vector<bool> taken(seen.size());
    std::vector<float> cosine(seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (taken[i]) continue;
        std::vector<std::size_t> met;
        auto const vector = likeness.vector_of(static_cast<Slot>(i));
        auto const told = likeness.told(vector);
        auto const least = told == Likeness::Told::words ? same_from : Likeness::same_words;
        auto const soft = likeness.softened(vector);
        for (bool const common : {false, true})
            for (auto const& one : soft) {
                if (likeness.finds(one.term, told) == common) continue;
                for (auto const& [j, weight] : holders[one.term]) {
                    if (cosine[j] == 0 && !common) met.push_back(j);
                    if (cosine[j] != 0 || !common) cosine[j] += one.weight * weight;
                }
            }
        std::vector<std::pair<int, std::size_t>> alike; // most similar first
        for (auto j : met) {
            auto const how = similarity_of(static_cast<double>(std::exchange(cosine[j], 0)));
            auto const thousandths = static_cast<int>(std::lround(1000 * how));
            if (j != i && !taken[j] && thousandths >= least) alike.emplace_back(-thousandths, j);
        }
        std::ranges::sort(alike);
        std::set<std::size_t> sessions{seen[i].session};
        std::vector<std::size_t> one{i};
        for (auto const& [thousandths, j] : alike)
            if (sessions.insert(seen[j].session).second) one.push_back(j);
        for (auto j : one) taken[j] = true;
        std::ranges::sort(one);
        out.push_back(std::move(one));
    }
    std::ranges::stable_sort(out, std::ranges::greater{},
                             [](auto const& one) { return one.size(); });
    return out;
}

} // namespace analysis
