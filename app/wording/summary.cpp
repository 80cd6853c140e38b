#include "wording/summary.h"

#include "analysis/common/in_use.h"
#include "analysis/ranking/verdicts.h"
#include "base/names.h"
#include "model/turnout.h"
#include "wording/lists.h"
#include "wording/ranking.h"
#include "wording/votes/results.h"

#include <algorithm>
#include <array>

namespace wording {
namespace {

using analysis::RankedCase;
using i18n::Catalogue;
using model::CaseId;
using model::Verdict;

constexpr std::size_t named_most = 3; // cases named in one sentence; above, only counted

struct Decided {
    std::array<int, 5> by_verdict{}; // indexed by model::Verdict
    int taken = 0, left = 0;
};

Decided decided_of(model::Document const& doc)
{
    Decided out;
    for (auto id : analysis::visible_cases(doc)) {
        auto const* said = analysis::standing_decision(doc, id);
        if (!said) {
            ++out.left;
            continue;
        }
        ++out.taken;
        ++out.by_verdict.at(static_cast<std::size_t>(said->verdict));
    }
    return out;
}

std::string named(Catalogue const& words, model::Document const& doc,
                  std::vector<CaseId> const& cases)
{
    std::vector<std::string> out;
    for (auto id : cases) out.push_back(case_named(words, doc, id));
    return listed(words, out);
}

// Why there is no reference round.
std::string no_vote(Catalogue const& words, model::Document const& doc)
{
    bool open = false, hidden = false, silent = false;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        if (!model::is_vote(round)) continue;
        auto const state = model::get<model::RoundStatus>(doc, id).state;
        open = open || state == model::RoundState::open;
        hidden = hidden || state == model::RoundState::closed;
        silent = silent || state == model::RoundState::revealed;
    }
    return words.text(open     ? "summary.vote.open"
                      : hidden ? "summary.vote.hidden"
                      : silent ? "summary.vote.silent"
                               : "summary.vote.none");
}

// On which axes or votes a case is contested: "axes 6 et 7, vote".
std::string where_divided(Catalogue const& words, model::Document const& doc, RankedCase const& one)
{
    std::vector<model::AxisId> on;
    for (auto const& value : one.values)
        if (value.agreement == analysis::Agreement::contested) on.push_back(value.axis);
    auto said = on.empty()
                    ? std::string()
                    : words.text("summary.divided.axes", axis_numbers(words, doc, on), on.size());
    if (!one.contested_vote) return said;
    return said.empty() ? words.text("summary.divided.vote")
                        : said + ", " + words.text("summary.divided.vote");
}

std::string first_of(Catalogue const& words, Situation const& of)
{
    auto const& ranking = of.ranking;
    std::vector<CaseId> first;
    for (auto const& one : ranking.cases)
        if (one.placed() && one.rank == 1) first.push_back(one.on);
    auto const count = static_cast<int>(first.size());
    if (ranking.placed == 1) return words.text("summary.order.single", named(words, of.doc, first));
    if (count == ranking.placed) return words.text("summary.order.tied", words.number(count));
    if (first.size() > named_most) return words.text("summary.order.many", words.number(count));
    return words.text("summary.order.first", named(words, of.doc, first), count);
}

} // namespace

std::string gathered(Catalogue const& words, model::Document const& doc)
{
    auto const all = static_cast<std::int64_t>(model::table<model::Case>(doc).size());
    auto const left = static_cast<std::int64_t>(analysis::visible_cases(doc).size());
    if (all == 0) return words.text("summary.cases.none");
    if (all == left) return words.text("summary.cases", words.number(all));
    return words.text("summary.cases.merged", words.number(all), words.number(all - left),
                      words.number(left));
}

std::string decisions_so_far(Catalogue const& words, model::Document const& doc)
{
    auto const decided = decided_of(doc);
    if (decided.taken + decided.left == 0) return {};
    if (decided.taken == 0) return words.text("summary.decided.none");
    std::vector<std::string> parts;
    for (auto verdict : {Verdict::launch, Verdict::safeguards, Verdict::later, Verdict::aside})
        if (int const cases = decided.by_verdict.at(static_cast<std::size_t>(verdict)); cases > 0)
            parts.push_back(words.text("summary.decided." + std::string(base::name_of(verdict)),
                                       words.number(cases)));
    auto out = words.text("summary.decided", words.number(decided.taken + decided.left),
                          listed(words, parts));
    if (decided.left > 0)
        out += " " + words.text("summary.decided.left", words.number(decided.left));
    return out;
}

std::string ahead(Catalogue const& words, Situation const& of)
{
    auto const& ranking = of.ranking;
    auto const cases = static_cast<int>(ranking.cases.size());
    if (cases == 0) return {};
    if (ranking.axes == 0) return words.text("summary.order.no_axis");
    if (ranking.placed == 0) return words.text("summary.order.none");
    auto out = first_of(words, of);
    if (ranking.axes == 1) out += " " + words.text("summary.order.one_axis");
    if (ranking.placed > 1 && ranking.stability)
        out += " " + words.text("summary.order.holds", solidity(words, ranking),
                                draws(words, ranking.draws, ranking.first));
    if (ranking.placed < cases)
        out += " " + words.text("summary.order.unplaced", words.number(cases - ranking.placed),
                                words.number(cases));
    return out;
}

std::string voted(Catalogue const& words, Situation const& of)
{
    if (of.ranking.cases.empty()) return {};
    if (!of.vote) return no_vote(words, of.doc);
    auto const& tally = *of.vote;
    auto const round = model::get<model::Round>(of.doc, tally.round);
    auto number = std::to_string(round.number);
    if (round.body == model::Body::committee) number = words.text("story.of_committee", number);
    auto const who = voters(words, tally);
    auto const count = tally.winners.size();
    if (count == tally.cases.size() && count > 1 && !tally.selects())
        return words.text("summary.vote.tied", number, who);
    auto const* key = tally.selects() ? "summary.vote.selected" : "summary.vote.first";
    auto const whom = count > named_most
                          ? words.text("summary.of_cases", words.number(static_cast<int>(count)))
                          : named(words, of.doc, tally.winners);
    return words.text(key, number, who, whom, count);
}

std::string divided(Catalogue const& words, Situation const& of)
{
    std::vector<std::string> parts;
    bool estimated = false;
    int more = 0;
    for (auto const& one : of.ranking.cases) {
        for (auto const& value : one.values)
            estimated = estimated || value.estimates >= analysis::shown_from;
        if (!one.contested) continue;
        if (parts.size() == named_most)
            ++more;
        else
            parts.push_back(case_named(words, of.doc, one.on) + " (" +
                            where_divided(words, of.doc, one) + ")");
    }
    if (parts.empty()) return estimated ? words.text("summary.divided.none") : std::string();
    if (more > 0) parts.push_back(words.text("summary.divided.more", words.number(more)));
    return words.text("summary.divided", listed(words, parts));
}

std::string to_look_into(Catalogue const& words, Situation const& of)
{
    auto const cases =
        std::ranges::count(of.ranking.cases, analysis::Veto::risk, &RankedCase::veto);
    return cases == 0 ? std::string() : words.text("summary.veto", words.number(cases));
}

std::vector<std::string> summary(Catalogue const& words, Situation const& of)
{
    std::vector<std::string> out;
    auto add = [&](std::string first, std::string const& second) {
        if (!first.empty() && !second.empty()) first += " ";
        first += second;
        if (!first.empty()) out.push_back(std::move(first));
    };
    add(gathered(words, of.doc), decisions_so_far(words, of.doc));
    add(voted(words, of), ahead(words, of));
    add(divided(words, of), to_look_into(words, of));
    return out;
}

std::vector<Figure> figures(Catalogue const& words, Situation const& of)
{
    std::vector<Figure> out;
    auto const all = static_cast<std::int64_t>(model::table<model::Case>(of.doc).size());
    auto const left = static_cast<std::int64_t>(of.ranking.cases.size());
    out.push_back({words.number(left), all == left ? words.text("summary.figure.cases", left)
                                                   : words.text("summary.figure.cases.merged",
                                                                words.number(all - left), left)});
    auto const voters = of.vote ? of.vote->voters : 0;
    if (auto const room = model::headcount_of(of.doc); room > 0 || voters > 0) {
        auto said = words.text(room > 0 ? "summary.figure.people" : "summary.figure.voters",
                               words.number(room > 0 ? room : voters));
        if (of.vote && of.vote->points > 0 && of.vote->points_possible > 0)
            said += ", " + words.text("summary.figure.points", words.number(of.vote->points));
        out.push_back({words.number(room > 0 ? room : voters), said});
    }
    if (auto const decided = decided_of(of.doc); left > 0)
        out.push_back({words.number(decided.taken),
                       words.text("summary.figure.decided", words.number(decided.taken),
                                  words.number(decided.left))});
    if (of.ranking.placed > 1 && of.ranking.stability)
        out.push_back({words.percent(*of.ranking.stability),
                       words.text("summary.figure.stable", of.ranking.first)});
    return out;
}

} // namespace wording
