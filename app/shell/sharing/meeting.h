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
    std::string shown = {};                     // its address for other machines
};

// Starts the server of a session in `folder`. `shown`: the address that other machines use. Errors
// of find_server and Server::start.
base::Result<Meeting> host_session(std::string const& session, std::filesystem::path const& folder,
                                   federation::Hosting const& at, std::string const& shown);
// Whether the server of `folder` keeps the session from a former hosting and the file was not part
// of it, a copy say: it will receive what is kept there, and be one more site. To be called before
// host_session; the sentence is that of `conflict` "shared.again" with the file's name.
bool hosted_before(std::filesystem::path const& file, std::string const& session,
                   std::filesystem::path const& folder);
// Writes the invitations beside the session file, readable by their owner only, where the server is
// of this machine. To be called once nothing else can refuse the hosting. Errors of the disk; none
// is left then that was not there before.
base::Result<void> write_invitations(std::filesystem::path const& file, Meeting const& meeting);
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
