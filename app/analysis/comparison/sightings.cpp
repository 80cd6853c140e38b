#include "analysis/comparison/sightings.h"

#include "analysis/comparison/matching.h"
#include "analysis/similarity/inverted_index.h"

#include <algorithm>
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
    likeness.learn_all(all);

    using Slot = Likeness::Slot;
    InvertedIndex all_cases(likeness, seen.size());
    for (Slot i = 0; i < seen.size(); ++i) all_cases.add(i, likeness.vector_of(i));

    std::vector<std::vector<std::size_t>> out;
    std::vector<bool> taken(seen.size());
    for (Slot i = 0; i < seen.size(); ++i) {
        if (taken[i]) continue;
        std::vector<std::pair<int, std::size_t>> alike; // most similar first
        for (auto const& [j, thousandths] : all_cases.near(likeness, likeness.vector_of(i)))
            if (j != i && !taken[j] && thousandths >= same_from)
                alike.emplace_back(-thousandths, j);
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
