#include "wording/votes/results.h"

#include "model/turnout.h"
#include "model/voting_method.h"
#include "wording/amounts.h"
#include "wording/votes/grades.h"

#include <algorithm>

namespace wording {
namespace {

using analysis::Tally;
using i18n::Catalogue;
using model::BallotType;
using model::CaseId;

model::VotingMethod const& method_of(Tally const& tally)
{
    return model::voting_method(tally.method);
}

bool by_hands(Tally const& tally) { return tally.source == model::BallotSource::hands; }

// "3", "21–40", "−5…−3"
std::string range(Catalogue const& words, int low, int high)
{
    auto from = words.number(low);
    if (low == high) return from;
    return from + (low < 0 ? "…" : "–") + words.number(high); // no dash next to a minus sign
}

} // namespace

std::string case_named(Catalogue const& words, model::Document const& doc, CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    return words.text("results.case.named",
                      text.short_title.empty() ? text.title : text.short_title, text.number);
}

std::string cases(Catalogue const& words, model::Document const& doc,
                  std::vector<CaseId> const& cases)
{
    if (cases.empty()) return words.text("tally.nothing");
    std::string out;
    for (auto id : cases) out += (out.empty() ? "" : ", ") + case_named(words, doc, id);
    return out;
}

std::string in_order(model::Document const& doc, std::vector<CaseId> const& cases,
                     std::vector<int> const& ranks)
{
    std::vector<std::size_t> order(cases.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return ranks[i]; });
    std::string out;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at > 0) out += ranks[order[at]] == ranks[order[at - 1]] ? " = " : " > ";
        out += model::get<model::Case>(doc, cases[order[at]]).title;
    }
    return out;
}

std::string counted_by(Catalogue const& words, Tally const& tally)
{
    auto const by = way(words, tally.way());
    if (by_hands(tally)) return words.text("results.foot.hands", by, ties(words, tally));
    return words.text("results.foot", by, blanks(words, tally), ties(words, tally));
}

std::string blanks(Catalogue const& words, Tally const& tally)
{
    return words.text("tally.blank." + std::string(base::name_of(tally.blank)));
}

std::string ties(Catalogue const& words, Tally const& tally)
{
    return words.text("tally.ties." + analysis::tie_rule(tally));
}

std::string totals_only(Catalogue const& words, Tally const& tally)
{
    return words.text(tally.by_hand > 0 ? "tally.totals_only.beside" : "tally.totals_only");
}

std::string cast(Catalogue const& words, std::int64_t ballots, std::int64_t by_hand)
{
    auto said = words.plural("vote.line.ballots", ballots);
    if (by_hand == 0) return said;
    auto const hands = words.plural("results.ways.hand", by_hand);
    return ballots == 0 ? hands : words.text("results.ways", said, hands);
}

std::string voters(Catalogue const& words, Tally const& tally)
{
    if (by_hands(tally)) // of a room whose people were not counted, only the way is known
        return tally.voters > 0 ? words.plural("vote.line.hands", tally.voters)
                                : words.text("rule.source.hands");
    return cast(words, tally.voters - tally.by_hand, tally.by_hand);
}

namespace {

std::string ways_of_ballots(Catalogue const& words, model::RoundStatus const& status)
{
    if (status.ways == model::Ways::unknown) return {};
    if (status.ways == model::Ways::few) return words.plural("results.ways.few", model::ways_least);
    if (status.by_phone == 0) return words.text("results.ways.all.keyboard");
    if (status.by_keyboard == 0) return words.text("results.ways.all.phone");
    return words.text("results.ways", words.plural("results.ways.keyboard", status.by_keyboard),
                      words.plural("results.ways.phone", status.by_phone));
}

} // namespace

std::string ways(Catalogue const& words, model::Document const& doc, model::RoundId round)
{
    auto const status = model::get<model::RoundStatus>(doc, round);
    auto ballots = ways_of_ballots(words, status);
    if (status.by_hand == 0) return ballots;
    auto const hands = words.plural("results.ways.hand", status.by_hand);
    return ballots.empty() ? hands : words.text("results.ways", ballots, hands);
}

std::string camps(Catalogue const& words, CaseResult const& of)
{
    auto const& camps = *of.one.camps;
    switch (method_of(of.tally).ballot) {
    case BallotType::scores:
        return words.text("results.camps.scores", camps.high, camps.high_from, camps.low,
                          camps.low_to);
    case BallotType::grades: {
        auto name = [&](int grade) {
            return grade_name(words, of.round, static_cast<std::size_t>(grade));
        };
        return words.text("results.camps.grades", camps.high, name(camps.high_from), camps.low,
                          name(camps.low_to));
    }
    default: return words.text("vote.camps", camps.low, camps.high);
    }
}

std::string judged(Catalogue const& words, CaseResult const& of)
{
    std::int64_t people = 0;
    for (auto count : of.one.grades) people += count;
    return words.text("results.judged", people, words.ordinal(static_cast<int>(people / 2) + 1),
                      grade_name(words, of.round, static_cast<std::size_t>(of.one.gauge->grade)));
}

std::string rank_holds(Catalogue const& words, analysis::CaseTally const& one, int first)
{
    auto const& [low, high] = *one.ranks;
    if (low == high) return words.text("results.rank.sure", low);
    bool const astride = low <= first && first < high;
    return words.text(astride ? "results.rank.astride" : "results.rank.between", low, high);
}

std::string given(Catalogue const& words, Tally const& tally)
{
    if (by_hands(tally)) return words.text("results.heading.hands");
    if (method_of(tally).spends == model::Spends::squares)
        return words.text("results.heading.votes");
    switch (method_of(tally).ballot) {
    case BallotType::approvals: return words.text("results.heading.approval");
    case BallotType::scores: return words.text("results.heading.score");
    case BallotType::grades: return words.text("results.heading.grades");
    case BallotType::orders: return words.text("results.heading.places");
    default: return words.text("vote.histogram");
    }
}

std::string blank_bar(Catalogue const& words, Tally const& tally)
{
    switch (method_of(tally).ballot) {
    case BallotType::grades: return words.text("results.no_grade");
    case BallotType::scores: return words.text("results.no_score");
    default: return words.text("results.blank_bar");
    }
}

std::string bar(Catalogue const& words, Tally const& tally, model::Round const& round, int low,
                int high, Values values)
{
    switch (method_of(tally).ballot) {
    case BallotType::grades: return grade_name(words, round, static_cast<std::size_t>(low));
    case BallotType::approvals:
        if (by_hands(tally)) return words.text(low == 0 ? "results.hand_down" : "results.hand_up");
        return words.text(low == 0 ? "results.no" : "results.yes");
    case BallotType::orders:
        return low == 0 ? words.text("results.unranked") : range(words, low, high);
    default: break;
    }
    return values == Values::few ? words.plural("vote.points", low) : range(words, low, high);
}

std::string condorcet(Catalogue const& words, model::Document const& doc,
                      analysis::Orders const& orders)
{
    return words.text("tally.condorcet", cases(words, doc, {*orders.condorcet_winner}));
}

std::string cycle(Catalogue const& words, model::Document const& doc,
                  analysis::Orders::Cycle const& cycle)
{
    std::string said;
    for (std::size_t i = 0; i < cycle.through.size(); ++i) {
        auto const next = cycle.through[(i + 1) % cycle.through.size()];
        if (!said.empty()) said += ", ";
        said += words.text("tally.beats", case_named(words, doc, cycle.through[i]),
                           case_named(words, doc, next));
    }
    return words.text("tally.cycle", said);
}

std::string bought(Catalogue const& words, model::Document const& doc,
                   analysis::Selection const& selection)
{
    return words.text("tally.selection", cases(words, doc, selection.selected),
                      amount(words, selection.cost), amount(words, selection.budget));
}

std::string several(Catalogue const& words, analysis::Selection const& selection)
{
    return words.text(*selection.several ? "tally.several" : "tally.single",
                      analysis::text(selection.value));
}

std::string without_cost(Catalogue const& words, model::Document const& doc,
                         analysis::Selection const& selection)
{
    return words.text("tally.without_cost", cases(words, doc, selection.without_cost));
}

std::string before_equals(Catalogue const& words, model::Document const& doc,
                          analysis::Selection const& selection)
{
    return words.text("tally.before_equals", cases(words, doc, selection.before_equals),
                      selection.before_equals.size());
}

std::string each_share(Catalogue const& words, analysis::Selection::EqualShares const& shares)
{
    return words.text("tally.each", share(words, shares.each));
}

std::string one_voter(Catalogue const& words, model::Document const& doc,
                      analysis::OneVoter const& one)
{
    auto const looked = words.number(one.looked_at);
    if (one.people == 0)
        return one.whole() ? words.text("results.voice.holds")
                           : words.text("results.voice.so_far", looked, words.number(one.voters));
    auto said = words.text("results.voice.hangs", one.people, looked);
    if (!one.leaving.empty())
        said += "\n" +
                words.text("results.voice.out", cases(words, doc, one.leaving), one.leaving.size());
    if (!one.entering.empty())
        said += "\n" + words.text("results.voice.in", cases(words, doc, one.entering),
                                  one.entering.size());
    return said;
}

std::string absent(Catalogue const& words, analysis::AbsentBounds const& bounds)
{
    return words.plural(bounds.certain ? "tally.absent.certain" : "tally.absent.open",
                        bounds.absent);
}

std::string unanimous(Catalogue const& words, model::Document const& doc, Tally const& tally)
{
    return words.text("tally.unanimous", cases(words, doc, tally.unanimous));
}

std::string cut(Catalogue const& words, model::Document const& doc, analysis::CutTie const& cut)
{
    auto said = words.text("tally.cut", cut.rank, cases(words, doc, cut.order),
                           words.text("tally.by." + std::string(base::name_of(cut.by))));
    if (cut.by == model::TieRule::draw)
        said += "\n" + words.text("results.cut.seed", std::to_string(cut.seed));
    if (!cut.reason.empty()) said += "\n" + words.text("results.cut.reason", cut.reason);
    return said;
}

std::string merged(Catalogue const& words, model::Document const& doc,
                   analysis::MergedSince const& one)
{
    auto said = words.text("results.since.merged", case_named(words, doc, one.absorbed),
                           case_named(words, doc, one.into));
    if (one.supporters) said += " " + words.text("results.since.supporters", *one.supporters);
    if (one.both && *one.both > 0) said += " " + words.text("results.since.both", *one.both);
    return said;
}

std::string aside(Catalogue const& words, model::Document const& doc,
                  std::vector<CaseId> const& out)
{
    return words.text("results.since.aside", cases(words, doc, out), out.size());
}

std::string moved(Catalogue const& words, analysis::RoundComparison const& comparison)
{
    auto said = words.text("results.moved", comparison.moved, comparison.compared);
    if (comparison.agreement)
        said += " · " + words.text("results.agreement", words.decimal(*comparison.agreement, 2));
    return said;
}

std::string crossed(Catalogue const& words, model::Document const& doc,
                    analysis::RoundComparison const& comparison)
{
    if (comparison.entering.empty() && comparison.leaving.empty()) return {};
    return words.text("results.crossed", cases(words, doc, comparison.entering),
                      cases(words, doc, comparison.leaving), comparison.entering.size(),
                      comparison.leaving.size());
}

std::vector<std::string> reservations(Catalogue const& words, model::Document const& doc,
                                      Tally const& tally)
{
    std::vector<std::string> out;
    for (auto const& one : tally.cuts) out.push_back(cut(words, doc, one));
    if (tally.totals_only) out.push_back(totals_only(words, tally));
    if (!tally.unanimous.empty()) out.push_back(unanimous(words, doc, tally));
    return out;
}

std::vector<std::string> since(Catalogue const& words, model::Document const& doc,
                               model::RoundId round)
{
    std::vector<std::string> out;
    for (auto const& one : analysis::merged_since(doc, round))
        out.push_back(merged(words, doc, one));
    if (auto const cases = analysis::aside_now(doc, round); !cases.empty())
        out.push_back(aside(words, doc, cases));
    return out;
}

} // namespace wording
