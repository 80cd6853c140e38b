#pragma once

#include "ui/dialogs/import/answers_dialog.h"

// Parts of the dialog for answers. Private to this folder.
namespace ui {

// The kind of rows, the method or axis, the scale.
void draw_answer_ways(Ui& ui, AnswersDialog& dialog, base::Rect const& area);
// The columns: contents and meaning.
void draw_answer_columns(Ui& ui, AnswersDialog& dialog, base::Rect const& whole);
// The open menu, on top. `cases`: the rows are cases.
enum class Then { stays, cases };
Then draw_answer_menus(Ui& ui, AnswersDialog& dialog);

} // namespace ui
