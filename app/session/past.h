#pragma once

#include "session/session.h"

namespace session {

// A session at an earlier moment, shown by the same views as the present. Read-only.
class Past {
public:
    // Starts at the present; `session` must outlive it.
    Past(Session const& session, edit::Actor const& who);

    // Moves to the moment after entry `n`. On errors of Replay::at it does not move.
    base::Result<void> go(std::uint64_t n);
    [[nodiscard]] std::uint64_t at() const { return view_.version; }

    // The View of that moment. Nothing can be undone, and no ballot box is open, as its past
    // contents are unknown. `recent` holds the entries passed when moving forward.
    [[nodiscard]] View const& view() const { return view_; }

private:
    void pass(std::uint64_t from, std::uint64_t n);

    Session const* session_;
    Replay replay_;
    View view_;
};

} // namespace session
