#pragma once

#include "ui/dialogs/answers_dialog.h"

// The parts of the dialog of answers. Private to this folder.
namespace ui {

// What the rows are, by which vote or on which axis, by which scale.
void draw_answer_ways(Ui& ui, AnswersDialog& dialog, base::Rect const& area);
// What each column holds and is.
void draw_answer_columns(Ui& ui, AnswersDialog& dialog, base::Rect const& area);
// The menu that is open, above all of it. `cases`: the rows are cases.
enum class Then { stays, cases };
Then draw_answer_menus(Ui& ui, AnswersDialog& dialog);

} // namespace ui
