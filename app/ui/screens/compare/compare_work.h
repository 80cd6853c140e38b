#pragma once

#include "analysis/comparison/comparison.h"
#include "ui/kit/ui.h"
#include "wording/comparison/comparison.h"

#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

// Two sessions and what changed from one to the other.
struct ComparedSessions {
    model::Document before, after;
    analysis::Lineage lineage = analysis::Lineage::strangers;
    std::vector<analysis::AlikeAcross> alike;
    analysis::Comparison all;

    [[nodiscard]] wording::Compared of() const { return {all, before, after}; }
};

// Compares on a thread of its own. A question replaces the one that waits; the answer before stays
// until the new one is there.
class CompareWork {
public:
    struct Question {
        model::Document before, after;
        analysis::Lineage lineage = analysis::Lineage::strangers;
        std::shared_ptr<ComparedSessions const> known; // the same sessions: what is alike is known
        std::vector<analysis::PairAnswer> answers;
    };

    void ask(Question question) { next_ = std::move(question); }
    void forget() { next_.reset(), found_.reset(), stale_ = running_.valid(); }
    // Takes an answer that has come; asks for frames as long as one is waited for.
    void refresh(Ui& ui);
    [[nodiscard]] std::shared_ptr<ComparedSessions const> const& found() const { return found_; }
    [[nodiscard]] bool waits() const { return running_.valid() || next_.has_value(); }

private:
    using Found = std::shared_ptr<ComparedSessions const>;
    static Found answer(Question question);

    std::optional<Question> next_;
    Found found_;
    bool stale_ = false; // what runs is of what was
    std::future<Found> running_;
};

} // namespace ui
