#include "ui/screens/compare/compare_work.h"

#include <chrono>
#include <utility>

namespace ui {

CompareWork::Found CompareWork::answer(Question question)
{
    auto out = std::make_shared<ComparedSessions>();
    out->lineage = question.lineage;
    out->alike = question.known
                     ? question.known->alike
                     : analysis::alike_across(question.before, question.after, question.lineage);
    out->all = analysis::compare(question.before, question.after, question.lineage, out->alike,
                                 question.answers);
    out->before = std::move(question.before);
    out->after = std::move(question.after);
    return out;
}

void CompareWork::refresh(Ui& ui)
{
    constexpr double look_again_s = 0.05;
    if (running_.valid() &&
        running_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto came = running_.get();
        if (!std::exchange(stale_, false) && !next_) found_ = std::move(came);
        ui.keep_drawing(look_again_s);
    }
    if (!running_.valid() && next_) {
        running_ = std::async(std::launch::async, &CompareWork::answer, std::move(*next_));
        next_.reset();
    }
    if (running_.valid()) ui.keep_drawing(look_again_s);
}

} // namespace ui
