#pragma once

#include "base/names.h"
#include "model/document.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

// Pairs the cases of two sessions. Method: app/docs/methods.md, 3.1.
namespace analysis {

// Whether ids of two documents are comparable: in two moments of one session or two copies of its
// file they are; in sessions started separately they are not.
enum class Lineage { one_session, strangers };

// Two cases of two sessions with similar texts, see likeness.h.
struct AlikeAcross {
    model::CaseId before, after;
    int thousandths = 0; // of similarity: `doubtful_from`..1000
    friend bool operator==(AlikeAcross const&, AlikeAcross const&) = default;
};
constexpr int doubtful_from = 750; // thousandths: under that nobody is asked
constexpr int same_from = 850;     // similarity of two wordings of one idea, see likeness.h
constexpr int same_whatever = 995; // practically identical: accepted even if other pairs are close
// lead over every other pair of the two cases, to be accepted without asking
constexpr int ahead_of_others = 50;

// The cases that are compared, by number: neither merged into another nor face down.
std::vector<model::CaseId> compared_cases(model::Document const& doc);

// All pairs of cases with similar texts that are not paired by id, most similar first, then by
// number. Takes about a millisecond for ten cases in each session.
std::vector<AlikeAcross> alike_across(model::Document const& before, model::Document const& after,
                                      Lineage lineage);

enum class MatchedBy { identity, likeness, person };
struct CasePair {
    model::CaseId before, after;
    MatchedBy by = MatchedBy::identity;
    int thousandths = 0; // similarity, if paired by text
    friend bool operator==(CasePair const&, CasePair const&) = default;
};

// The user's answer on a doubtful pair.
enum class Same { yes, no };
struct PairAnswer {
    model::CaseId before, after;
    Same same = Same::yes;
    friend bool operator==(PairAnswer const&, PairAnswer const&) = default;
};

// A case that only one session has.
struct Unpaired {
    model::CaseId on;
    model::CaseId other; // the case it was merged into, or split from; none: removed or added
    friend bool operator==(Unpaired const&, Unpaired const&) = default;
};

struct CaseMatching {
    std::vector<CasePair> pairs;       // by the number in the second session
    std::vector<AlikeAcross> doubtful; // to ask about, most similar first; until answered, such
                                       // a pair counts as one case removed and one added
    std::vector<Unpaired> gone;        // of the first session, by number; `other` is of the second
    std::vector<Unpaired> fresh;       // of the second session, by number; `other` too
};

// Pairs cases by id, then by the user's answers, then by similarity; each case is in at most one
// pair. A pair is accepted without asking from `same_from` if no other pair of its cases is within
// `ahead_of_others`, or from `same_whatever`; the other similar ones are doubtful. `alike`: from
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
