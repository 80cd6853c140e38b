#pragma once

#include "shell/files/room_at.h"
#include "ui/app/host.h"

namespace shell {

// The addresses of this machine for phones: this machine only, then those of the network, then
// virtual ones.
std::vector<ui::RoomAddress> addresses_for_phones();

// The first port that is tried, and how many after it before any free one.
constexpr std::uint16_t usual_port = 8080;
constexpr int ports_tried = 10;

// The room of a session in the window. See ui::Host::open_room.
base::Result<std::unique_ptr<ui::HostedRoom>>
open_window_room(RoomMeans const& means, std::string const& address, std::uint16_t port,
                 session::Session const& session, std::shared_ptr<session::Mailbox> const& mail);

} // namespace shell
