#pragma once

#include <cstddef>
#include <string>
#include <vector>

// Finds the same case in many sessions.
namespace analysis {

// The title of a case, and the index of its session.
struct Sighting {
    std::size_t session = 0;
    std::string title;
};

// Groups `seen` by case: lists of indices into it, each ascending; cases in most sessions first,
// then by first index. Titles are compared as in likeness.h and belong together from `same_from`. A
// session contributes at most one title to a group, the most similar to its first. Used for search
// results only, so nobody is asked about doubtful groups. Takes about a second for 2,000 titles.
std::vector<std::vector<std::size_t>> same_cases(std::vector<Sighting> const& seen);

} // namespace analysis
