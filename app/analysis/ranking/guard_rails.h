#pragma once

#include "model/document.h"

#include <array>
#include <string_view>
#include <vector>

namespace analysis {

// A guard-rail question as it stands for one case. A question, never a verdict: it is open while
// nobody answered it, or the answer is no.
struct AskedQuestion {
    model::QuestionId id;
    model::Question question;
    model::GuardAnswer answer;
    [[nodiscard]] bool open() const;
};

// The questions in use that come up for a case, by number.
std::vector<AskedQuestion> questions_of(model::Document const& doc, model::CaseId on);

// Those of them that are shown where a case is placed on `axis`: of the same subject.
std::vector<AskedQuestion> questions_on(model::Document const& doc, model::CaseId on,
                                        model::AxisId axis);

// How many questions of a case are open.
int open_questions(model::Document const& doc, model::CaseId on);

// What the records of a case say that whoever reads a decision on it has to know. Facts, in the
// words of the room: none of them refuses anything.
enum class Notice {
    prohibited,   // the room marked it as a practice that the AI Act prohibits (article 5)
    data_risk,    // placed at a risk of `top_risk` or more on an axis of data protection
    law_unplaced, // not placed on every axis of law, responsibility and data
    data_unknown, // nobody said whether it uses personal data
    open,         // questions are open
    no_reason     // decided without a reason
};

// Of a decision to launch, with safeguards or not; of any other decision, only that it has no
// reason. Nothing where nothing is decided.
std::vector<Notice> notices_of(model::Document const& doc, model::DecisionKey const& key);

// Why a reason is asked for before `verdict` is noted: it launches while a question is open, or the
// committee decides otherwise than the workshop did.
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
