#pragma once

#include "federation/link.h"

namespace federation {

// Where a shared session is.
struct ServerAddress {
    std::string url; // "nats://192.168.1.20:4222", "tls://…"; several with commas
    std::string user, password;
    std::string authority; // PEM of the certificate that signed the server's; empty: no TLS
    std::string name = {}; // in the server's certificate; empty: that of the URL
    std::filesystem::path credentials = {}; // a file of NATS credentials; empty: none
    int replicas = 1; // that the stream must have: servers that keep each line
};

// The name of the stream of a session.
inline std::string stream_of(std::string const& session) { return "cadran-" + session; }

// Whether this build can share sessions.
bool can_share();

// Connects to NATS JetStream and to the stream of the session, which is made if it is missing.
// Errors: `io` "shared.link" (no answer), "shared.stream" (the stream cannot be made); `denied`
// "shared.credentials", "shared.certificate"; `invalid` "shared.old_server" for a
// server before 2.10, "shared.replicas" for a stream that was made with fewer; `not_found`
// "shared.no_client" in a build without libnats.
base::Result<std::shared_ptr<Wire>> connect_nats(ServerAddress const& server,
                                                 std::string const& session);

} // namespace federation
