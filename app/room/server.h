#pragma once

#include "room/room.h"

#include <cstdint>
#include <memory>
#include <string>

// The HTTP server of the room: one thread with one event loop for all connections.
namespace room {

struct Listening {
    std::string address = "127.0.0.1";                // numeric; "0.0.0.0": all interfaces
    std::uint16_t port = 0;                           // 0: any free port
    std::vector<std::string> names = {};              // other accepted host names: "poste.local"
    std::filesystem::path certificate = {}, key = {}; // PEM; both or none
};

// The references must outlive the Server.
struct Served {
    Language words;
    base::Clock& clock;
    Seats seats;
    Assets assets;
    Fates fates;
    session::View view;
    std::weak_ptr<session::Mailbox> mail;
    std::string organisation = {}; // of the legal notice; may be empty
};

struct Loop;

// To be created, used and destroyed on the session's thread, except where noted.
class Server {
public:
    // Starts listening. `io` "room.listen" with the address, "room.certificate" with the file.
    static base::Result<std::unique_ptr<Server>> open(Listening const& at, Served served);
    // Closes the connections. The seats stay on disk for the next start.
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Sets the current View.
    void show(session::View view);
    // Sends "over" to all phones and destroys the seats.
    base::Result<void> close();

    struct State {
        std::uint16_t port = 0;
        std::string scheme = "http";
        std::string room, code;
        std::size_t seats = 0;    // taken
        std::size_t here = 0;     // of these, connected
        std::size_t hands = 0;    // raised hands
        std::int64_t last_ms = 0; // last contact with a phone, Unix time; 0: none yet
        // Last connection from another address than the one it came to, joined or not, Unix time;
        // 0: none yet. A browser on this machine does not count.
        std::int64_t reached_ms = 0;
    };
    // These two from any thread.
    [[nodiscard]] State state() const;
    // `told` is called on the server's thread when the state changes.
    void on_change(std::function<void()> told);

    // Limits per client address and per connection. A whole room may have one address: that of its
    // router.
    static constexpr std::size_t connections_of_one = 120; // address, before a seat is shown
    static constexpr std::size_t connections_of_seat = 20;
    static constexpr int header_s = 5, body_s = 10, idle_s = 60, write_s = 20, silent_s = 25;
    static constexpr std::size_t streams_of_one = 3; // seat
    static constexpr int push_ms = 250, beat_s = 10;

private:
    explicit Server(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> loop_;
};

} // namespace room
