#include "analysis/ranking/guard_rails.h"

#include "analysis/common/in_use.h"
#include "analysis/estimates/placements.h"

#include <algorithm>

namespace analysis {
namespace {

using model::AiAct;
using model::AskedOf;

bool comes_up(AskedOf of, model::Case const& text)
{
    switch (of) {
    case AskedOf::every: return true;
    case AskedOf::personal_data: return text.personal_data == model::Answer::yes;
    case AskedOf::limited: return text.ai_act == AiAct::limited;
    case AskedOf::high: return text.ai_act == AiAct::high;
    case AskedOf::prohibited: return text.ai_act == AiAct::prohibited;
    }
    return false;
}

bool guarded(model::Subject subject)
{
    return subject == model::Subject::law || subject == model::Subject::responsibility ||
           subject == model::Subject::data;
}

bool launches(model::Verdict verdict)
{
    return verdict == model::Verdict::launch || verdict == model::Verdict::safeguards;
}

} // namespace

bool AskedQuestion::open() const
{
    return answer.reply == model::Reply::none || answer.reply == model::Reply::no;
}

std::vector<AskedQuestion> questions_of(model::Document const& doc, model::CaseId on)
{
    std::vector<AskedQuestion> out;
    auto const* text = model::find<model::Case>(doc, on);
    if (!text) return out;
    for (auto const& [id, question] : model::table<model::Question>(doc))
        if (question.state == model::QuestionState::active && comes_up(question.of, *text))
            out.push_back({id, question, model::get<model::GuardAnswer>(doc, {on, id})});
    std::ranges::stable_sort(out, {}, [](auto const& one) { return one.question.number; });
    return out;
}

std::vector<AskedQuestion> questions_on(model::Document const& doc, model::CaseId on,
                                        model::AxisId axis)
{
    auto const subject = model::get<model::Axis>(doc, axis).subject;
    if (!guarded(subject)) return {};
    auto out = questions_of(doc, on);
    std::erase_if(out, [&](auto const& one) { return one.question.subject != subject; });
    return out;
}

bool asks_for_levels(model::Document const& doc)
{
    using model::AskedOf;
    auto const by_level = [](auto const& one) {
        auto const of = one.second.of;
        return of == AskedOf::limited || of == AskedOf::high || of == AskedOf::prohibited;
    };
    auto const noted = [](auto const& one) { return one.second.ai_act != model::AiAct::unknown; };
    return std::ranges::any_of(model::table<model::Question>(doc), by_level) ||
           std::ranges::any_of(model::table<model::Case>(doc), noted);
}

int open_questions(model::Document const& doc, model::CaseId on)
{
    return static_cast<int>(std::ranges::count_if(questions_of(doc, on), &AskedQuestion::open));
}

std::vector<Notice> notices_of(model::Document const& doc, model::DecisionKey const& key)
{
    std::vector<Notice> out;
    auto const decision = model::get<model::Decision>(doc, key);
    if (decision.verdict == model::Verdict::none) return out;
    auto const text = model::get<model::Case>(doc, key.on);
    if (launches(decision.verdict)) {
        bool risky = false, unplaced = false;
        for (auto axis : active_axes(doc)) {
            auto const subject = model::get<model::Axis>(doc, axis).subject;
            if (!guarded(subject)) continue;
            auto const* placed = model::find<model::Placement>(doc, {axis, key.on});
            unplaced |= !placed;
            risky |= placed && subject == model::Subject::data && placed->risk >= top_risk;
        }
        if (text.ai_act == AiAct::prohibited) out.push_back(Notice::prohibited);
        if (risky) out.push_back(Notice::data_risk);
        if (unplaced) out.push_back(Notice::law_unplaced);
        if (text.personal_data == model::Answer::unknown) out.push_back(Notice::data_unknown);
        if (open_questions(doc, key.on) > 0) out.push_back(Notice::open);
    }
    if (decision.reason.empty()) out.push_back(Notice::no_reason);
    return out;
}

AsksReason asks_reason(model::Document const& doc, model::DecisionKey const& key,
                       model::Verdict verdict)
{
    using model::Verdict;
    if (verdict == Verdict::none) return AsksReason::no;
    auto const workshop = model::get<model::Decision>(doc, {key.on, model::Body::workshop}).verdict;
    if (key.body == model::Body::committee && workshop != Verdict::none && workshop != verdict)
        return AsksReason::reverses;
    bool const open = verdict == Verdict::launch && open_questions(doc, key.on) > 0;
    return open ? AsksReason::open_questions : AsksReason::no;
}

} // namespace analysis
