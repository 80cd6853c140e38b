#pragma once

#include "session/mailbox.h"
#include "ui/kit/shared_state.h"

#include <memory>
#include <vector>

namespace ui {

// The other machines of the open session. To be used and destroyed on the session's thread, before
// the session.
class SharedRooms {
public:
    SharedRooms() = default;
    SharedRooms(SharedRooms const&) = delete;
    SharedRooms& operator=(SharedRooms const&) = delete;
    virtual ~SharedRooms() = default;

    // A Finish is posted there when something arrived.
    virtual void wake_by(std::shared_ptr<session::Mailbox> const& mail) = 0;
    // Handles what arrived and sends what is due: before a frame, after acts of this machine, and
    // once a second. Whether the session or the state changed.
    virtual bool pump() = 0;
    [[nodiscard]] virtual SharedState const& state() const = 0;
    [[nodiscard]] virtual std::string const& session_id() const = 0;
    // Each error once.
    [[nodiscard]] virtual std::vector<base::Error> take_errors() = 0;
    // What the others are told: connected phones, and the case being edited here.
    virtual void say_of_room(std::uint64_t phones, model::CaseId writes) = 0;

    // Connects at once.
    virtual void hurry() = 0;
    // The outcomes were read; or one of them.
    virtual void seen() = 0;
    virtual void seen(std::uint64_t item) = 0;
    // Does again what was refused, on the present state: `conflict` when it is still impossible.
    virtual base::Result<void> restore(std::uint64_t item) = 0;

    // Closing a round is asking for the ballots; it is closed when they came. See
    // federation::Collector.
    virtual base::Result<void> ask_ballots(model::RoundId round) = 0;
    virtual base::Result<void> count_without(model::RoundId round) = 0;

    // Writes a copy of an invitation, readable by its owner only, to a folder; `part`: index in
    // SharedState::invitations. `conflict` "file.exists".
    virtual base::Result<std::filesystem::path>
    save_invitation(std::size_t part, std::filesystem::path const& folder) = 0;

    // The step and the timer.
    virtual base::Result<void> pass_lead(model::SiteId to) = 0;
    virtual base::Result<void> take_lead() = 0;
    // Takes a room off the list that was silent for half a minute: see SharedRoom::may_remove.
    virtual base::Result<void> remove_room(model::SiteId site) = 0;

    // Says goodbye to the others and makes what they do not have part of the file, which is an
    // ordinary one from then on. The session must be opened again.
    virtual base::Result<void> part() = 0;
};

// How this machine meets the others.
struct Share {
    enum class How { host, join, rejoin } how = How::host;
    std::string address = "127.0.0.1"; // of `host`
    std::filesystem::path invitation;  // of `join`
    std::string label;                 // of this room
};

} // namespace ui
