#pragma once

#include "analysis/common/merged.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/compare_rounds.h"
#include "analysis/voting/one_voter.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "wording/votes/method_words.h"

#include <string>
#include <string_view>
#include <vector>

// Texts about the result of a vote, for screen, command line and report.
namespace wording {

// « Tri du courrier » (n° 12), and lists of such; "rien" for none.
std::string case_named(i18n::Catalogue const& words, model::Document const& doc, model::CaseId id);
std::string cases(i18n::Catalogue const& words, model::Document const& doc,
                  std::vector<model::CaseId> const& cases);
// "A > B = C > D", by rank.
std::string in_order(model::Document const& doc, std::vector<model::CaseId> const& cases,
                     std::vector<int> const& ranks);

// Counting method, treatment of blanks and ties: below every result.
std::string counted_by(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string blanks(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string ties(i18n::Catalogue const& words, analysis::Tally const& tally);
// "23 bulletins", "23 bulletins, 6 à main levée".
std::string cast(i18n::Catalogue const& words, std::int64_t ballots, std::int64_t by_hand);
// The same, or the number of raised hands.
std::string voters(i18n::Catalogue const& words, analysis::Tally const& tally);

// By what way its ballots came: numbers of the keyboard and of phones, or why they are not kept.
// With the people whose hands were counted beside them. Empty when nothing is known, and for rounds
// by raised hands.
std::string ways(i18n::Catalogue const& words, model::Document const& doc, model::RoundId round);

// The two camps of a contested case.
std::string camps(i18n::Catalogue const& words, CaseResult const& of);
// How the majority grade of a case is found.
std::string judged(i18n::Catalogue const& words, CaseResult const& of);
// Whether its rank interval is on one side of the cut after `first` cases, or on both.
std::string rank_holds(i18n::Catalogue const& words, analysis::CaseTally const& one, int first);

// Above the histogram of a case; for the bar of blanks.
std::string given(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string blank_bar(i18n::Catalogue const& words, analysis::Tally const& tally);
// For the bar of values from `low` to `high`. `few`: one bar per value, with space for the unit.
enum class Values { few, many };
std::string bar(i18n::Catalogue const& words, analysis::Tally const& tally,
                model::Round const& round, int low, int high, Values values);

// Rankings.
std::string condorcet(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Orders const& orders); // only when there is a winner
std::string cycle(i18n::Catalogue const& words, model::Document const& doc,
                  analysis::Orders::Cycle const& cycle);

// For budgets.
std::string bought(i18n::Catalogue const& words, model::Document const& doc,
                   analysis::Selection const& selection);
std::string several(i18n::Catalogue const& words, analysis::Selection const& selection);
std::string without_cost(i18n::Catalogue const& words, model::Document const& doc,
                         analysis::Selection const& selection);
std::string before_equals(i18n::Catalogue const& words, model::Document const& doc,
                          analysis::Selection const& selection);
std::string each_share(i18n::Catalogue const& words,
                       analysis::Selection::EqualShares const& shares);

// The robustness of a result: dependence on single voters (complete or so far), absent voters,
// disclosed ballots.
std::string one_voter(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::OneVoter const& one);
std::string absent(i18n::Catalogue const& words, analysis::AbsentBounds const& bounds);
std::string unanimous(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Tally const& tally);
// How a tie was broken, with seed and reason.
std::string cut(i18n::Catalogue const& words, model::Document const& doc,
                analysis::CutTie const& cut);

// Notes on a result, one sentence each: broken ties, hidden details, disclosed ballots. And what
// happened to its cases after it closed.
std::vector<std::string> reservations(i18n::Catalogue const& words, model::Document const& doc,
                                      analysis::Tally const& tally);
std::vector<std::string> since(i18n::Catalogue const& words, model::Document const& doc,
                               model::RoundId round);
// The same for one merged case, and for aside cases.
std::string merged(i18n::Catalogue const& words, model::Document const& doc,
                   analysis::MergedSince const& one);
std::string aside(i18n::Catalogue const& words, model::Document const& doc,
                  std::vector<model::CaseId> const& out);
// The difference from another result, and which cases entered or left the first; the second is
// empty if none did.
std::string moved(i18n::Catalogue const& words, analysis::RoundComparison const& comparison);
std::string crossed(i18n::Catalogue const& words, model::Document const& doc,
                    analysis::RoundComparison const& comparison);

} // namespace wording
