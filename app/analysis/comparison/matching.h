#pragma once

#include "base/names.h"
#include "model/document.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

// Which case of one session is which case of another. METHODS 3.1.
namespace analysis {

// Do the ids of two documents name the same things? They do in two moments of one session and in
// two copies of its file; sessions that were begun apart share none.
enum class Lineage { one_session, strangers };

// Two texts of two sessions that look alike, see likeness.h.
struct AlikeAcross {
    model::CaseId before, after;
    int thousandths = 0; // of similarity: `doubtful_from`..1000
    friend bool operator==(AlikeAcross const&, AlikeAcross const&) = default;
};
constexpr int doubtful_from = 750;  // thousandths: under that nobody is asked
constexpr int same_from = 850;      // another person's wording of one idea, as likeness.h measures
constexpr int same_whatever = 995;  // the same words: no other pair makes it doubtful
constexpr int ahead_of_others = 50; // of every other pair of the two cases, to be taken unasked

// The cases that take part in a comparison: neither merged into another nor face down, by number.
std::vector<model::CaseId> compared_cases(model::Document const& doc);

// All pairs of cases that no identity brings together and whose texts are alike: the most alike
// first, then by number. Costs about a millisecond for ten cases of each session.
std::vector<AlikeAcross> alike_across(model::Document const& before, model::Document const& after,
                                      Lineage lineage);

enum class MatchedBy { identity, likeness, person };
struct CasePair {
    model::CaseId before, after;
    MatchedBy by = MatchedBy::identity;
    int thousandths = 0; // of similarity, when it was found by likeness
    friend bool operator==(CasePair const&, CasePair const&) = default;
};

// What a person says of a doubtful pair.
enum class Same { yes, no };
struct PairAnswer {
    model::CaseId before, after;
    Same same = Same::yes;
    friend bool operator==(PairAnswer const&, PairAnswer const&) = default;
};

// A case of one session only.
struct Unpaired {
    model::CaseId on;
    model::CaseId other; // that it was merged into since, or parted from; none: it is gone, or new
    friend bool operator==(Unpaired const&, Unpaired const&) = default;
};

struct CaseMatching {
    std::vector<CasePair> pairs;       // by the number of the second
    std::vector<AlikeAcross> doubtful; // to be asked, the most alike first; until it is answered
                                       // such a pair is one case gone and one new
    std::vector<Unpaired> gone;        // of the first session, by number; `other` is of the second
    std::vector<Unpaired> fresh;       // of the second, by number; `other` is of the second too
};

// Identity first; then what a person said; then the pairs that are alike: each case in one pair at
// most. A pair is taken unasked from `same_from` on when no other pair of either case comes within
// `ahead_of_others`, or from `same_whatever` on; the others are asked. `alike` as from
// `alike_across`.
CaseMatching match_cases(model::Document const& before, model::Document const& after,
                         Lineage lineage, std::span<AlikeAcross const> alike,
                         std::span<PairAnswer const> answers = {});

} // namespace analysis

namespace base {
template <>
struct Names<analysis::MatchedBy> {
    static constexpr std::array<std::string_view, 3> list{"identity", "likeness", "person"};
};
} // namespace base
