#pragma once

#include "analysis/similarity/likeness.h"
#include "base/text.h"

#include <vector>

// Pairs of cases that look like the same idea, for people to judge.
namespace analysis {

struct AlikePair {
    model::CaseId a, b;  // the smaller number first
    int thousandths = 0; // of similarity (likeness.h): `PairSearch::least`..1000
    friend bool operator==(AlikePair const&, AlikePair const&) = default;
};

// Compares every case with every other, a little at a time: pairs that share no word, nor nearly,
// are never looked at. Sources of the parts: likeness.h; the inverted index is that of any search
// engine. The result depends on the texts alone, not on how the work was cut.
class PairSearch {
public:
    static constexpr int least = 500;         // thousandths
    static constexpr std::size_t most = 5000; // pairs kept: the most alike

    // Does some `steps` additions at most, starting over when a text changed. True when `found` is
    // of the texts as they are.
    bool work(Likeness const& likeness, std::size_t steps);
    // Of the last search that came to its end: the most alike first, then by their numbers.
    [[nodiscard]] std::vector<AlikePair> const& found() const { return found_; }
    // Changes when `found` does.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

private:
    using Slot = Likeness::Slot;
    struct Holder {
        Slot slot = 0;
        float weight = 0;
    };
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

    std::uint64_t of_ = 0; // the revision of the texts being compared
    enum class Stage { weighing, comparing, done } stage_ = Stage::done;
    Slot next_ = 0;
    std::vector<Likeness::Vector> vectors_;
    std::vector<std::vector<Holder>> holders_; // term: which of the cases already compared
    std::vector<float> cosine_;                // of the case being compared with each
    std::vector<Slot> met_;
    std::vector<Candidate> best_; // a heap, the least alike on top

    std::vector<AlikePair> found_;
    std::uint64_t revision_ = 0;
};

// Of `pairs`, those that still are a question: neither was merged into another case, set aside or
// lies face down, and nobody kept them apart.
std::vector<AlikePair> proposed(model::Document const& doc, std::vector<AlikePair> const& pairs);

// The words of each title whose family is in the other title, or nearly (byte ranges of the
// titles).
struct SharedWords {
    std::vector<base::WordSpan> in_a, in_b;
};
SharedWords shared_words(std::string_view title_a, std::string_view title_b);

} // namespace analysis
