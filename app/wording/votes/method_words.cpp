#include "wording/votes/method_words.h"

#include "analysis/common/cost.h"
#include "analysis/counting/duels.h"
#include "ballots/ballot_in_hand.h"
#include "model/voting_method.h"
#include "wording/amounts.h"
#include "wording/votes/grades.h"
#include "wording/votes/results.h"
#include "wording/votes/rooms.h"
#include "wording/votes/transfers.h"

#include <algorithm>
#include <array>

namespace wording {
namespace {

using i18n::Catalogue;
using model::Method;
using model::Round;
using model::Rule;

// Fills the numbers of a round into the sentence of `key`, or of "<key>.free" where there is no
// limit.
using Figures = std::string (*)(Catalogue const&, std::string const& key, Round const&);

std::string plain(Catalogue const& words, std::string const& key, Round const&)
{
    return words.text(key);
}

std::string with_budget(Catalogue const& words, std::string const& key, Round const& round)
{
    return words.text(key, round.budget);
}

std::string with_budget_and_cap(Catalogue const& words, std::string const& key, Round const& round)
{
    if (round.cap == 0) return words.text(key + ".free", round.budget);
    return words.text(key, round.budget, round.cap);
}

std::string with_choices_and_cap(Catalogue const& words, std::string const& key, Round const& round)
{
    auto const choices = round.cases.empty()
                             ? round.choices
                             : std::min(round.choices, static_cast<int>(round.cases.size()));
    if (round.cap == 0) return words.text(key + ".free", choices, round.budget);
    return words.text(key, choices, round.budget, round.cap);
}

std::string with_choices(Catalogue const& words, std::string const& key, Round const& round)
{
    auto const choices = round.cases.empty() ? round.choices : ballots::most_choices(round);
    if (choices == 0) return words.text(key + ".free");
    return words.text(key, choices);
}

std::string with_grades(Catalogue const& words, std::string const& key, Round const& round)
{
    return words.text(key, round.grades);
}

std::string with_money(Catalogue const& words, std::string const& key, Round const& round)
{
    if (round.money == 0) return words.text(key + ".free");
    return words.text(key, words.number(round.money / analysis::hundredths_per_unit));
}

std::string with_seats(Catalogue const& words, std::string const& key, Round const& round)
{
    auto const cases = static_cast<int>(round.cases.size());
    return words.text(key, cases > 0 ? std::min(round.seats, cases) : round.seats);
}

std::string with_pairs(Catalogue const& words, std::string const& key, Round const& round)
{
    constexpr std::int64_t most = analysis::pairs_per_person;
    auto const cases = static_cast<std::int64_t>(round.cases.size());
    return words.text(key, cases > 1 ? std::min(cases * (cases - 1) / 2, most) : most);
}

using OfCase = std::string (*)(Catalogue const&, CaseResult const&);

std::string nothing(Catalogue const&, CaseResult const&) { return {}; }

// Scores, with as many digits as it takes to tell apart those that are not level.

std::string number(Catalogue const& words, CaseResult const& of)
{
    if (of.one.score.den == 1) return words.number(of.one.score.num);
    return words.decimal(analysis::value(of.one.score), analysis::digits_apart(of.tally, 1));
}

std::string mean_or_sum(Catalogue const& words, CaseResult const& of)
{
    bool const silent = of.one.answers == 0 && of.tally.blank != model::BlankPolicy::below;
    return silent ? "–" : number(words, of);
}

std::string grade(Catalogue const& words, CaseResult const& of)
{
    return gauge(words, of.round, *of.one.gauge);
}

// The interval of its rank.
std::string ranks(Catalogue const& words, CaseResult const& of)
{
    auto const& ranks = of.one.ranks;
    return ranks && ranks->low != ranks->high ? words.text("results.ranks", ranks->low, ranks->high)
                                              : std::string{};
}

std::string share(Catalogue const& words, CaseResult const& of)
{
    auto const value = analysis::value(of.one.score);
    auto const digits = analysis::digits_apart(of.tally, 2) - 2;
    auto said = words.percent(value);
    auto const mark = said.find_first_not_of("0123456789");
    return digits > 0 ? words.decimal(value * 100, digits) + said.substr(mark) : said;
}

// Under the score.

std::string answers(Catalogue const& words, CaseResult const& of)
{
    return of.tally.totals_only ? std::string{} : words.text("results.answers", of.one.answers);
}

std::string strength(Catalogue const& words, CaseResult const& of)
{
    auto const& duels = of.tally.duels;
    if (of.tally.rule != Rule::bradley_terry || !duels) return {};
    auto const place = std::ranges::find(duels->cases, of.one.on) - duels->cases.begin();
    if (place == static_cast<std::ptrdiff_t>(duels->strengths.size())) return {};
    auto const of_all = duels->strengths[static_cast<std::size_t>(place)];
    return words.text("results.strength", words.decimal(of_all * 100, 1));
}

// What it brings to the final order.

std::string points(Catalogue const& words, CaseResult const& of)
{
    return words.text("decide.vote.points", number(words, of));
}

// The Borda points, whatever rule makes the order.
std::string borda_points(Catalogue const& words, CaseResult const& of)
{
    return words.text("decide.vote.borda", number(words, of));
}

std::string voices(Catalogue const& words, CaseResult const& of)
{
    return words.text("decide.vote.voices", number(words, of));
}

// What a case got; by how many people is not told where only totals are.

std::string got_points(Catalogue const& words, CaseResult const& of)
{
    if (of.tally.totals_only) return points(words, of);
    auto said =
        words.text("vote.said", analysis::text(of.one.score), of.one.supporters, of.tally.voters);
    // "votes" of a published budget count people who named a project without points too.
    if (of.one.named > of.one.supporters) said += " · " + words.text("results.named", of.one.named);
    return said;
}

std::string got_votes(Catalogue const& words, CaseResult const& of)
{
    if (of.tally.totals_only) return voices(words, of);
    return words.text("results.said.votes", analysis::text(of.one.score), of.one.supporters,
                      of.tally.voters);
}

std::string got_approvals(Catalogue const& words, CaseResult const& of)
{
    return words.text("results.said.approval", of.one.score.num, of.tally.voters);
}

std::string got_scores(Catalogue const& words, CaseResult const& of)
{
    if (of.tally.totals_only) return mean_or_sum(words, of);
    auto said =
        words.text("results.said.score", mean_or_sum(words, of), of.one.answers, of.tally.voters);
    if (auto const& median = of.one.median)
        said += " · " + words.text("results.median", words.decimal(analysis::value(*median),
                                                                   median->den == 1 ? 0 : 1));
    return said;
}

std::string got_grades(Catalogue const& words, CaseResult const& of)
{
    if (of.one.grades.empty()) return grade(words, of);
    return words.text("results.said.grades", grade(words, of), of.one.gauge->above,
                      of.one.gauge->below);
}

std::string got_places(Catalogue const& words, CaseResult const& of)
{
    if (of.tally.totals_only) return words.text("results.said.place", of.one.rank);
    return words.text("results.said.places", of.one.rank, of.one.answers, of.tally.voters);
}

std::string got_pairs(Catalogue const& words, CaseResult const& of)
{
    return words.text("results.said.pairs", words.percent(analysis::value(of.one.score)));
}

// What it brings to the final order where scores are means.

std::string points_or_mean(Catalogue const& words, CaseResult const& of)
{
    if (of.tally.blank != model::BlankPolicy::no_opinion) return points(words, of);
    return words.text("decide.vote.mean", words.decimal(analysis::value(of.one.score),
                                                        analysis::digits_apart(of.tally, 1)));
}

// What is said of all cases.

using OfAll = std::vector<std::string> (*)(Catalogue const&, model::Document const&,
                                           analysis::Tally const&);

std::vector<std::string> nothing_more(Catalogue const&, model::Document const&,
                                      analysis::Tally const&)
{
    return {};
}

std::vector<std::string> of_orders(Catalogue const& words, model::Document const& doc,
                                   analysis::Tally const& tally)
{
    auto const& orders = *tally.orders;
    std::vector<std::string> out;
    if (orders.condorcet_winner) out.push_back(condorcet(words, doc, orders));
    for (auto const& one : orders.cycles) out.push_back(cycle(words, doc, one));
    auto const side = [&](Rule rule, std::vector<int> const& ranks) {
        out.push_back(words.text("tally.side", way(words, {tally.method, rule}),
                                 in_order(doc, orders.cases, ranks)));
    };
    side(Rule::borda, orders.borda_ranks);
    side(Rule::schulze, orders.schulze_ranks);
    side(Rule::ranked_pairs, orders.pairs_ranks);
    if (orders.order_matters) out.push_back(words.text("tally.order_matters"));
    return out;
}

std::vector<std::string> of_selection(Catalogue const& words, model::Document const& doc,
                                      analysis::Tally const& tally)
{
    auto const& selection = *tally.selection;
    std::vector<std::string> out{bought(words, doc, selection)};
    if (selection.several) out.push_back(several(words, selection));
    if (!selection.without_cost.empty()) out.push_back(without_cost(words, doc, selection));
    if (!selection.before_equals.empty()) out.push_back(before_equals(words, doc, selection));
    if (!selection.equal_shares) return out;
    out.push_back(each_share(words, *selection.equal_shares));
    auto const& completed = selection.equal_shares->completed;
    auto const rest = completed.begin() + static_cast<std::ptrdiff_t>(selection.selected.size());
    if (rest < completed.end())
        out.push_back(words.text("tally.completed", cases(words, doc, {rest, completed.end()})));
    return out;
}

std::vector<std::string> of_transfers(Catalogue const& words, model::Document const& doc,
                                      analysis::Tally const& tally)
{
    std::vector<std::string> out{quota(words, *tally.transfers)};
    if (tally.totals_only) return out;
    for (auto& said : stages(words, doc, *tally.transfers)) out.push_back(std::move(said));
    for (auto& said : chosen_by_order(words, doc, *tally.transfers)) out.push_back(std::move(said));
    return out;
}

struct MethodWords {
    Method method{};
    Figures how_voted = nullptr;
    Figures rules = nullptr; // null: no rules beyond the general ones
    OfCase score = number;
    OfCase under_score = nothing;
    OfCase line = nullptr;
    OfCase brought = points;
    OfAll of_all = nothing_more;
};

constexpr std::array methods{
    MethodWords{.method = Method::dots,
                .how_voted = with_budget_and_cap,
                .rules = with_budget_and_cap,
                .line = got_points},
    MethodWords{.method = Method::choose_spread,
                .how_voted = with_choices_and_cap,
                .rules = with_choices_and_cap,
                .line = got_points},
    MethodWords{.method = Method::approval,
                .how_voted = with_choices,
                .rules = with_choices,
                .line = got_approvals,
                .brought = voices},
    MethodWords{.method = Method::score,
                .how_voted = with_grades,
                .rules = with_grades,
                .score = mean_or_sum,
                .under_score = answers,
                .line = got_scores,
                .brought = points_or_mean},
    MethodWords{.method = Method::majority_judgment,
                .how_voted = plain,
                .rules = with_grades,
                .score = grade,
                .line = got_grades,
                .brought = grade},
    MethodWords{.method = Method::ranking,
                .how_voted = with_choices,
                .rules = with_choices,
                .score = ranks,
                .line = got_places,
                .brought = borda_points,
                .of_all = of_orders},
    MethodWords{.method = Method::points,
                .how_voted = with_budget,
                .rules = with_budget_and_cap,
                .line = got_points},
    MethodWords{.method = Method::quadratic,
                .how_voted = with_budget,
                .rules = with_budget,
                .line = got_votes,
                .brought = voices},
    MethodWords{.method = Method::pairwise,
                .how_voted = with_pairs,
                .rules = with_pairs,
                .score = share,
                .under_score = strength,
                .line = got_pairs,
                .brought = share},
    MethodWords{.method = Method::budget,
                .how_voted = with_money,
                .rules = with_choices,
                .line = got_approvals,
                .brought = voices,
                .of_all = of_selection},
    MethodWords{.method = Method::stv,
                .how_voted = with_seats,
                .rules = with_seats,
                .score = fate,
                .line = fate_in_full,
                .brought = borda_points,
                .of_all = of_transfers},
};
static_assert(model::one_row_a_method(methods));

MethodWords const& words_of(Method method) { return model::row_of(methods, method); }

std::string key_of(Method method, std::string_view what)
{
    return fmt::format("method.{}.{}", base::name_of(method), what);
}

} // namespace

std::string method(Catalogue const& words, Method method)
{
    return words.text(key_of(method, "title"));
}

std::string method_hint(Catalogue const& words, Method method)
{
    return words.text(key_of(method, "hint"));
}

std::string way(Catalogue const& words, analysis::Way way)
{
    return words.text("method." + analysis::name_of(way));
}

std::string how_counted(Catalogue const& words, analysis::Way way)
{
    return words.text("results.how." + analysis::name_of(way));
}

std::string question(Catalogue const& words, Method method)
{
    return words.text(key_of(method, "question"));
}

std::string question(Catalogue const& words, Round const& round)
{
    return round.question.empty() ? question(words, round.method) : round.question;
}

std::string asked(Catalogue const& words, Round const& round)
{
    auto const said = question(words, round);
    return round.body == model::Body::committee ? words.text("vote.by_committee", said) : said;
}

std::string vote_name(Catalogue const& words, Round const& round)
{
    auto const said = words.text("vote.round", round.number);
    return round.body == model::Body::committee ? words.text("vote.by_committee", said) : said;
}

std::string how_voted(Catalogue const& words, Round const& round)
{
    auto const said = words_of(round.method).how_voted(words, key_of(round.method, "say"), round);
    auto const rooms = rooms_compared(words, round);
    return rooms.empty() ? said : said + " " + rooms;
}

std::string rules(Catalogue const& words, Round const& round)
{
    auto const said = words_of(round.method).rules(words, key_of(round.method, "rules"), round);
    auto const rooms = rooms_rule(words, round);
    return said + " · " + words.text("vote.anonymous") + (rooms.empty() ? "" : " · " + rooms);
}

std::string score(Catalogue const& words, CaseResult const& of)
{
    return words_of(of.tally.method).score(words, of);
}

std::string under_score(Catalogue const& words, CaseResult const& of)
{
    using analysis::ToldApart;
    auto const& one = of.one;
    switch (one.told_apart) {
    case ToldApart::by_supporters:
        if (of.tally.totals_only) return {};
        // Where 0 is an answer, supporters are the people who gave more than 0.
        return words.text(model::voting_method(of.tally.method).zero_answers()
                              ? "results.above_nothing"
                              : "tally.supported",
                          one.supporters);
    case ToldApart::by_voices: {
        if (one.grades.empty()) return {}; // in small rooms
        bool const plus = one.gauge->sign == analysis::Gauge::Sign::plus;
        auto const voices = plus ? one.gauge->above : one.gauge->below;
        bool const shares = of.tally.blank == model::BlankPolicy::no_opinion;
        return words.text(plus ? "tally.above" : "tally.below",
                          shares ? words.percent(static_cast<double>(voices) /
                                                 static_cast<double>(one.gauge->people))
                                 : std::to_string(voices));
    }
    case ToldApart::by_further_grades: return words.text("tally.further");
    case ToldApart::no: break;
    }
    return words_of(of.tally.method).under_score(words, of);
}

std::string result_line(Catalogue const& words, CaseResult const& of)
{
    auto const voters = of.tally.voters;
    if (of.tally.source == model::BallotSource::hands)
        return voters > 0 ? words.text("results.said.hands_of", of.one.score.num, voters)
                          : words.text("results.said.hands", of.one.score.num);
    return words_of(of.tally.method).line(words, of);
}

std::string brought(Catalogue const& words, CaseResult const& of)
{
    return words_of(of.tally.method).brought(words, of);
}

std::vector<std::string> of_all(Catalogue const& words, model::Document const& doc,
                                analysis::Tally const& tally)
{
    return words_of(tally.method).of_all(words, doc, tally);
}

} // namespace wording
