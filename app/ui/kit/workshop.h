#pragma once

#include "analysis/common/derived.h"
#include "session/id_source.h"
#include "session/view.h"
#include "story/story.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// failed: the disk refused, the next act may be kept; stopped: nothing is kept any more.
enum class SaveState { saved, read_only, failed, stopped };

// What a view is shown of the session on screen. Views read it; only `ids` moves, to name what the
// view is about to ask for, and `computed`, which counts the figures that were computed for it.
struct Workshop {
    session::View const& session; // its document as this screen words it: see exchange::Templates
    session::IdSource& ids;
    analysis::Computed& computed;
    std::int64_t now_ms = 0;   // Unix time, for timers and dates
    std::int64_t saved_ms = 0; // when the last entry was on disk, 0: nothing yet
    SaveState save_state = SaveState::saved;
    Access access = Access::edit; // `read` while one looks back
    std::string file_name;
    // What happened in it, as far as it was read; none: nobody asks. All its entries: the session
    // shown may be as it was after fewer.
    story::Story const* story = nullptr;
    std::uint64_t entries = 0;
    enum class Moment { now, past } moment = Moment::now;

    [[nodiscard]] model::Document const& doc() const { return session.document; }
    [[nodiscard]] analysis::Source source() const { return {session.document, computed}; }
    template <class IdType>
    [[nodiscard]] IdType mint() const
    {
        return ids.mint<IdType>();
    }
};

} // namespace ui
