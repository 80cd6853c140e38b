#include "edit/plan.h"
#include "model/follow.h"

#include <algorithm>

namespace edit {
namespace {

constexpr int headcount_max = 10'000;
constexpr int milli_max = 10'000;

} // namespace

Result<Changes> plan_one(Document const& doc, StartSession const& c)
{
    if (model::find<model::Profile>(doc, {})) return fail(Errc::conflict, "session.started");
    if (c.profile.title.empty()) return fail(Errc::invalid, "session.title");
    Changes out;
    model::put<model::Profile>(out, doc, {}, c.profile);
    int place = model::next_place(doc) - 1;
    for (auto const& [id, axis] : c.axes) {
        if (!id || axis.title.empty()) return fail(Errc::invalid, "axis.title");
        auto made = axis;
        made.place = ++place;
        model::put<model::Axis>(out, doc, id, std::move(made));
    }
    for (auto const& [id, question] : c.questions) {
        if (auto ok = check_question(id, question); !ok) return fail(ok.error());
        model::put<model::Question>(out, doc, id, question);
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, RestoreSession const& c)
{
    if (!(doc == Document{})) return fail(Errc::conflict, "session.started");
    Document made;
    if (auto ok = model::follow(made, c.records); !ok) return fail(ok.error());
    if (!model::find<model::Profile>(made, {})) return fail(Errc::invalid, "session.title");
    return c.records;
}

Result<Changes> plan_one(Document const& doc, SetTitle const& c)
{
    if (c.title.empty() || c.title.size() > text_max) return fail(Errc::invalid, "session.title");
    auto profile = model::get<model::Profile>(doc);
    profile.title = c.title;
    Changes out;
    model::put<model::Profile>(out, doc, {}, profile);
    return out;
}

Result<Changes> plan_one(Document const& doc, SetStep const& c)
{
    Changes out;
    model::put<model::Stage>(out, doc, {}, model::Stage{c.step});
    return out;
}

Result<Changes> plan_one(Document const& doc, SetPrompt const& c)
{
    if (c.prompt.question.size() > text_max || c.prompt.instruction.size() > text_max)
        return fail(Errc::invalid, "prompt.length");
    Changes out;
    if (c.prompt == model::Prompt{})
        model::drop<model::Prompt>(out, doc, c.step);
    else
        model::put<model::Prompt>(out, doc, c.step, c.prompt);
    return out;
}

Result<Changes> plan_one(Document const& doc, SetNotice const& c)
{
    bool fits = true;
    model::Notice::fields(c.notice, [&](char const*, std::string const& text) {
        fits = fits && text.size() <= text_max;
    });
    if (!fits) return fail(Errc::invalid, "notice.length");
    Changes out;
    if (c.notice == model::Notice{})
        model::drop<model::Notice>(out, doc, c.language);
    else
        model::put<model::Notice>(out, doc, c.language, c.notice);
    return out;
}

Result<Changes> plan_one(Document const& doc, SetTimer const& c)
{
    if (c.timer.end_ms < c.timer.start_ms || c.timer.paused_left_ms < 0)
        return fail(Errc::invalid, "timer.end");
    Changes out;
    model::put<model::Timer>(out, doc, {}, c.timer);
    return out;
}

Result<Changes> plan_one(Document const& doc, SetHeadcount const& c)
{
    if (c.headcount < 0 || c.headcount > headcount_max)
        return fail(Errc::invalid, "room.headcount");
    Changes out;
    auto const& rounds = model::table<model::Round>(doc);
    auto const state_of = [&](model::RoundId id) {
        return model::get<model::RoundStatus>(doc, id).state;
    };
    // while the committee votes, the number is that of the committee
    auto body = model::Body::workshop;
    for (auto const& [id, round] : rounds)
        if (state_of(id) == model::RoundState::open) body = round.body;
    if (body == model::Body::workshop)
        model::put<model::Room>(out, doc, {}, model::Room{c.headcount});
    for (auto const& [id, round] : rounds) {
        auto const state = state_of(id);
        if (round.body != body) continue;
        if (state != model::RoundState::setup && state != model::RoundState::open) continue;
        auto told = round;
        told.headcount = c.headcount;
        model::put<model::Round>(out, doc, id, std::move(told));
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, SetConvention const& c)
{
    auto in_range = [](int milli) { return milli >= 0 && milli <= milli_max; };
    if (!in_range(c.convention.lambda_milli) || !in_range(c.convention.mu_milli))
        return fail(Errc::invalid, "convention.range");
    auto out = plan_one(doc, WeighAxes{c.weights});
    if (out) model::put<model::Convention>(*out, doc, {}, c.convention);
    return out;
}

Result<Changes> plan_one(Document const& doc, NoteRedaction const& c)
{
    auto const& said = c.redaction;
    auto const was = model::get<model::Redaction>(doc);
    auto const more = said.erased - was.erased;
    bool const grows = more.proposers >= 0 && more.names >= 0 && more.free_text >= 0 &&
                       more.wording >= 0 && more.total() > 0;
    if (!grows || std::ranges::find(model::erased_words, said.word) == model::erased_words.end())
        return fail(Errc::invalid, "redact.record");
    Changes out;
    model::put<model::Redaction>(out, doc, {}, said);
    return out;
}

Result<Changes> plan_one(Document const& doc, SetBudget const& c)
{
    using model::Rule;
    auto const& b = c.budget;
    if (b.money < 0 || b.money > money_max) return fail(Errc::invalid, "budget.money");
    bool const known = b.rule == Rule::greedy || b.rule == Rule::greedy_no_skip ||
                       b.rule == Rule::knapsack || b.rule == Rule::equal_shares;
    if (!known) return fail(Errc::invalid, "budget.rule");
    Changes out;
    if (b == model::Budget{})
        model::drop<model::Budget>(out, doc, {});
    else
        model::put<model::Budget>(out, doc, {}, b);
    return out;
}

} // namespace edit
