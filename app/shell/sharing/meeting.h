#pragma once

#include "federation/invitation.h"
#include "federation/server.h"

#include <array>
#include <vector>

namespace shell {

// Where the machines of a session meet: the stream's address, and the server if it runs here.
struct Meeting {
    federation::Invitation invitation;          // of this machine
    std::unique_ptr<federation::Server> server; // started here, or null
    federation::Server::Means means;            // of that server
};

// Starts the server of a session in `folder` and writes the invitations beside its file, readable
// by their owner only. `shown`: the address that other machines use. Errors of find_server,
// Server::start and of the disk.
base::Result<Meeting> host_session(std::filesystem::path const& file, std::string const& session,
                                   std::filesystem::path const& folder,
                                   federation::Hosting const& at, std::string const& shown);
// `FILE.facilitator.invitation`, `FILE.room.invitation`, `FILE.reader.invitation`.
std::filesystem::path invitation_beside(std::filesystem::path const& file, model::SitePart part);
inline constexpr std::array invited_parts{model::SitePart::facilitator, model::SitePart::room,
                                          model::SitePart::reader};

// Makes the file of a machine that joins for the first time; an existing file must be of that
// session: `conflict` "shared.other_session" with its name. Blocks while lines come. Errors of
// connect_nats and receive_session.
base::Result<void> received(std::filesystem::path const& file,
                            federation::Invitation const& invitation);

// Whether this machine shared the session: it must not be edited round its outbox.
bool was_shared(std::filesystem::path const& session_file);

// The file of the session that an invitation is for: one of `known` that this machine shared, or
// one received now into `folder`. Blocks. Errors of read_invitation and `received`.
base::Result<std::filesystem::path>
file_of_invitation(std::filesystem::path const& invitation,
                   std::vector<std::filesystem::path> const& known,
                   std::filesystem::path const& folder);

// A site as a letter: A to Z, then AA, AB…
std::string letter_of(int number);
std::string letter_of(model::Document const& doc, model::SiteId id);

} // namespace shell
