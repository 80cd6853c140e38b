#pragma once

#include "ui/canvas.h"
#include "ui/widgets.h"

namespace ui {

// Everything a case says, in the right panel. Each field is kept when Enter is pressed or the
// keyboard leaves it.
struct CardSheet {
    model::CaseId id;
    model::Case text; // as typed so far
    model::Case kept; // as the document last said it
    Scroll scroll;
};

std::optional<Wish> draw_card_sheet(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                    model::CaseId id, base::Rect const& area);

} // namespace ui
