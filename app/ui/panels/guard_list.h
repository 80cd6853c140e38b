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

// The guard-rail questions of one case, answered in its sheet, in Placer and beside its decision.
struct GuardList {
    model::CaseId of;
    struct Draft {
        std::string who, when;   // with unsaved changes
        model::GuardAnswer kept; // as last stored in the document
    };
    std::map<model::QuestionId, Draft> drafts;
    model::QuestionId changing; // answered, and being answered again
};

// The heading: "Questions à se poser", "2 ouvertes sur 5", and a button that opens the questions
// dialog. `prefix`: start of the ids.
std::optional<Wish> draw_questions_head(Ui& ui, Workshop const& workshop,
                                        std::span<analysis::AskedQuestion const> asked,
                                        std::string_view prefix, base::Rect const& area, float& y);

// The questions from `y` downwards, as wide as `area`; `y` is set to the bottom. Ids are
// <prefix>.<number of the question>, followed by .yes, .planned, .no, .who, .when, .answer. Returns
// answers as wishes.
std::optional<Wish> draw_questions(Ui& ui, GuardList& list, Workshop const& workshop,
                                   model::CaseId on, std::span<analysis::AskedQuestion const> asked,
                                   std::string_view prefix, base::Rect const& area, float& y);

int open_among(std::span<analysis::AskedQuestion const> asked);

} // namespace ui
