#pragma once

#include "room/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

// Internals of the server. Private to this folder: it compiles slowly.
namespace room {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// A connection, whatever its transport.
class Line {
public:
    Line() = default;
    Line(Line const&) = delete;
    Line& operator=(Line const&) = delete;
    virtual ~Line() = default;
    virtual void push() = 0; // sends the state if it changed
    virtual void beat() = 0;
    virtual void end(std::string last) = 0;
    [[nodiscard]] virtual Seat* seat() const = 0; // of an event stream; null: none
};

// The state of the server's thread. `io` is declared after the members that connections use: it
// destroys the connections.
struct Loop {
    Loop(Served&& from, std::optional<asio::ssl::context> with)
        : words(from.words)
        , clock(from.clock)
        , tls(std::move(with))
        , mail(std::move(from.mail))
        , room(parts(std::move(from)))
    {
    }
    Parts parts(Served&& from)
    {
        return {from.words,
                from.clock,
                std::move(from.seats),
                std::move(from.assets),
                std::move(from.fates),
                std::move(from.view),
                {},
                [this](session::Message message) { return post(std::move(message)); },
                [this] { changed(); },
                std::move(from.organisation)};
    }

    // Forwards the reply from the session's thread to this one.
    bool post(session::Message message)
    {
        auto const to = mail.lock();
        if (!to) return false;
        message.reply = [this, alive = std::weak_ptr(living),
                         reply = std::move(message.reply)](session::Answer const& answer) {
            if (auto const still = alive.lock()) asio::post(io, [reply, answer] { reply(answer); });
        };
        return to->post(std::move(message));
    }

    void accept();
    void changed();
    void push();
    void beat();
    void note_state();
    void note_reached();
    // `whose`: an address, or the hash of a seat.
    bool may_connect(std::string const& whose, std::size_t most)
    {
        auto& count = connections[whose];
        if (count >= most) return false;
        ++count;
        return true;
    }
    void left(std::string const& whose)
    {
        auto const it = connections.find(whose);
        if (it != connections.end() && --it->second == 0) connections.erase(it);
    }
    void streams(Line* line)
    {
        lines.push_back(line);
        auto const of = [&](Line* other) { return other->seat() == line->seat(); };
        if (static_cast<std::size_t>(std::ranges::count_if(lines, of)) > Server::streams_of_one)
            (*std::ranges::find_if(lines, of))->end({}); // the oldest
        note_state();
    }
    void no_longer(Line* line)
    {
        std::erase(lines, line);
        note_state();
    }

    Language words;
    base::Clock& clock;
    std::shared_ptr<int> living =
        std::make_shared<int>(); // reset when replies must no longer be posted
    std::optional<asio::ssl::context> tls;
    std::weak_ptr<session::Mailbox> mail;
    Room room;
    std::vector<Line*> lines; // event streams, oldest first
    std::set<std::shared_ptr<Line>> all;
    std::map<std::string, std::size_t> connections; // by address, or by seat
    bool push_waits = false;
    std::chrono::steady_clock::time_point pushed{};
    mutable std::mutex mutex; // guards `state` and `told`
    Server::State state;
    std::function<void()> told;

    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer again{io}, pushing{io}, beating{io};
    std::thread thread;
};

// Handles the requests of a new connection. Each kind of transport is compiled in a file of its
// own.
void begin_plain(Loop& loop, std::string from, tcp::socket socket);
void begin_tls(Loop& loop, std::string from, tcp::socket socket);

} // namespace room
