#include "ui/app/dispatcher.h"

#include <utility>

// The room for phones of the open session.
namespace ui {

std::optional<base::Error> Dispatcher::why_no_room() const
{
    using base::Errc;
    if (past_) return base::Error{Errc::denied, "past.read_only", {}, 0};
    if (!writes()) return base::Error{Errc::denied, "room.read_only", {}, 0};
    if (save_state_ == SaveState::stopped) return base::Error{Errc::io, "room.unsaved", {}, 0};
    return std::nullopt;
}

base::Result<void> Dispatcher::open_room(std::string const& address)
{
    if (auto const why = why_no_room()) return base::fail(*why);
    auto const before = room();
    // Closed first: two rooms of a session would write the same seats.
    suspend_room();
    auto const port = before ? before->port : std::uint16_t{0};
    auto opened = host_.open_room(address, port, *open_->session, mail_);
    if (opened) {
        room_ = std::move(*opened);
        for (auto const& set : to_adopt(open_->session->document(), host_.notices()))
            if (auto kept = propose(set, open_->session->log().size()); !kept) return kept;
        return {};
    }
    if (before) (void)open_room_again(*before);
    return base::fail(opened.error());
}

base::Result<void> Dispatcher::open_room_again(RoomState const& before)
{
    if (auto const why = why_no_room()) return base::fail(*why);
    auto opened = host_.open_room(before.address, before.port, *open_->session, mail_);
    if (!opened) return base::fail(opened.error());
    room_ = std::move(*opened);
    return {};
}

base::Result<void> Dispatcher::close_room()
{
    auto const room = std::exchange(room_, nullptr);
    return room ? room->close() : base::Result<void>{};
}

void Dispatcher::follow_room()
{
    if (room_) room_->follow(*open_->session);
}

void Dispatcher::watch_addresses(bool watched)
{
    if (watched && !addresses_watched_) addresses_ = host_.room_addresses();
    addresses_watched_ = watched;
}

bool Dispatcher::look_at_addresses()
{
    if (!room_ && !addresses_watched_) return false;
    auto now = host_.room_addresses();
    if (now == addresses_) return false;
    addresses_ = std::move(now);
    return true;
}

} // namespace ui
