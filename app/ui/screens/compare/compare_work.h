#pragma once

#include "analysis/comparison/comparison.h"
#include "ui/kit/ui.h"
#include "wording/comparison/comparison.h"

#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

// Two sessions and their comparison.
struct ComparedSessions {
    model::Document before, after;
    analysis::Lineage lineage = analysis::Lineage::strangers;
    std::vector<analysis::AlikeAcross> alike;
    analysis::Comparison all;

    [[nodiscard]] wording::Compared of() const { return {all, before, after}; }
};

// Compares on a background thread. A new request replaces a waiting one; the previous result stays
// until the new one arrives.
class CompareWork {
public:
    struct Question {
        model::Document before, after;
        analysis::Lineage lineage = analysis::Lineage::strangers;
        // result for the same sessions, whose similarities are reused
        std::shared_ptr<ComparedSessions const> known;
        std::vector<analysis::PairAnswer> answers;
    };

    void ask(Question question) { next_ = std::move(question); }
    void forget() { next_.reset(), found_.reset(), stale_ = running_.valid(); }
    // Takes a result that has arrived; requests frames while waiting.
    void refresh(Ui& ui);
    [[nodiscard]] std::shared_ptr<ComparedSessions const> const& found() const { return found_; }
    [[nodiscard]] bool waits() const { return running_.valid() || next_.has_value(); }

private:
    using Found = std::shared_ptr<ComparedSessions const>;
    static Found answer(Question question);

    std::optional<Question> next_;
    Found found_;
    bool stale_ = false; // the running request is obsolete
    std::future<Found> running_;
};

} // namespace ui
