#pragma once

#include "analysis/common/derived.h"
#include "model/turnout.h"
#include "session/id_source.h"
#include "session/view.h"
#include "story/story.h"
#include "ui/kit/room_state.h"
#include "ui/kit/shared_state.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// failed: the last write failed, the next may succeed; stopped: no more writes are possible.
enum class SaveState { saved, read_only, failed, stopped };

// What a view receives of the session. Read-only, except `ids`, which makes ids for new records,
// and `computed`, which counts computations.
struct Workshop {
    // the document is as shown in the language: see exchange::Templates
    session::View const& session;
    session::IdSource& ids;
    analysis::Computed& computed;
    std::int64_t now_ms = 0;   // Unix time, for timers and dates
    std::int64_t saved_ms = 0; // when the last entry was on disk, 0: none yet
    SaveState save_state = SaveState::saved;
    Access access = Access::edit; // `read` while an earlier moment is shown
    std::string file_name;
    // The events read so far; null: not requested. Includes all entries, also when an earlier
    // moment is shown.
    story::Story const* story = nullptr;
    std::uint64_t entries = 0;
    enum class Moment { now, past } moment = Moment::now;
    // The facilitator's page: offered in the rail while the room has a window of its own.
    enum class Page { none, offered, shown } page = Page::none;
    RoomState const* room = nullptr;     // for phones; null: closed
    SharedState const* shared = nullptr; // its other machines; null: of this one only

    // Whether votes are opened, closed and shown here: not in a shared session's mere room.
    [[nodiscard]] bool conducts() const
    {
        return access == Access::edit && (!shared || shared->facilitates);
    }
    // People expected to vote in that round at this machine; 0: not known.
    [[nodiscard]] int expected(model::RoundId round) const
    {
        return model::at_one_machine(doc(), model::get<model::Round>(doc(), round).headcount);
    }
    [[nodiscard]] model::Document const& doc() const { return session.document; }
    [[nodiscard]] analysis::Source source() const { return {session.document, computed}; }
    template <class IdType>
    [[nodiscard]] IdType mint() const
    {
        return ids.mint<IdType>();
    }
};

} // namespace ui
