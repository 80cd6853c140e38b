#pragma once

#include "analysis/similarity/likeness.h"

#include <cstddef>
#include <vector>

namespace analysis {

// Cases by the words they contain: finds those that share a word, or a similar one, with a case.
// The texts must not change meanwhile.
class InvertedIndex {
public:
    using Place = Likeness::Slot; // a case's number in the index, given by the caller, 0..places()

    // An empty index for `places` cases.
    InvertedIndex(Likeness const& likeness, std::size_t places);
    [[nodiscard]] std::size_t places() const { return cosine_.size(); }

    void add(Place place, Likeness::Vector const& vector);

    struct Neighbour {
        Place place = 0;
        int thousandths = 0; // of similarity (likeness.h), 0..1000
    };
    // The cases of the index that share a word which finds (Likeness::finds) with this one, each
    // once, in no given order. Of a case without words that tell only the `same_words`.
    [[nodiscard]] std::vector<Neighbour> near(Likeness const& likeness,
                                              Likeness::Vector const& vector);

    // Additions done by `add` and `near` so far.
    [[nodiscard]] std::size_t additions() const { return additions_; }

private:
    struct Holder {
        Place place = 0;
        float weight = 0;
    };
    std::vector<std::vector<Holder>> holders_; // by term: the cases that contain it
    std::vector<float> cosine_;                // of the asked case with each; 0 between two calls
    std::size_t additions_ = 0;
};

} // namespace analysis
