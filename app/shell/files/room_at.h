#pragma once

#include "room/server.h"
#include "session/session.h"
#include "shell/files/machine.h"

#include <memory>

namespace shell {

// A room that is open, with what it stands on. Made and ended on the session's thread.
struct OpenRoom {
    SystemClock clock;
    SystemChance chance;
    i18n::Catalogue french, english;
    std::unique_ptr<room::Server> server;

    // What is read out, with the code in its path: "http://192.168.1.20:8080/K7F4XP".
    [[nodiscard]] std::string url(std::string const& address) const;
};

// Opens the room of a session on the network; what phones ask for comes through `mail`. Seats of a
// program that ended without closing its room are taken up again, within a day.
// Errors of room::Server::open, of room::Seats::open, of the catalogues.
base::Result<std::unique_ptr<OpenRoom>> open_room(room::Listening const& at,
                                                  session::Session const& session,
                                                  std::shared_ptr<session::Mailbox> const& mail);

// "192.168.1.20:8080", "[::1]:8080", "8080"; the port 0 where none is said. `invalid`
// "room.listen".
base::Result<room::Listening> listening_at(std::string const& said);

// Names the cases that proposals of a message may become.
void name_cases(session::Session& session, session::Message& message);

} // namespace shell
