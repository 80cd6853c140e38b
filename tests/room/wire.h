#pragma once

#include "support/parsed.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#if defined(_WIN32)
#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#endif

// A simple HTTP client that sends the given bytes, well-formed or not.
namespace wire {

#if defined(_WIN32)
using Handle = SOCKET;
#else
using Handle = int;
#endif

class Socket {
public:
    // Connects to 127.0.0.1, from `from` (an address of the loopback interface; 0: the same).
    explicit Socket(std::uint16_t port, std::uint32_t from = 0);
    ~Socket();
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;

    bool send(std::string const& bytes);
    // Reads until `end`, or until the connection is closed.
    std::string read_until(std::string const& end);
    std::string read_bytes(std::size_t count);
    // Whether the server closed the connection without more data.
    bool is_closed() { return read_.empty() && !more(); }

private:
    bool more();
    Handle handle_;
    std::string read_;
};

struct Answer {
    int status = 0;
    std::string head, body;
    [[nodiscard]] nlohmann::json json() const { return support::parsed_or_discarded(body); }
    [[nodiscard]] std::string header(std::string const& name) const;
};

Answer read_answer(Socket& socket);

struct Client {
    std::uint16_t port = 0;
    std::string cookie = {};

    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port); }
    [[nodiscard]] std::string get_text(std::string const& target) const;
    [[nodiscard]] std::string post_text(std::string const& path, std::string const& body) const;
    [[nodiscard]] Answer once(std::string const& text) const;
    [[nodiscard]] Answer get(std::string const& target) const { return once(get_text(target)); }
    [[nodiscard]] Answer post(std::string const& path, nlohmann::json const& body) const;
    void join(std::string const& code);
};

// The data of the next event of that name.
nlohmann::json next_event(Socket& socket, std::string const& name);

} // namespace wire
