#pragma once

#include "model/touched_cards.h"
#include "session/history.h"
#include "session/milestones.h"

namespace session {

// What a session computes from its entries, one after the other. A value.
struct State {
    model::Document document;
    History history;
    Milestones milestones;
    model::Touches touches;

    // Applies the next entry, whose changes were checked on this document.
    void pass(journal::Entry const& entry)
    {
        (void)model::apply(document, entry.changes); // cannot fail: checked
        history.fold(entry);
        milestones.pass(entry.n, document);
        model::note_touched(entry.n, entry.changes, touches);
    }
};

} // namespace session
