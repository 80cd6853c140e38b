#pragma once

#include "base/names.h"

namespace model {

enum class Step { gather, group, vote, place, decide, review };
enum class Answer { unknown, yes, no };
enum class AiAct { unknown, minimal, limited, high, prohibited };
enum class Origin { typed, phone, imported }; // where a case came from
enum class Writing { open, hidden };          // are new cards face down until revealed?
// must proposals be accepted before they become cases?
enum class Moderation { on, off };
enum class AnnotationKind { text, link, stroke };
enum class AxisState { active, retired };            // retired: hidden, its placements kept
enum class RiskEntry { whole, severity_likelihood }; // how risk is entered on an axis
// What a guard-rail question or an axis is about; unsaid: as its template says.
enum class Subject { unsaid, none, law, responsibility, data };
// Which cases a guard-rail question is asked of: all, those with personal data, or those of one
// risk level of the AI Act.
enum class AskedOf { every, personal_data, limited, high, prohibited };
enum class AskedAs { whether, who };          // answered by yes, no or planned; or by a name
enum class QuestionState { active, retired }; // retired: hidden, its answers kept
enum class Reply { none, yes, no, planned };  // to a guard-rail question
enum class RoundState { setup, open, closed, revealed };
enum class BlankPolicy { below, no_opinion }; // how cases left blank on a ballot are counted
enum class BallotSource { keyboard, hands, phones, imported }; // how a round's votes were entered
// Whether a closed round states by what way its ballots came: of older versions and of rounds
// without ballots from this room, not; withheld because few came one way; stated.
enum class Ways { unknown, few, counted };
// How a placement was made: by hand, at the median of the estimates, or imported.
enum class PlacedBy { hand, median, imported };
enum class Lock { open, locked };
enum class Facilitator { votes, abstains }; // whether the facilitator has a ballot in the round
enum class Against { refused, allowed };    // may votes be negative, for methods with credits?
enum class TieRule {
    hand,
    declared,
    draw
}; // how a tie was broken: chosen in the room, by the order of the
   // round's cases, or by a random draw with a seed
enum class Verdict { none, launch, safeguards, later, aside };
enum class Body { workshop, committee }; // who decided
// Whether the ballots of a vote on several machines keep the room that they came from.
enum class Rooms { together, compared };
enum class Tongue { french, english };
enum class Method {
    dots,
    choose_spread,
    approval,
    score,
    majority_judgment,
    ranking,
    points,
    quadratic,
    pairwise,
    budget,
    estimate,
    stv // the single transferable vote
};
// The counting rule, for methods that offer a choice; fixed before the round opens. standard:
// Schulze for rankings, win shares for pairs, Equal Shares for a budget.
enum class Rule {
    standard,
    borda,
    borda_zero, // Borda; unranked cases get 0 points
    schulze,
    ranked_pairs,
    win_share,
    bradley_terry,
    greedy,         // skips a case that costs too much and continues
    greedy_no_skip, // stops at the first case that costs too much
    greedy_per_cost,
    knapsack,
    equal_shares,       // Equal Shares; utility of an approval: the case's cost
    equal_shares_count, // Equal Shares; utility of an approval: 1
    equal_shares_points // Equal Shares; utility: the points of the vote
};

// What the people of a site may do in a shared session: everything; all but what concerns every
// room (votes, steps, timer); nothing.
enum class SitePart { facilitator, room, reader };
enum class SiteState { here, left };
enum class CollectionState { asked, counted };

} // namespace model

namespace base {

template <>
struct Names<model::Step> {
    static constexpr std::array<std::string_view, 6> list{"gather", "group",  "vote",
                                                          "place",  "decide", "review"};
};
template <>
struct Names<model::Answer> {
    static constexpr std::array<std::string_view, 3> list{"unknown", "yes", "no"};
};
template <>
struct Names<model::AiAct> {
    static constexpr std::array<std::string_view, 5> list{"unknown", "minimal", "limited", "high",
                                                          "prohibited"};
};
template <>
struct Names<model::Origin> {
    static constexpr std::array<std::string_view, 3> list{"typed", "phone", "imported"};
};
template <>
struct Names<model::Writing> {
    static constexpr std::array<std::string_view, 2> list{"open", "hidden"};
};
template <>
struct Names<model::Moderation> {
    static constexpr std::array<std::string_view, 2> list{"on", "off"};
};
template <>
struct Names<model::AnnotationKind> {
    static constexpr std::array<std::string_view, 3> list{"text", "link", "stroke"};
};
template <>
struct Names<model::AxisState> {
    static constexpr std::array<std::string_view, 2> list{"active", "retired"};
};
template <>
struct Names<model::RiskEntry> {
    static constexpr std::array<std::string_view, 2> list{"whole", "severity-likelihood"};
};
template <>
struct Names<model::Subject> {
    static constexpr std::array<std::string_view, 5> list{"unsaid", "none", "law", "responsibility",
                                                          "data"};
};
template <>
struct Names<model::AskedOf> {
    static constexpr std::array<std::string_view, 5> list{"every", "personal-data", "limited",
                                                          "high", "prohibited"};
};
template <>
struct Names<model::AskedAs> {
    static constexpr std::array<std::string_view, 2> list{"whether", "who"};
};
template <>
struct Names<model::QuestionState> {
    static constexpr std::array<std::string_view, 2> list{"active", "retired"};
};
template <>
struct Names<model::Reply> {
    static constexpr std::array<std::string_view, 4> list{"none", "yes", "no", "planned"};
};
template <>
struct Names<model::RoundState> {
    static constexpr std::array<std::string_view, 4> list{"setup", "open", "closed", "revealed"};
};
template <>
struct Names<model::BlankPolicy> {
    static constexpr std::array<std::string_view, 2> list{"below", "no-opinion"};
};
template <>
struct Names<model::BallotSource> {
    static constexpr std::array<std::string_view, 4> list{"keyboard", "hands", "phones",
                                                          "imported"};
};
template <>
struct Names<model::Ways> {
    static constexpr std::array<std::string_view, 3> list{"unknown", "few", "counted"};
};
template <>
struct Names<model::PlacedBy> {
    static constexpr std::array<std::string_view, 3> list{"hand", "median", "imported"};
};
template <>
struct Names<model::Lock> {
    static constexpr std::array<std::string_view, 2> list{"open", "locked"};
};
template <>
struct Names<model::Facilitator> {
    static constexpr std::array<std::string_view, 2> list{"votes", "abstains"};
};
template <>
struct Names<model::Against> {
    static constexpr std::array<std::string_view, 2> list{"refused", "allowed"};
};
template <>
struct Names<model::TieRule> {
    static constexpr std::array<std::string_view, 3> list{"hand", "declared", "draw"};
};
template <>
struct Names<model::Rule> {
    static constexpr std::array<std::string_view, 14> list{"standard",
                                                           "borda",
                                                           "borda-unranked-zero",
                                                           "schulze",
                                                           "ranked-pairs",
                                                           "win-share",
                                                           "bradley-terry",
                                                           "greedy",
                                                           "greedy-no-skip",
                                                           "greedy-per-cost",
                                                           "knapsack",
                                                           "equal-shares",
                                                           "equal-shares-cardinality",
                                                           "equal-shares-points"};
};
template <>
struct Names<model::Verdict> {
    static constexpr std::array<std::string_view, 5> list{"none", "launch", "safeguards", "later",
                                                          "aside"};
};
template <>
struct Names<model::Body> {
    static constexpr std::array<std::string_view, 2> list{"workshop", "committee"};
};
// A round without this rule is written as before there was one.
template <>
struct Names<model::Rooms> {
    static constexpr std::array<std::string_view, 2> list{"together", "compared"};
    static constexpr auto left_out = model::Rooms::together;
};
template <>
struct Names<model::Tongue> {
    static constexpr std::array<std::string_view, 2> list{"fr", "en"};
};
template <>
struct Names<model::Method> {
    static constexpr std::array<std::string_view, 12> list{
        "dots",   "choose-spread", "approval", "score",  "majority-judgment", "ranking",
        "points", "quadratic",     "pairwise", "budget", "estimate",          "stv"};
};
template <>
struct Names<model::SitePart> {
    static constexpr std::array<std::string_view, 3> list{"facilitator", "room", "reader"};
};
template <>
struct Names<model::SiteState> {
    static constexpr std::array<std::string_view, 2> list{"here", "left"};
};
template <>
struct Names<model::CollectionState> {
    static constexpr std::array<std::string_view, 2> list{"asked", "counted"};
};

} // namespace base
