#include "analysis/comparison/comparison.h"

#include "analysis/common/in_use.h"
#include "analysis/common/ranks.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace analysis {
namespace {

using model::AxisId;
using model::CaseId;
using model::Document;

// smallest move of a mean, on 0..1000: half of the displayed precision
constexpr double least_move = 5.0;
constexpr double levels_per_point = 100.0;

template <class R, class Key>
std::optional<R> maybe(Document const& doc, Key const& key)
{
    auto const* found = model::find<R>(doc, key);
    return found ? std::optional<R>(*found) : std::nullopt;
}

// One session, and the values computed from it once.
struct Side {
    explicit Side(Document const& document)
        : doc(document)
        , ranking(rank_cases(document, {.draws = 0}))
    {
        for (auto const& one : ranking.cases) ranked.emplace(one.on, &one);
    }
    Side(Side const&) = delete;
    Side& operator=(Side const&) = delete;

    void read_axis(AxisId axis)
    {
        for (auto const& one : placements(doc, axis).placed) placed[{axis, one.on}] = one;
        for (auto const& one : clouds(doc, axis))
            if (one.shape) shapes[{axis, one.on}] = *one.shape;
    }
    [[nodiscard]] RankedCase const* find(CaseId id) const
    {
        auto const it = ranked.find(id);
        return it == ranked.end() ? nullptr : it->second;
    }
    [[nodiscard]] std::optional<int> rank(CaseId id) const
    {
        auto const* one = find(id);
        return one && one->placed() ? std::optional(one->rank) : std::nullopt;
    }
    // Uses other weights, in thousandths.
    void weigh(std::map<AxisId, int> const& weights)
    {
        RankingOptions options;
        options.draws = 0;
        options.weights = weights;
        weighed = rank_cases(doc, options);
    }
    [[nodiscard]] std::optional<Point> mean(CaseId id) const
    {
        auto const* one = weighed ? weighed->find(id) : find(id);
        if (!one || !one->opportunity || !one->risk) return std::nullopt;
        return Point{*one->opportunity * levels_per_point, *one->risk * levels_per_point};
    }

    Document const& doc;
    Ranking ranking;
    std::optional<Ranking> weighed;
    std::map<CaseId, RankedCase const*> ranked;
    std::map<std::pair<AxisId, CaseId>, Placed> placed;
    std::map<std::pair<AxisId, CaseId>, Shape> shapes;
};

template <class Map>
auto lookup(Map const& map, typename Map::key_type const& key)
{
    auto const it = map.find(key);
    return it == map.end() ? std::optional<typename Map::mapped_type>{} : std::optional(it->second);
}

std::optional<AxisMove> move_on(Side const& before, Side const& after, CasePair const& pair,
                                AxisPair const& axes, std::size_t at)
{
    AxisMove move;
    move.axis = at;
    move.before = lookup(before.placed, {*axes.before, pair.before});
    move.after = lookup(after.placed, {*axes.after, pair.after});
    if (auto const shape = lookup(before.shapes, {*axes.before, pair.before})) {
        move.room_before = shape->median;
        move.agreement_before = shape->agreement();
    }
    if (auto const shape = lookup(after.shapes, {*axes.after, pair.after})) {
        move.room_after = shape->median;
        move.agreement_after = shape->agreement();
    }
    if (!move.before && !move.after && !move.room_before && !move.room_after) return std::nullopt;
    return move;
}

// The decision of a body; an empty decision counts as none.
std::optional<model::Decision> decided(Document const& doc, CaseId on, model::Body body)
{
    auto const found = maybe<model::Decision>(doc, model::DecisionKey{on, body});
    return found && *found != model::Decision{} ? found : std::nullopt;
}

CaseChange change_of(Side const& before, Side const& after, CasePair const& pair,
                     std::vector<AxisPair> const& axes)
{
    CaseChange out;
    out.pair = pair;
    out.reworded = model::get<model::Case>(before.doc, pair.before).title !=
                   model::get<model::Case>(after.doc, pair.after).title;
    out.rank_before = before.rank(pair.before);
    out.rank_after = after.rank(pair.after);
    out.mean_before = before.mean(pair.before);
    out.mean_after = after.mean(pair.after);
    for (std::size_t a = 0; a < axes.size(); ++a)
        if (axes[a].in_both())
            if (auto const move = move_on(before, after, pair, axes[a], a))
                out.axes.push_back(*move);
    for (auto const body : {model::Body::workshop, model::Body::committee}) {
        DecisionChange change{body, decided(before.doc, pair.before, body),
                              decided(after.doc, pair.after, body)};
        if (change.before != change.after) out.decisions.push_back(std::move(change));
    }
    return out;
}

// Closed or revealed rounds.
std::vector<model::RoundId> held(Document const& doc)
{
    std::vector<std::pair<int, model::RoundId>> found;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        auto const state = model::get<model::RoundStatus>(doc, id).state;
        if (state == model::RoundState::closed || state == model::RoundState::revealed)
            found.emplace_back(round.number, id);
    }
    std::ranges::sort(found);
    std::vector<model::RoundId> out;
    for (auto const& [number, id] : found) out.push_back(id);
    return out;
}

void compare_votes(Comparison& out, Document const& before, Document const& after, Lineage lineage)
{
    out.held_before = held(before);
    out.held_after = held(after);
    if (lineage == Lineage::one_session) {
        auto const first = out.held_before;
        auto const in = [](auto const& list) {
            return [&list](model::RoundId id) { return std::ranges::find(list, id) != list.end(); };
        };
        std::erase_if(out.held_before, in(out.held_after));
        std::erase_if(out.held_after, in(first));
    }
    // Sessions started separately have different votes.
    out.other_reference = lineage == Lineage::one_session
                              ? out.reference_before != out.reference_after
                              : out.reference_before || out.reference_after;
}

// The first `first` placed cases of an order, and those tied with the last.
std::vector<CaseId> first_of(Ranking const& ranking, int first)
{
    std::vector<CaseId> out;
    for (auto const& one : ranking.cases)
        if (one.placed() && one.rank <= first) out.push_back(one.on);
    return out;
}

void compare_orders(Comparison& out, Side const& before, Side const& after)
{
    out.first = std::min(before.ranking.first, after.ranking.first);
    std::map<CaseId, CaseId> forth, back;
    std::vector<std::pair<int, int>> ranks;
    for (auto const& one : out.cases) {
        forth[one.pair.before] = one.pair.after;
        back[one.pair.after] = one.pair.before;
        if (one.rank_before && one.rank_after)
            ranks.emplace_back(*one.rank_before, *one.rank_after);
    }
    auto const first_before = first_of(before.ranking, out.first);
    auto const first_after = first_of(after.ranking, out.first);
    auto missing = [](auto const& from, auto const& in, auto const& known_as) {
        std::vector<CaseId> left;
        for (auto id : from) {
            auto const it = known_as.find(id);
            if (it == known_as.end() || std::ranges::find(in, it->second) == in.end())
                left.push_back(id);
        }
        return left;
    };
    out.entering = missing(first_after, first_before, back);
    out.leaving = missing(first_before, first_after, forth);
    out.order_agreement = tau_b(ranks);
    for (std::size_t i = 0; i < ranks.size(); ++i)
        for (std::size_t j = i + 1; j < ranks.size(); ++j) {
            ++out.pairs;
            auto const was = ranks[i].first <=> ranks[j].first;
            auto const is = ranks[i].second <=> ranks[j].second;
            if (was != 0 && is != 0 && was != is) ++out.pairs_swapped;
        }
}

template <class List, class F>
int count(List const& list, F&& holds)
{
    return static_cast<int>(std::ranges::count_if(list, holds));
}

int trouble(Agreement agreement) { return static_cast<int>(agreement); }

} // namespace

bool AxisMove::moved() const
{
    return before && after &&
           (before->opportunity != after->opportunity || before->risk != after->risk);
}

bool AxisMove::other_quadrant() const { return moved() && before->quadrant != after->quadrant; }

int AxisMove::agreement_gained() const
{
    if (!agreement_before || !agreement_after) return 0;
    return trouble(*agreement_before) - trouble(*agreement_after);
}

model::Verdict DecisionChange::verdict_before() const
{
    return before ? before->verdict : model::Verdict::none;
}
model::Verdict DecisionChange::verdict_after() const
{
    return after ? after->verdict : model::Verdict::none;
}

bool CaseChange::moved() const
{
    return mean_before && mean_after &&
           std::max(std::abs(mean_before->opportunity - mean_after->opportunity),
                    std::abs(mean_before->risk - mean_after->risk)) >= least_move;
}

bool CaseChange::other_quadrant() const
{
    auto const zone = [](Point at) {
        return quadrant_of(static_cast<model::Level>(std::lround(at.opportunity)),
                           static_cast<model::Level>(std::lround(at.risk)));
    };
    return moved() && zone(*mean_before) != zone(*mean_after);
}

bool CaseChange::changed() const
{
    return reworded || rank_before != rank_after || mean_before != mean_after ||
           !decisions.empty() || std::ranges::any_of(axes, [](AxisMove const& one) {
               return one.before.has_value() != one.after.has_value() || one.moved() ||
                      one.room_before != one.room_after ||
                      one.agreement_before != one.agreement_after;
           });
}

bool Comparison::weights_changed() const
{
    return std::ranges::any_of(axes, &AxisPair::weight_changed);
}
bool Comparison::convention_changed() const
{
    return convention_before.lambda_milli != convention_after.lambda_milli ||
           convention_before.mu_milli != convention_after.mu_milli;
}
int Comparison::moved() const { return count(cases, &CaseChange::moved); }
int Comparison::other_quadrant() const { return count(cases, &CaseChange::other_quadrant); }
int Comparison::ranks_changed() const
{
    return count(cases, [](CaseChange const& one) { return one.rank_before != one.rank_after; });
}
int Comparison::verdicts_changed() const
{
    return count(cases, [](CaseChange const& one) {
        return std::ranges::any_of(one.decisions, &DecisionChange::other_verdict);
    });
}
int Comparison::agreement_gained() const
{
    int total = 0;
    for (auto const& one : cases)
        total += count(one.axes, [](AxisMove const& move) { return move.agreement_gained() > 0; });
    return total;
}
int Comparison::agreement_lost() const
{
    int total = 0;
    for (auto const& one : cases)
        total += count(one.axes, [](AxisMove const& move) { return move.agreement_gained() < 0; });
    return total;
}
bool Comparison::nothing_changed() const
{
    return matching.gone.empty() && matching.fresh.empty() && matching.doubtful.empty() &&
           !weights_changed() && !convention_changed() && !other_reference && held_before.empty() &&
           held_after.empty() &&
           std::ranges::all_of(
               axes, [](AxisPair const& one) { return one.in_both() && !one.lines_moved; }) &&
           std::ranges::none_of(cases, &CaseChange::changed);
}
CaseChange const* Comparison::find(CaseId after) const
{
    auto const it =
        std::ranges::find_if(cases, [&](CaseChange const& one) { return one.pair.after == after; });
    return it == cases.end() ? nullptr : &*it;
}

std::vector<AxisPair> match_axes(Document const& before, Document const& after, Lineage lineage)
{
    auto olds = active_axes(before);
    std::vector<AxisPair> out;
    for (auto id : active_axes(after)) {
        auto const axis = model::get<model::Axis>(after, id);
        auto const title = base::fold(axis.title);
        auto const it = std::ranges::find_if(olds, [&](AxisId old) {
            return lineage == Lineage::one_session
                       ? old == id
                       : base::fold(model::get<model::Axis>(before, old).title) == title;
        });
        AxisPair pair{{}, id, 0, axis.weight_milli, false};
        if (it != olds.end()) {
            auto const was = model::get<model::Axis>(before, *it);
            pair.before = *it;
            pair.weight_before = was.weight_milli;
            pair.lines_moved =
                was.opportunity_line != axis.opportunity_line || was.risk_line != axis.risk_line;
            olds.erase(it);
        }
        out.push_back(pair);
    }
    for (auto id : olds)
        out.push_back({id, {}, model::get<model::Axis>(before, id).weight_milli, 0, false});
    return out;
}

Comparison compare(Document const& before, Document const& after, Lineage lineage,
                   std::span<AlikeAcross const> alike, std::span<PairAnswer const> answers)
{
    Side first(before), second(after);
    Comparison out;
    out.matching = match_cases(before, after, lineage, alike, answers);
    out.axes = match_axes(before, after, lineage);
    for (auto const& pair : out.axes)
        if (pair.in_both()) first.read_axis(*pair.before), second.read_axis(*pair.after);
    if (out.weights_changed()) {
        std::map<AxisId, int> weights;
        for (auto const& pair : out.axes)
            if (pair.before) weights[*pair.before] = pair.in_both() ? pair.weight_after : 0;
        first.weigh(weights);
    }
    for (auto const& one : out.matching.gone) out.gone_at.push_back(first.mean(one.on));
    for (auto const& one : out.matching.fresh) out.fresh_at.push_back(second.mean(one.on));
    for (auto const& pair : out.matching.pairs)
        out.cases.push_back(change_of(first, second, pair, out.axes));
    std::ranges::stable_sort(out.cases, {}, [](CaseChange const& one) {
        return one.rank_after.value_or(std::numeric_limits<int>::max());
    });
    compare_orders(out, first, second);
    out.convention_before = model::get<model::Convention>(before);
    out.convention_after = model::get<model::Convention>(after);
    out.reference_before = first.ranking.reference;
    out.reference_after = second.ranking.reference;
    compare_votes(out, before, after, lineage);
    return out;
}

} // namespace analysis
