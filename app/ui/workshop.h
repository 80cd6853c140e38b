#pragma once

#include "session/session.h"
#include "ui/wish.h"

#include <optional>
#include <string>

namespace ui {

// failed: the disk refused, the next act may be kept; stopped: nothing is kept any more.
enum class SaveState { saved, read_only, failed, stopped };

// What a view is shown of the session on screen. Views read it; only `mint` and `mint_token` move,
// and only to name what the view is about to ask for.
struct Workshop {
    session::Session& session;
    std::int64_t now_ms = 0;   // Unix time, for timers and dates
    std::int64_t saved_ms = 0; // when the last entry was on disk, 0: nothing yet
    SaveState save_state = SaveState::saved;
    Access access = Access::edit;
    std::string file_name;

    // What the session says as this screen shows it, for as long as nothing is asked for; null: as
    // the session says it. See exchange::Templates.
    model::Document const* shown = nullptr;

    [[nodiscard]] model::Document const& doc() const { return shown ? *shown : session.document(); }
    template <class IdType>
    [[nodiscard]] IdType mint() const
    {
        return session.mint<IdType>();
    }
    [[nodiscard]] std::string mint_token() const { return session.mint_token(); }
};

} // namespace ui
