#pragma once

#include "room/server.h"
#include "session/session.h"
#include "shell/machine/machine.h"

#include <memory>
#include <vector>

namespace shell {

// What a new View of a session depends on.
struct Seen {
    std::uint64_t version = 0, taken_back = 0; // see session::View
    std::vector<std::size_t> ballots;          // in the boxes of the open rounds
    friend bool operator==(Seen const&, Seen const&) = default;
};

// An open room with the objects it refers to. To be created, used and destroyed on the session's
// thread.
struct OpenRoom {
    SystemClock clock;
    SystemRandomSource random;
    i18n::Catalogue french, english;
    std::unique_ptr<room::Server> server;
    Seen seen; // by the phones

    // "http://192.168.1.20:8080/K7F4XP": with the code in the path.
    [[nodiscard]] std::string url(std::string const& address) const;
    // Shows the session to the phones if an entry or a ballot was added since the last time.
    void follow(session::Session const& session);
};

// What a room takes from this machine.
struct RoomMeans {
    std::filesystem::path assets;
    std::filesystem::path seats; // folder of all rooms; created if missing
    std::string organisation;    // that of reports, for the legal notice; may be empty
};
// With the folders of paths.h and the user's preferences.
RoomMeans room_means();

// Opens the room of a session; phones' requests are posted to `mail`. Seats on disk are resumed.
// Errors of room::Server::open, of room::Seats::open, of the catalogues.
base::Result<std::unique_ptr<OpenRoom>> open_room(RoomMeans const& means, room::Listening const& at,
                                                  session::Session const& session,
                                                  std::shared_ptr<session::Mailbox> const& mail);

constexpr char const* every_address = "0.0.0.0";
constexpr char const* own_address = "127.0.0.1"; // of this machine only
// The address to show for a room that listens on `address`: of every address, the one that phones
// are most likely to reach.
std::string shown_address(std::string const& address);

// Parses "192.168.1.20:8080", "[::1]:8080", "8080" or an address (any free port). `invalid`
// "listen" with what was said.
base::Result<room::Listening> listening_at(std::string const& said);

// Mints the ids of the cases that the proposals of a message may become.
void name_cases(session::Session& session, session::Message& message);

} // namespace shell
