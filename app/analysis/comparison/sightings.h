#pragma once

#include <cstddef>
#include <string>
#include <vector>

// The same case in any number of sessions.
namespace analysis {

// The title of a case, and which session it is of: 0, 1, 2…
struct Sighting {
    std::size_t session = 0;
    std::string title;
};

// Which of `seen` are one case: lists of places in it, each in the order of `seen`, the case of
// most sessions first, then by where each begins. Titles are compared as likeness.h does; two are
// one case from `same_from` on. A case comes once a session at most: of several, the most alike to
// the first one. Nobody is asked: it is what a search shows, and nothing rests on it. Costs about a
// second for 2,000 titles.
std::vector<std::vector<std::size_t>> same_cases(std::vector<Sighting> const& seen);

} // namespace analysis
