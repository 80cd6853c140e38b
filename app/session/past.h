#pragma once

#include "session/session.h"

namespace session {

// A session as it was, looked at through the same views as now. Nothing is written by looking.
class Past {
public:
    // At the present; `session` outlives it.
    Past(Session const& session, edit::Actor const& who);

    // To the moment after entry `n`. Errors of Replay::at: it then stays where it is.
    base::Result<void> go(std::uint64_t n);
    [[nodiscard]] std::uint64_t at() const { return view_.version; }

    // What it said then. Nothing can be undone in it, and no box is open: what lay in one is known
    // to nobody. Its recent entries are those that were passed on the way, when that went forward.
    [[nodiscard]] View const& view() const { return view_; }

private:
    void pass(std::uint64_t from, std::uint64_t n);

    Session const* session_;
    Replay replay_;
    View view_;
};

} // namespace session
