#include "edit/plan.h"

#include <algorithm>
#include <set>

// Guard-rail questions and their answers.
namespace edit {
namespace {

using model::Question;
using model::QuestionId;
using model::QuestionState;

std::vector<QuestionId> questions_in_use(Document const& doc)
{
    std::vector<std::pair<int, QuestionId>> numbered;
    for (auto const& [id, question] : model::table<Question>(doc))
        if (question.state == QuestionState::active) numbered.emplace_back(question.number, id);
    std::ranges::sort(numbered);
    std::vector<QuestionId> out;
    for (auto const& [number, id] : numbered) out.push_back(id);
    return out;
}

int after_the_others(Document const& doc)
{
    int last = 0;
    for (auto const& [id, question] : model::table<Question>(doc))
        if (question.state == QuestionState::active) last = std::max(last, question.number);
    return last + 1;
}

Result<Changes> turned(Document const& doc, QuestionId id, QuestionState to)
{
    auto const* now = model::find<Question>(doc, id);
    if (!now) return fail(Errc::not_found, "question");
    if (now->state == to) return Changes{};
    auto question = *now;
    question.state = to;
    if (to == QuestionState::active) question.number = after_the_others(doc);
    Changes out;
    model::put<Question>(out, doc, id, std::move(question));
    return out;
}

} // namespace

Result<void> check_question(QuestionId id, Question const& question)
{
    if (!id) return fail(Errc::invalid, "question.id");
    if (question.text.empty() || question.text.size() > text_max)
        return fail(Errc::invalid, "question.text");
    return {};
}

Result<Changes> plan_one(Document const& doc, AdoptQuestions const& c)
{
    Changes out;
    if (!model::table<Question>(doc).empty()) return out;
    std::set<QuestionId> seen;
    for (auto const& [id, question] : c.questions) {
        if (auto ok = check_question(id, question); !ok) return fail(ok.error());
        if (!seen.insert(id).second) return fail(Errc::invalid, "question.id");
        model::put<Question>(out, doc, id, question);
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, SetQuestion const& c)
{
    if (auto ok = check_question(c.id, c.question); !ok) return fail(ok.error());
    auto question = c.question;
    if (auto const* now = model::find<Question>(doc, c.id)) {
        question.number = now->number;
        question.state = now->state;
    } else {
        question.number = after_the_others(doc);
        question.state = QuestionState::active;
    }
    Changes out;
    model::put<Question>(out, doc, c.id, std::move(question));
    return out;
}

Result<Changes> plan_one(Document const& doc, ArrangeQuestions const& c)
{
    auto const now = questions_in_use(doc);
    std::set<QuestionId> const asked(c.order.begin(), c.order.end());
    if (asked != std::set<QuestionId>(now.begin(), now.end()) || asked.size() != c.order.size())
        return fail(Errc::invalid, "question.order");
    Changes out;
    int next = 1;
    for (auto id : c.order) {
        auto question = model::get<Question>(doc, id);
        question.number = next++;
        model::put<Question>(out, doc, id, std::move(question));
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, RetireQuestion const& c)
{
    return turned(doc, c.id, QuestionState::retired);
}

Result<Changes> plan_one(Document const& doc, RestoreQuestion const& c)
{
    return turned(doc, c.id, QuestionState::active);
}

Result<Changes> plan_one(Document const& doc, AnswerQuestion const& c)
{
    if (!model::find<model::Case>(doc, c.key.on)) return fail(Errc::not_found, "case");
    if (!model::find<Question>(doc, c.key.question)) return fail(Errc::not_found, "question");
    if (c.answer.who.size() > text_max || c.answer.when.size() > text_max)
        return fail(Errc::invalid, "question.answer");
    Changes out;
    if (c.answer == model::GuardAnswer{})
        model::drop<model::GuardAnswer>(out, doc, c.key);
    else
        model::put<model::GuardAnswer>(out, doc, c.key, c.answer);
    return out;
}

} // namespace edit
