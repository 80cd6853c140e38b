#pragma once

#include "analysis/ranking/guard_rails.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ui {

// The guard-rail questions of one case, answered where they stand: in its sheet, where it is
// placed, beside its decision.
struct GuardList {
    model::CaseId of;
    struct Draft {
        std::string who, when;   // as typed so far
        model::GuardAnswer kept; // as the document last said it
    };
    std::map<model::QuestionId, Draft> drafts;
    model::QuestionId changing; // answered, and being answered otherwise
};

// What `asked` says of itself at the head: "Questions à se poser", "2 ouvertes sur 5", and the
// button that opens the questions as data. `prefix` begins the ids of its widgets.
std::optional<Wish> draw_questions_head(Ui& ui, Workshop const& workshop,
                                        std::span<analysis::AskedQuestion const> asked,
                                        std::string_view prefix, base::Rect const& area, float& y);

// The questions from `y` down, in the width of `area`; `y` is where they end. Ids are
// <prefix>.<number of the question>, and .yes, .planned, .no, .who, .when, .answer after it. What
// is answered comes back.
std::optional<Wish> draw_questions(Ui& ui, GuardList& list, Workshop const& workshop,
                                   model::CaseId on, std::span<analysis::AskedQuestion const> asked,
                                   std::string_view prefix, base::Rect const& area, float& y);

int open_among(std::span<analysis::AskedQuestion const> asked);

} // namespace ui
