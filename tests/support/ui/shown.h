#pragma once

#include "session/session.h"
#include "ui/kit/workshop.h"

namespace support {

// The arguments of a view for one frame of `session`.
struct Shown {
    explicit Shown(session::Session& session, ui::Access access = ui::Access::edit)
        : view(session.view(edit::facilitator))
        , workshop{view, session.ids(), computed, 0, 0, ui::SaveState::saved, access, ""}
    {
    }
    Shown(Shown const&) = delete;
    Shown& operator=(Shown const&) = delete;

    session::View view;
    analysis::Computed computed;
    ui::Workshop workshop;
};

} // namespace support
