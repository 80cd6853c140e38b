#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// The guard-rail questions as data of the session: added, worded, put in order, no longer asked.
struct QuestionsDialog {
    enum class State { closed, open } state = State::closed;
    model::QuestionId chosen; // whose wording shows
    model::Question draft;    // being written; kept when a field is left
    model::QuestionId drafted;
    analysis::Inputs<analysis::Reads<model::Question>, model::QuestionId> read;
    Scroll list, form;
};

void open_questions(QuestionsDialog& dialog);
std::optional<Wish> draw(Ui& ui, QuestionsDialog& dialog, Workshop const& workshop);

} // namespace ui
