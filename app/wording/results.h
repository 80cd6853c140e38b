#pragma once

#include "analysis/common/merged.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/compare_rounds.h"
#include "analysis/voting/one_voter.h"
#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "wording/method_words.h"

#include <string>
#include <string_view>
#include <vector>

// The result of a vote: what is said of it on its screen, by the command line, in a report.
namespace wording {

// « Tri du courrier » (n° 12), and several such; "rien" of none.
std::string case_named(i18n::Catalogue const& words, model::Document const& doc, model::CaseId id);
std::string cases(i18n::Catalogue const& words, model::Document const& doc,
                  std::vector<model::CaseId> const& cases);
// "A > B = C > D", by the rank of each.
std::string in_order(model::Document const& doc, std::vector<model::CaseId> const& cases,
                     std::vector<int> const& ranks);

// By which method it was counted, what a blank meant, what ties do: under every result.
std::string counted_by(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string blanks(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string ties(i18n::Catalogue const& words, analysis::Tally const& tally);
// "23 bulletins", or how many hands were raised.
std::string voters(i18n::Catalogue const& words, analysis::Tally const& tally);

// Two camps that a case divides the room in.
std::string camps(i18n::Catalogue const& words, CaseResult const& of);
// How the grade of a case is found among those that it was given.
std::string judged(i18n::Catalogue const& words, CaseResult const& of);
// Where its rank holds: on one side of the line under the `first` cases, or on both.
std::string rank_holds(i18n::Catalogue const& words, analysis::CaseTally const& one, int first);

// Over the bars of what a case was given; of the bar of those who said nothing of it.
std::string given(i18n::Catalogue const& words, analysis::Tally const& tally);
std::string blank_bar(i18n::Catalogue const& words, analysis::Tally const& tally);
// Of a bar of those who gave from `low` to `high`. `few`: so few values that each has its bar, and
// room for its unit.
enum class Values { few, many };
std::string bar(i18n::Catalogue const& words, analysis::Tally const& tally,
                model::Round const& round, int low, int high, Values values);

// Rankings.
std::string condorcet(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Orders const& orders); // of those that have a winner
std::string cycle(i18n::Catalogue const& words, model::Document const& doc,
                  analysis::Orders::Cycle const& cycle);

// Under a budget.
std::string bought(i18n::Catalogue const& words, model::Document const& doc,
                   analysis::Selection const& selection);
std::string several(i18n::Catalogue const& words, analysis::Selection const& selection);
std::string without_cost(i18n::Catalogue const& words, model::Document const& doc,
                         analysis::Selection const& selection);
std::string before_equals(i18n::Catalogue const& words, model::Document const& doc,
                          analysis::Selection const& selection);
std::string each_share(i18n::Catalogue const& words,
                       analysis::Selection::EqualShares const& shares);

// How far it holds: what hangs on one voice, looked at to its end or so far, the absent, who is
// known to have voted what.
std::string one_voter(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::OneVoter const& one);
std::string absent(i18n::Catalogue const& words, analysis::AbsentBounds const& bounds);
std::string unanimous(i18n::Catalogue const& words, model::Document const& doc,
                      analysis::Tally const& tally);
// How a tie was cut, with its seed and its reason.
std::string cut(i18n::Catalogue const& words, model::Document const& doc,
                analysis::CutTie const& cut);

// What is to be known beside a result, in one sentence each: ties that were cut, what is not broken
// down, who is known to have voted what. And what became of its cases since it closed.
std::vector<std::string> reservations(i18n::Catalogue const& words, model::Document const& doc,
                                      analysis::Tally const& tally);
std::vector<std::string> since(i18n::Catalogue const& words, model::Document const& doc,
                               model::RoundId round);
// The same of one case that was merged, and of those that were set aside.
std::string merged(i18n::Catalogue const& words, model::Document const& doc,
                   analysis::MergedSince const& one);
std::string aside(i18n::Catalogue const& words, model::Document const& doc,
                  std::vector<model::CaseId> const& cases);
// How far it is from another result, and who came into the first cases or left them; the second
// is empty where nobody did.
std::string moved(i18n::Catalogue const& words, analysis::RoundComparison const& comparison);
std::string crossed(i18n::Catalogue const& words, model::Document const& doc,
                    analysis::RoundComparison const& comparison);

} // namespace wording
