#include "wording/story.h"

#include "base/text.h"
#include "wording/amounts.h"
#include "wording/decisions.h"
#include "wording/guard_rails.h"
#include "wording/lists.h"
#include "wording/placements.h"
#include "wording/ranking.h"
#include "wording/sessions.h"
#include "wording/times.h"
#include "wording/votes/results.h"

#include <algorithm>
#include <utility>

namespace wording {
namespace {

using i18n::Catalogue;
using story::Named;

constexpr std::size_t most_numbers = 12; // numbers of cases in one sentence
constexpr std::size_t title_most = 60;   // characters of a title in a sentence

std::string numbers(Catalogue const& words, std::vector<Named> const& cases)
{
    std::vector<std::string> out;
    for (auto const& one : cases) out.push_back(std::to_string(one.number));
    return listed(words, out);
}

std::string case_of(Catalogue const& words, Named const& on)
{
    return words.text("story.case", on.number, base::truncated(on.title, title_most));
}

std::string case_short(Catalogue const& words, Named const& on)
{
    return words.text("story.case.short", on.number);
}

// "… du comité" where it is a round of the committee.
std::string by_body(Catalogue const& words, std::string const& said, story::Vote const& vote)
{
    return vote.body == model::Body::committee ? words.text("story.of_committee", said) : said;
}

// A vote at the start of a sentence.
std::string vote_of(Catalogue const& words, story::Vote const& vote)
{
    auto const* key =
        vote.method == model::Method::estimate ? "story.round.begins" : "story.vote.begins";
    return by_body(words, words.text(key, vote.number), vote);
}

// One function per kind of event, for its sentence.
struct Says {
    Catalogue const& words;
    enum class Length { whole, few_words } length;

    [[nodiscard]] bool brief() const { return length == Length::few_words; }
    [[nodiscard]] std::string on(Named const& one) const
    {
        return brief() ? case_short(words, one) : case_of(words, one);
    }
    [[nodiscard]] static std::string title(std::string const& text)
    {
        return base::truncated(text, title_most);
    }

    std::string operator()(story::Begun const& e) const
    {
        return words.text(e.before ? "story.renamed" : "story.begun", title(e.title));
    }
    std::string operator()(story::Walked const& e) const
    {
        return words.text("story.walked", words.text("step." + std::string(base::name_of(e.to))));
    }
    std::string operator()(story::Added const& e) const
    {
        if (e.cases.size() != 1)
            return words.plural("story.added.many", static_cast<std::int64_t>(e.cases.size()));
        auto const& one = e.cases.front();
        if (brief() || one.proposer.empty()) return words.text("story.added", on(one.on));
        return words.text("story.added.by", on(one.on), one.proposer);
    }
    std::string operator()(story::Edited const& e) const
    {
        if (brief()) return words.text("story.edited.short", on(e.on));
        if (e.title_before != e.on.title)
            return words.text("story.retitled", e.on.number, title(e.title_before),
                              title(e.on.title));
        std::vector<std::string> fields;
        for (auto const& field : e.fields) fields.push_back(words.text("story.field." + field));
        return words.text("story.edited", on(e.on), listed(words, fields), fields.size());
    }
    std::string operator()(story::Removed const& e) const
    {
        return words.text("story.removed", the_cases(words, e.cases), e.cases.size());
    }
    std::string operator()(story::Merged const& e) const
    {
        return words.text("story.merged", numbers(words, e.from), e.from.size(), on(e.into));
    }
    std::string operator()(story::Split const& e) const
    {
        return words.text("story.split", numbers(words, e.cases), e.cases.size(), on(e.from));
    }
    std::string operator()(story::Polled const& e) const
    {
        using To = story::Polled::To;
        auto const of = vote_of(words, e.vote);
        switch (e.to) {
        case To::opened:
            if (brief()) return words.text("story.opened.short", of);
            if (e.vote.question.empty()) // a round of estimates asks none
                return words.text("story.opened.unasked", of, words.plural("story.cases", e.cases));
            return words.text("story.opened", of, title(e.vote.question),
                              words.plural("story.cases", e.cases));
        case To::closed: return words.text("story.closed", of, cast(words, e.ballots, e.by_hand));
        case To::revealed: return words.text("story.revealed", of);
        case To::reopened: return words.text("story.reopened", of);
        case To::dropped: break;
        }
        return words.text("story.dropped", of);
    }
    std::string operator()(story::TieCut const& e) const
    {
        auto const of = vote_of(words, e.vote);
        auto const rank = words.ordinal(e.rank);
        if (e.order.empty()) return words.text("story.tie.back", of, rank);
        return words.text("story.tie", of, rank, numbers(words, e.order));
    }
    std::string operator()(story::Placed const& e) const
    {
        auto const count = static_cast<std::int64_t>(e.where.size());
        if (count != 1) return words.plural("story.placed.many", count);
        auto const& one = e.where.front();
        if (!one.after) return words.text("story.unplaced", on(one.on), one.axis.place);
        if (brief()) return words.text("story.placed.short", on(one.on), one.axis.place);
        auto const at = levels(words, one.after->opportunity, one.after->risk);
        auto const* key = one.before ? "story.moved" : "story.placed";
        return words.text(key, on(one.on), one.axis.place, at);
    }
    std::string operator()(story::Decided const& e) const
    {
        bool const committee = e.body == model::Body::committee;
        auto const is = verdict(words, e.after.verdict), was = verdict(words, e.before.verdict);
        if (e.before.verdict == e.after.verdict && e.before.question != e.after.question)
            return words.text(e.after.question.empty() ? "story.asked.no_more"
                              : committee              ? "story.asked.committee"
                                                       : "story.asked",
                              on(e.on));
        if (e.before.verdict == e.after.verdict)
            return words.text(committee ? "story.decided.text.committee" : "story.decided.text",
                              on(e.on), is);
        auto said =
            words.text(committee ? "story.decided.committee" : "story.decided", on(e.on), is);
        if (brief() || e.before.verdict == model::Verdict::none) return said;
        return words.text("story.decided.before", said, was);
    }
    std::string operator()(story::Weighed const& e) const
    {
        std::vector<std::string> parts;
        auto changed = [&](char const* key, int was, int is) {
            if (was != is) parts.push_back(words.text(key, factor(words, was), factor(words, is)));
        };
        if (brief()) return words.text("story.weighed.short");
        for (auto const& one : e.weights)
            parts.push_back(words.text("story.weight", one.axis.place, factor(words, one.before),
                                       factor(words, one.after)));
        changed("story.lambda", e.before.lambda_milli, e.after.lambda_milli);
        changed("story.mu", e.before.mu_milli, e.after.mu_milli);
        if (e.chosen)
            parts.push_back(e.counts ? words.text("story.counts", the_vote(words, *e.counts))
                                     : words.text("story.counts.last"));
        if (parts.empty()) return words.text("story.weighed.axes");
        return words.text("story.weighed", listed(words, parts));
    }
    std::string operator()(story::Budgeted const& e) const
    {
        if (e.after.money == 0) return words.text("story.budget.none");
        return words.text("story.budget", amount(words, e.after.money));
    }
    std::string operator()(story::Redacted const& e) const
    {
        return words.text("story.redacted", erased(words, e.after.erased - e.before.erased));
    }
    std::string operator()(story::AxisChanged const& e) const
    {
        using To = story::AxisChanged::To;
        auto said = [&](char const* key) {
            return words.text(key, e.axis.place, title(e.axis.title));
        };
        switch (e.to) {
        case To::added: return said("story.axis.added");
        case To::retired: return said("story.axis.retired");
        case To::restored: return said("story.axis.restored");
        case To::reworded: break;
        }
        return said("story.axis.reworded");
    }
    std::string operator()(story::Answered const& e) const
    {
        auto answer = reply(words, e.after.reply);
        if (!e.after.who.empty() || !e.after.when.empty())
            answer += " (" + who_and_when(words, e.after) + ")";
        if (brief()) return words.text("story.answered.short", on(e.on), answer);
        return words.text("story.answered", on(e.on), e.question, answer);
    }
};

std::string said(Catalogue const& words, story::Event const& event, Says::Length length)
{
    auto text = std::visit(Says{words, length}, event.what);
    switch (event.kind) {
    case journal::Kind::undo: return words.text("story.undone", text);
    case journal::Kind::redo: return words.text("story.redone", text);
    default: return text;
    }
}

// The lines below a sentence.
struct Lines {
    Catalogue const& words;
    std::size_t most;
    std::vector<std::string> out = {};

    void add(std::string line)
    {
        if (!line.empty()) out.push_back(std::move(line));
    }
    template <class T, class Line>
    void first(std::vector<T> const& all, char const* rest, Line&& line)
    {
        auto const shown = std::min(all.size(), most);
        for (std::size_t i = 0; i < shown; ++i) add(line(all[i]));
        if (all.size() > shown)
            add(words.plural(rest, static_cast<std::int64_t>(all.size() - shown)));
    }

    template <class T>
    void operator()(T const& /*says all in its sentence*/)
    {
    }
    void operator()(story::Added const& e)
    {
        if (e.cases.size() < 2) return;
        first(e.cases, "story.more.cases", [&](story::Added::One const& one) {
            auto const said = numbered(words, one.on);
            return one.proposer.empty() ? said : words.text("story.by", said, one.proposer);
        });
    }
    void operator()(story::Removed const& e)
    {
        if (e.cases.size() > 1)
            first(e.cases, "story.more.cases",
                  [&](Named const& on) { return numbered(words, on); });
    }
    void operator()(story::Merged const& e)
    {
        first(e.from, "story.more.cases", [&](Named const& on) { return numbered(words, on); });
    }
    void operator()(story::TieCut const& e)
    {
        if (e.order.empty()) return;
        add(words.text("story.tie." + std::string(base::name_of(e.by))));
        add(e.reason);
    }
    void operator()(story::Placed const& e)
    {
        if (e.where.size() == 1)
            return add(e.where.front().after ? e.where.front().after->reason : std::string{});
        first(e.where, "story.more.places", [&](story::Placed::One const& one) {
            if (!one.after)
                return words.text("story.unplaced", numbered(words, one.on), one.axis.place);
            return words.text("story.placed", numbered(words, one.on), one.axis.place,
                              levels(words, one.after->opportunity, one.after->risk));
        });
    }
    void operator()(story::Decided const& e)
    {
        if (!e.after.question.empty()) add(asked(words, e.body, e.after.question));
        add(e.after.reason);
        if (!e.after.owner.empty() && !e.after.review.empty())
            add(words.text("story.owner.review", e.after.owner, day(words, e.after.review)));
        else if (!e.after.owner.empty())
            add(words.text("story.owner", e.after.owner));
        else if (!e.after.review.empty())
            add(words.text("story.review", day(words, e.after.review)));
        bool const launches = e.after.verdict == model::Verdict::launch ||
                              e.after.verdict == model::Verdict::safeguards;
        if (launches && e.open_questions > 0) add(words.plural("story.open", e.open_questions));
        if (e.body == model::Body::committee && e.workshop != model::Verdict::none &&
            e.after.verdict != model::Verdict::none && e.workshop != e.after.verdict)
            add(words.text("story.reverses", verdict(words, e.workshop)));
    }
    void operator()(story::Weighed const& e)
    {
        if (e.moves.empty()) return add(words.text("story.moves.none"));
        first(e.moves, "story.more.moves",
              [&](story::RankMove const& move) { return moved(words, move); });
    }
};

} // namespace

std::string told(Catalogue const& words, story::Event const& event)
{
    return said(words, event, Says::Length::whole);
}

std::string told_short(Catalogue const& words, story::Event const& event)
{
    return said(words, event, Says::Length::few_words);
}

std::vector<std::string> details(Catalogue const& words, story::Event const& event,
                                 std::size_t most)
{
    Lines lines{words, most};
    std::visit(lines, event.what);
    return std::move(lines.out);
}

std::string moved(Catalogue const& words, story::RankMove const& move)
{
    auto const on = numbered(words, move.on);
    if (move.before == 0) return words.text("story.rank.in", on, words.ordinal(move.after));
    if (move.after == 0) return words.text("story.rank.out", on, words.ordinal(move.before));
    return words.text("story.rank", on, words.ordinal(move.before), words.ordinal(move.after));
}

std::string numbered(Catalogue const& words, Named const& on)
{
    return words.text("story.numbered", on.number, base::truncated(on.title, title_most));
}

std::string the_cases(Catalogue const& words, std::vector<Named> const& cases)
{
    if (cases.size() == 1)
        return words.text("story.the_case", cases.front().number,
                          base::truncated(cases.front().title, title_most));
    if (cases.size() > most_numbers)
        return words.plural("story.cases", static_cast<std::int64_t>(cases.size()));
    return words.text("story.the_cases", numbers(words, cases));
}

std::string the_vote(Catalogue const& words, story::Vote const& vote)
{
    auto const* key = vote.method == model::Method::estimate ? "story.round" : "story.vote";
    return by_body(words, words.text(key, vote.number), vote);
}

std::string reverted(Catalogue const& words, journal::Kind kind, std::string const& label,
                     std::vector<story::Event> const& events)
{
    if (events.empty())
        return words.text(kind == journal::Kind::redo ? "reverted.redone" : "reverted.undone",
                          words.text("reverted." + label));
    auto first = told(words, events.front());
    if (events.size() == 1) return first;
    return first + words.text("reverted.others", events.size() - 1);
}

std::string moment(Catalogue const& words, std::int64_t at_ms, std::int64_t beside_ms)
{
    auto const date = words.date(at_ms), time = words.time(at_ms);
    return date == words.date(beside_ms) ? time : words.text("story.moment", date, time);
}

std::string edited_since(Catalogue const& words, std::vector<Named> const& cases)
{
    if (cases.empty()) return {};
    return words.text("story.edited_since", numbers(words, cases), cases.size());
}

} // namespace wording
