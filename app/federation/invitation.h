#pragma once

#include "federation/nats/nats_wire.h"
#include "model/enums.h"

#include <filesystem>

namespace federation {

// What a machine needs to join a shared session: a JSON file that the hosting machine writes.
// Whoever has it can read everything, so it is for its owner's eyes.
struct Invitation {
    std::string session; // id of the session
    ServerAddress server;
    model::SitePart part = model::SitePart::room;
    // Of the host's file when it began to host: nobody writes before they are all in the stream, or
    // the host could not send the rest. 0: not known.
    std::uint64_t lines = 0;
};

// Whether each part of a list of addresses ("nats://host:4222,tls://…") can be a server's: a host
// with a port, a scheme, or a name with a dot. `invalid` "shared.address" with the first that
// cannot.
base::Result<void> check_addresses(std::string_view urls);

std::string invitation_text(Invitation const& of);
// `corrupt` "invitation.form" with the fault; `too_new` "invitation.version".
base::Result<Invitation> invitation_of(std::string_view json);
// Errors of the disk and of `invitation_of`, with the file's name.
base::Result<Invitation> read_invitation(std::filesystem::path const& file);

// What a machine keeps of a session that it shares, in `NAME.cadran.site`.
struct SiteFile {
    std::set<model::SiteId> sites; // that it was
    std::string label;
    model::SitePart part = model::SitePart::room;
};
std::filesystem::path site_file_beside(std::filesystem::path const& session_file);
// Empty when there is none or it cannot be read: the machine then joins as a new one.
SiteFile read_site_file(std::filesystem::path const& session_file);
base::Result<void> write_site_file(std::filesystem::path const& session_file, SiteFile const& kept);

// Writes a new session file with the lines of the stream. `conflict` "file.exists"; `not_found`
// "shared.empty" when the stream has no session yet, "shared.partial" when it has fewer lines than
// `least`; `corrupt` as journal::FileLog::open.
base::Result<void> receive_session(Wire& from, std::filesystem::path const& file,
                                   std::uint64_t least);

} // namespace federation
