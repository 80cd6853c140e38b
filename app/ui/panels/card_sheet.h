#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"
#include "ui/panels/guard_list.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// Everything a case says, in the right panel. Each field is kept when Enter is pressed or the
// keyboard leaves it, as one entry.
struct CardSheet {
    model::CaseId id;
    model::Case text; // as typed so far
    model::Case kept; // as the document last said it
    Scroll scroll;
    std::string amount;                   // of money, as typed
    std::optional<std::string> amount_of; // the cost that it shows
    // Known ones, the commonest first.
    analysis::Derived<std::vector<std::string>, analysis::Reads<model::Case, model::FaceDown>>
        domains{"sheet.domains"};
    enum class Offering { no, yes } offering = Offering::no;   // some of them, under the field
    std::ptrdiff_t suggested = -1;                             // chosen with the arrows
    std::string suggested_for;                                 // what was typed then
    GuardList guard;                                           // questions being answered
    double copied_s = -10;                                     // the source, to the clipboard
    enum class Sight { covered, open } sight = Sight::covered; // of a card that lies face down
};

std::optional<Wish> draw_card_sheet(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                    model::CaseId id, base::Rect const& area);

// What was being typed when the sheet was left for something else.
std::optional<Wish> leave_card_sheet(CardSheet& sheet, Workshop const& workshop);

// A case whose fields were not kept when it was left: it is in hand again, as it was typed.
void give_back_sheet(CardSheet& sheet, Canvas& canvas, edit::EditCase const& refused,
                     model::Document const& doc);

} // namespace ui
