#include "wording/comparison/comparison.h"

#include "wording/decisions.h"
#include "wording/estimates.h"
#include "wording/lists.h"
#include "wording/placements.h"
#include "wording/ranking.h"

#include <cmath>

namespace wording {
namespace {

using analysis::CaseChange;
using analysis::Point;
using i18n::Catalogue;
using model::CaseId;
using model::Document;

std::string point(Catalogue const& words, double level) { return words.decimal(level / 100.0, 1); }

std::string from_to(Catalogue const& words, std::string const& before, std::string const& after)
{
    return words.text("compare.from_to", before, after);
}

// "opportunité 6,8 → 7,2, risque 5,6"; an unchanged value is shown once.
std::string both_levels(Catalogue const& words, Point before, Point after)
{
    auto one = [&](double was, double is) {
        auto const a = point(words, was), b = point(words, is);
        return a == b ? b : from_to(words, a, b);
    };
    return words.text("compare.levels", one(before.opportunity, after.opportunity),
                      one(before.risk, after.risk));
}

Point at(analysis::Placed const& placed)
{
    return {static_cast<double>(placed.opportunity), static_cast<double>(placed.risk)};
}

analysis::Quadrant zone_of(Point mean)
{
    return analysis::quadrant_of(static_cast<model::Level>(std::lround(mean.opportunity)),
                                 static_cast<model::Level>(std::lround(mean.risk)));
}

std::string ranked(Catalogue const& words, std::optional<int> rank)
{
    return rank ? words.ordinal(*rank) : words.text("compare.unranked");
}

std::string axis_title(Document const& doc, model::AxisId id)
{
    auto const axis = model::get<model::Axis>(doc, id);
    return std::to_string(axis.place) + ". " + axis.title;
}

// The titles of `ids` as in lists.
std::vector<std::string> titles(Catalogue const& words, Document const& doc,
                                std::vector<CaseId> const& ids)
{
    std::vector<std::string> out;
    for (auto id : ids) out.push_back(titled(words, doc, id));
    return out;
}

Section moves(Catalogue const& words, Compared const& of)
{
    Section out{moved(words, of), {}};
    for (auto const& one : of.all.cases) {
        auto const mean = moved(words, one);
        std::vector<std::string> axes;
        for (auto const& move : one.axes)
            if (auto said = moved(words, of, move); !said.empty()) axes.push_back(std::move(said));
        if (mean.empty() && axes.empty()) continue;
        auto const title = titled(words, of, one);
        out.lines.push_back(mean.empty() ? title : words.text("compare.of_case", title, mean));
        for (auto const& said : axes) out.lines.push_back("  " + said);
    }
    return out;
}

Section orders(Catalogue const& words, Compared const& of)
{
    Section out{ranks(words, of), {}};
    for (auto const& one : of.all.cases)
        if (one.rank_before != one.rank_after)
            out.lines.push_back(
                words.text("compare.of_case", titled(words, of, one), rank_change(words, one)));
    auto among = [&](std::string_view key, Document const& doc, std::vector<CaseId> const& ids) {
        if (!ids.empty())
            out.lines.push_back(
                words.text(key, of.all.first, listed(words, titles(words, doc, ids))));
    };
    among("compare.entering", of.after, of.all.entering);
    among("compare.leaving", of.before, of.all.leaving);
    return out;
}

Section decided(Catalogue const& words, Compared const& of)
{
    Section out{verdicts(words, of), {}};
    for (auto const& one : of.all.cases)
        for (auto const& change : one.decisions)
            out.lines.push_back(
                words.text("compare.of_case", titled(words, of, one), decision(words, change)));
    return out;
}

Section agreements(Catalogue const& words, Compared const& of)
{
    Section out{agreement(words, of), {}};
    for (auto const& one : of.all.cases)
        for (auto const& move : one.axes)
            if (auto const said = agreement(words, move); !said.empty())
                out.lines.push_back(words.text(
                    "compare.agreement.line", titled(words, of, one),
                    model::get<model::Axis>(of.after, *of.all.axes.at(move.axis).after).place,
                    said));
    return out;
}

std::vector<std::string> vote_names(Catalogue const& words, Document const& doc,
                                    std::vector<model::RoundId> const& ids)
{
    std::vector<std::string> out;
    for (auto id : ids) out.push_back(vote(words, model::get<model::Round>(doc, id)));
    return out;
}

} // namespace

std::string moment(Catalogue const& words, Document const& doc, std::int64_t at_ms)
{
    auto title = model::get<model::Profile>(doc).title;
    if (title.empty()) title = words.text("review.start"); // before the first entry
    return at_ms == 0 ? title : words.text("compare.moment", title, words.date(at_ms));
}

std::string moment(Catalogue const& words, Document const& doc, std::int64_t at_ms,
                   std::uint64_t entry, std::uint64_t entries)
{
    auto said = moment(words, doc, at_ms);
    if (entry == entries) return said;
    return words.text("compare.at_entry", said, words.number(static_cast<std::int64_t>(entry)),
                      words.number(static_cast<std::int64_t>(entries)));
}

std::string common_cases(Catalogue const& words, Compared const& of)
{
    auto const count = [](auto const& list) { return static_cast<std::int64_t>(list.size()); };
    auto out = words.plural("compare.common", count(of.all.cases));
    if (!of.all.matching.fresh.empty())
        out += ", " + words.plural("compare.fresh", count(of.all.matching.fresh));
    if (!of.all.matching.gone.empty())
        out += ", " + words.plural("compare.gone", count(of.all.matching.gone));
    return out;
}

std::string moved(Catalogue const& words, Compared const& of)
{
    if (of.all.moved() == 0) return words.text("compare.moved.none");
    auto out = words.plural("compare.moved", of.all.moved());
    if (of.all.other_quadrant() == 0) return out;
    return out + words.plural("compare.moved.quadrant", of.all.other_quadrant());
}

std::string ranks(Catalogue const& words, Compared const& of)
{
    if (of.all.ranks_changed() == 0) return words.text("compare.ranks.none");
    auto out = words.plural("compare.ranks", of.all.ranks_changed());
    if (of.all.pairs == 0) return out;
    return words.text("compare.ranks.pairs", out, words.number(of.all.pairs),
                      words.number(of.all.pairs_swapped), of.all.pairs_swapped);
}

std::string verdicts(Catalogue const& words, Compared const& of)
{
    auto const changed = of.all.verdicts_changed();
    return changed == 0 ? words.text("compare.verdicts.none")
                        : words.plural("compare.verdicts", changed);
}

std::string agreement(Catalogue const& words, Compared const& of)
{
    auto const gained = of.all.agreement_gained(), lost = of.all.agreement_lost();
    if (gained == 0 && lost == 0) return {};
    return words.text("compare.agreement", gained, lost);
}

std::string titled(Catalogue const& words, Document const& doc, CaseId id)
{
    auto const one = model::get<model::Case>(doc, id);
    return words.text("compare.case", one.number, one.title);
}

std::string titled(Catalogue const& words, Compared const& of, CaseChange const& one)
{
    auto now = titled(words, of.after, one.pair.after);
    if (!one.reworded) return now;
    return words.text("compare.reworded", now,
                      model::get<model::Case>(of.before, one.pair.before).title);
}

std::string moved(Catalogue const& words, CaseChange const& one)
{
    if (!one.moved()) return {};
    auto said = both_levels(words, *one.mean_before, *one.mean_after);
    if (!one.other_quadrant()) return said;
    return words.text("compare.quadrants", said, quadrant(words, zone_of(*one.mean_before)),
                      quadrant(words, zone_of(*one.mean_after)));
}

std::string moved(Catalogue const& words, Compared const& of, analysis::AxisMove const& move)
{
    auto const& axes = of.all.axes.at(move.axis);
    auto const before = model::get<model::Axis>(of.before, *axes.before);
    auto const after = model::get<model::Axis>(of.after, *axes.after);
    auto on_axis = [&](std::string const& said) {
        return words.text("compare.on_axis", after.place, axis_name(after), said);
    };
    if (move.before && !move.after) return on_axis(words.text("compare.lifted"));
    if (!move.before && move.after)
        return on_axis(words.text("compare.placed", levels(words, at(*move.after))));
    if (!move.moved()) {
        if (move.before || !move.room_before || !move.room_after ||
            move.room_before == move.room_after)
            return {};
        return on_axis(
            words.text("compare.room", both_levels(words, *move.room_before, *move.room_after)));
    }
    auto said = both_levels(words, at(*move.before), at(*move.after));
    if (!move.other_quadrant()) return on_axis(said);
    return on_axis(words.text("compare.quadrants", said,
                              quadrant(words, before, move.before->quadrant),
                              quadrant(words, after, move.after->quadrant)));
}

std::string agreement(Catalogue const& words, analysis::AxisMove const& move)
{
    if (move.agreement_gained() == 0) return {};
    return from_to(words, agreement(words, *move.agreement_before),
                   agreement(words, *move.agreement_after));
}

std::string rank_change(Catalogue const& words, CaseChange const& one)
{
    return from_to(words, ranked(words, one.rank_before), ranked(words, one.rank_after));
}

std::string decision(Catalogue const& words, analysis::DecisionChange const& one)
{
    auto const* key =
        one.body == model::Body::committee ? "decide.committee.says" : "decide.workshop.says";
    auto const is = one.after.value_or(model::Decision{});
    auto const was = one.before.value_or(model::Decision{});
    if (one.other_verdict()) {
        auto const said = words.text(
            key, from_to(words, verdict(words, was.verdict), verdict(words, is.verdict)));
        return is.reason.empty() ? said : said + " · " + is.reason;
    }
    std::vector<std::string> parts;
    auto part = [&](std::string_view name, std::string const& before, std::string const& after) {
        if (before == after) return;
        auto const& nothing = words.text("compare.nothing");
        parts.push_back(words.text(name, from_to(words, before.empty() ? nothing : before,
                                                 after.empty() ? nothing : after)));
    };
    part("compare.reason", was.reason, is.reason);
    part("compare.owner", was.owner, is.owner);
    part("compare.review", words.month(was.review), words.month(is.review));
    part("compare.question", was.question, is.question);
    return words.text("compare.same_verdict", words.text(key, verdict(words, is.verdict)),
                      listed(words, parts));
}

std::string gone(Catalogue const& words, Compared const& of, analysis::Unpaired const& one)
{
    auto const said = titled(words, of.before, one.on);
    return one.other ? words.text("compare.merged", said, titled(words, of.after, one.other))
                     : said;
}

std::string fresh(Catalogue const& words, Compared const& of, analysis::Unpaired const& one)
{
    auto const said = titled(words, of.after, one.on);
    return one.other ? words.text("compare.parted", said, titled(words, of.after, one.other))
                     : said;
}

std::string doubt(Catalogue const& words, Compared const& of, analysis::AlikeAcross const& pair)
{
    return words.text("compare.doubt", words.percent(pair.thousandths / 1000.0),
                      titled(words, of.before, pair.before), titled(words, of.after, pair.after));
}

std::string matched(Catalogue const& words, analysis::CasePair const& pair)
{
    if (pair.by == analysis::MatchedBy::identity) return {};
    if (pair.by == analysis::MatchedBy::person) return words.text("compare.by.person");
    return words.text("compare.by.likeness", words.percent(pair.thousandths / 1000.0));
}

Section rules(Catalogue const& words, Compared const& of)
{
    Section out{words.text("compare.rules"), {}};
    auto& lines = out.lines;
    for (auto const& axes : of.all.axes) {
        if (!axes.after) {
            lines.push_back(words.text("compare.axis.gone", axis_title(of.before, *axes.before)));
        } else if (!axes.before) {
            lines.push_back(words.text("compare.axis.fresh", axis_title(of.after, *axes.after)));
        } else {
            auto const title = axis_title(of.after, *axes.after);
            if (axes.weight_changed())
                lines.push_back(words.text("compare.weight", title,
                                           from_to(words, factor(words, axes.weight_before),
                                                   factor(words, axes.weight_after))));
            if (axes.lines_moved) lines.push_back(words.text("compare.lines", title));
        }
    }
    if (of.all.convention_changed()) {
        auto const one = [&](model::Convention const& said) {
            return words.text("compare.convention.one", factor(words, said.lambda_milli),
                              factor(words, said.mu_milli));
        };
        lines.push_back(
            words.text("compare.convention", from_to(words, one(of.all.convention_before),
                                                     one(of.all.convention_after))));
    }
    if (of.all.other_reference) {
        auto const one = [&](Document const& doc, std::optional<model::RoundId> id) {
            return id ? vote(words, model::get<model::Round>(doc, *id))
                      : words.text("compare.no_vote");
        };
        lines.push_back(
            words.text("compare.reference", from_to(words, one(of.before, of.all.reference_before),
                                                    one(of.after, of.all.reference_after))));
    }
    auto held = [&](std::string_view key, Document const& doc, auto const& ids) {
        if (!ids.empty())
            lines.push_back(words.text(key, listed(words, vote_names(words, doc, ids))));
    };
    held("compare.held.before", of.before, of.all.held_before);
    held("compare.held.after", of.after, of.all.held_after);
    return out;
}

std::vector<Section> sections(Catalogue const& words, Compared const& of)
{
    std::vector<Section> out;
    auto const& matching = of.all.matching;
    Section doubts{
        words.plural("compare.doubts", static_cast<std::int64_t>(matching.doubtful.size())), {}};
    for (auto const& one : matching.doubtful) doubts.lines.push_back(doubt(words, of, one));
    Section fresh_ones{words.text("compare.fresh.title"), {}};
    for (auto const& one : matching.fresh) fresh_ones.lines.push_back(fresh(words, of, one));
    Section gone_ones{words.text("compare.gone.title"), {}};
    for (auto const& one : matching.gone) gone_ones.lines.push_back(gone(words, of, one));
    Section by_likeness{words.text("compare.by.title"), {}};
    for (auto const& one : of.all.cases)
        if (auto const how = matched(words, one.pair); !how.empty())
            by_likeness.lines.push_back(words.text("compare.of_case", titled(words, of, one), how));
    for (auto& section : {doubts, fresh_ones, gone_ones, moves(words, of), orders(words, of),
                          decided(words, of), agreements(words, of), rules(words, of), by_likeness})
        if (!section.lines.empty()) out.push_back(section);
    return out;
}

} // namespace wording
