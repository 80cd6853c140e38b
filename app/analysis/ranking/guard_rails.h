#pragma once

#include "model/document.h"

#include <array>
#include <string_view>
#include <vector>

namespace analysis {

// A guard-rail question for one case. It is open while unanswered or answered "no"; it has no
// verdict.
struct AskedQuestion {
    model::QuestionId id;
    model::Question question;
    model::GuardAnswer answer;
    [[nodiscard]] bool open() const;
};

// The active questions that apply to a case, by number.
std::vector<AskedQuestion> questions_of(model::Document const& doc, model::CaseId on);

// Those shown where a case is placed on `axis`: with the same subject.
std::vector<AskedQuestion> questions_on(model::Document const& doc, model::CaseId on,
                                        model::AxisId axis);

// The number of open questions of a case.
int open_questions(model::Document const& doc, model::CaseId on);

// Whether the session is about artificial intelligence: a question asks for the level of the AI
// Act, or somebody recorded one. Others do not say that the level is unknown.
bool asks_for_levels(model::Document const& doc);

// Facts that a reader of a decision needs to know. None of them forbids the decision.
enum class Notice {
    prohibited,   // marked as a practice prohibited by the AI Act (article 5)
    data_risk,    // placed at a risk of `top_risk` or more on an axis of data protection
    law_unplaced, // not placed on all axes of law, responsibility and data
    data_unknown, // use of personal data unknown
    open,         // questions are open
    no_reason     // the decision has no reason
};

// For a decision to launch, with safeguards or not: all that apply; for any other: only no_reason.
// Empty where there is no decision.
std::vector<Notice> notices_of(model::Document const& doc, model::DecisionKey const& key);

// Why a reason is requested before `verdict` is recorded: it launches with open questions, or the
// committee reverses the workshop.
enum class AsksReason { no, open_questions, reverses };
AsksReason asks_reason(model::Document const& doc, model::DecisionKey const& key,
                       model::Verdict verdict);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Notice> {
    static constexpr std::array<std::string_view, 6> list{
        "prohibited", "data-risk", "law-unplaced", "data-unknown", "open-questions", "no-reason"};
};
} // namespace base
