#pragma once

#include "room/room.h"

#include <cstdint>
#include <memory>
#include <string>

// The room on the network: one thread, one loop of events, no thread a phone.
namespace room {

struct Listening {
    std::string address = "127.0.0.1";   // of this machine, as digits; "0.0.0.0": all of them
    std::uint16_t port = 0;              // 0: any that is free
    std::vector<std::string> names = {}; // by which it is reached besides: "poste.local"
    std::filesystem::path certificate = {}, key = {}; // PEM; both or neither
};

// What it serves. What is referred to outlives it.
struct Served {
    Language words;
    base::Clock& clock;
    Seats seats;
    Assets assets;
    Fates fates;
    session::View view;
    std::weak_ptr<session::Mailbox> mail;
};

struct Loop;

// Made, shown what the session says and ended on the session's thread.
class Server {
public:
    // Listening when it comes back. `io` "room.listen" with the address, "room.certificate" with
    // the file.
    static base::Result<std::unique_ptr<Server>> open(Listening const& at, Served served);
    // Phones are let go; their seats stay, for the next start.
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // What the session says now.
    void show(session::View view);
    // Tells phones that it is over, and destroys their seats.
    base::Result<void> close();

    struct State {
        std::uint16_t port = 0;
        std::string scheme = "http";
        std::string room, code;
        std::size_t seats = 0;    // that were taken
        std::size_t here = 0;     // of them, those that are connected
        std::size_t hands = 0;    // raised
        std::int64_t last_ms = 0; // when a phone asked for something last, 0: none has
    };
    // From any thread, as what follows.
    [[nodiscard]] State state() const;
    // Called on the server's thread when that changes.
    void on_change(std::function<void()> told);

    // H1 of the promises: what a connection may take.
    static constexpr std::size_t connections_of_one = 20; // address
    static constexpr int header_s = 5, body_s = 10, idle_s = 60, write_s = 20;
    static constexpr std::size_t streams_of_one = 3; // seat
    static constexpr int push_ms = 250, beat_s = 10;

private:
    explicit Server(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> loop_;
};

} // namespace room
