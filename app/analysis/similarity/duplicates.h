#pragma once

#include "analysis/similarity/inverted_index.h"
#include "analysis/similarity/likeness.h"
#include "base/text.h"

#include <optional>
#include <vector>

// Finds pairs of cases that look alike, for people to judge.
namespace analysis {

struct AlikePair {
    model::CaseId a, b;  // a has the smaller number
    int thousandths = 0; // of similarity (likeness.h): `PairSearch::least`..1000
    friend bool operator==(AlikePair const&, AlikePair const&) = default;
};

// Compares all cases incrementally with an inverted index: pairs without common or similar words
// are skipped. Similarity as in likeness.h. The result depends on the texts only, not on the
// slicing.
class PairSearch {
public:
    static constexpr int least = 500;         // thousandths
    static constexpr std::size_t most = 5000; // number of pairs kept, the most similar

    // Does about `steps` additions; restarts when a text changed. True when `found` is up to date.
    bool work(Likeness const& likeness, std::size_t steps);
    // Of the last complete search: most similar first, then by number.
    [[nodiscard]] std::vector<AlikePair> const& found() const { return found_; }
    // Changes when `found` does.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

private:
    using Slot = Likeness::Slot;
    struct Candidate {
        int thousandths = 0;
        int number_a = 0, number_b = 0;
        Slot a = 0, b = 0;
    };

    void start(Likeness const& likeness);
    std::size_t weigh(Likeness const& likeness);
    std::size_t compare(Likeness const& likeness);
    void keep(Candidate const& candidate);
    void finish(Likeness const& likeness);
    static bool before(Candidate const& x, Candidate const& y);

    std::uint64_t of_ = 0; // revision of the texts being compared
    enum class Stage { weighing, comparing, done } stage_ = Stage::done;
    Slot next_ = 0;
    std::vector<Likeness::Vector> vectors_;
    std::optional<InvertedIndex> compared_; // the cases already compared, by slot
    std::vector<Candidate> best_;           // a heap, least similar on top

    std::vector<AlikePair> found_;
    std::uint64_t revision_ = 0;
};

// Those of `pairs` still to be asked about: no case is merged, aside or face down, and they were
// not declared different.
std::vector<AlikePair> proposed(model::Document const& doc, std::vector<AlikePair> const& pairs);

// The words (byte ranges) of each title that occur in the other title, exactly or similarly.
struct SharedWords {
    std::vector<base::WordSpan> in_a, in_b;
};
SharedWords shared_words(std::string_view title_a, std::string_view title_b);

} // namespace analysis
