#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// The editor for guard-rail questions: add, edit, order, deactivate.
struct QuestionsDialog {
    enum class State { closed, open } state = State::closed;
    model::QuestionId chosen; // being edited
    model::Question draft;    // saved when a field is left
    model::QuestionId drafted;
    analysis::Inputs<analysis::Reads<model::Question>, model::QuestionId> read;
    Scroll list, form;
};

void open_questions(QuestionsDialog& dialog);
std::optional<Wish> draw(Ui& ui, QuestionsDialog& dialog, Workshop const& workshop);

} // namespace ui
