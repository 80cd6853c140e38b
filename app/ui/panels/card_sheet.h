#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"
#include "ui/panels/guard_list.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// All fields of a case, in the right panel. A field is saved, as one entry, on Enter or when it
// loses the focus.
struct CardSheet {
    model::CaseId id;
    model::Case text; // with unsaved changes
    model::Case kept; // as last stored in the document
    Scroll scroll;
    std::string amount;                   // the amount field
    std::optional<std::string> amount_of; // the stored cost that it shows
    // Known domains, most frequent first.
    analysis::Derived<std::vector<std::string>, analysis::Reads<model::Case, model::FaceDown>>
        domains{"sheet.domains"};
    enum class Offering { no, yes } offering = Offering::no;   // suggestions below the field
    std::ptrdiff_t suggested = -1;                             // highlighted by arrow keys
    std::string suggested_for;                                 // for this text
    GuardList guard;                                           // open question editors
    double copied_s = -10;                                     // when the source was copied
    enum class Sight { covered, open } sight = Sight::covered; // of a face-down card
};

std::optional<Wish> draw_card_sheet(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                    model::CaseId id, base::Rect const& area);

// The unsaved input when the sheet is closed.
std::optional<Wish> leave_card_sheet(CardSheet& sheet, Workshop const& workshop);

// Restores the unsaved fields of a case after a refusal, and selects it again.
void give_back_sheet(CardSheet& sheet, Canvas& canvas, edit::EditCase const& refused,
                     model::Document const& doc);

} // namespace ui
