#pragma once

#include "model/touched_cards.h"
#include "session/history.h"
#include "session/milestones.h"

#include <cstdint>

namespace session {

// What a session computes from its entries, one after the other. A value.
struct State {
    model::Document document;
    History history;
    Milestones milestones;
    model::Touches touches;
    std::int64_t at_ms = 0; // Unix time of the last entry; 0: none

    // Applies the next entry, whose changes were checked on this document.
    void pass(journal::Entry const& entry)
    {
        (void)model::apply(document, entry.changes); // cannot fail: checked
        note(entry);
    }
    // Takes note of the next entry, whose changes the document has.
    void note(journal::Entry const& entry)
    {
        history.fold(entry);
        milestones.pass(entry.n, document);
        model::note_touched(entry.n, entry.changes, touches);
        at_ms = entry.at_ms;
    }
};

} // namespace session
