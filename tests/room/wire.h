#pragma once

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
using Size = int;
constexpr int no_signal = 0;
inline void close(Handle handle) { ::closesocket(handle); }
inline void wait_at_most_20_s(Handle handle)
{
    DWORD const ms = 20'000;
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, reinterpret_cast<char const*>(&ms), sizeof ms);
}
#else
using Handle = int;
using Size = std::size_t;
constexpr int no_signal = MSG_NOSIGNAL;
inline void close(Handle handle) { ::close(handle); }
inline void wait_at_most_20_s(Handle handle)
{
    timeval const time{20, 0};
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}
#endif

class Socket {
public:
    // Connects to 127.0.0.1, from `from` (an address of the loopback interface; 0: the same).
    explicit Socket(std::uint16_t port, std::uint32_t from = 0)
        : handle_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        wait_at_most_20_s(handle_);
        if (from != 0) {
            sockaddr_in own{};
            own.sin_family = AF_INET;
            own.sin_addr.s_addr = htonl(from);
            REQUIRE(::bind(handle_, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0);
        }
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(handle_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
    }
    ~Socket() { close(handle_); }
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;

    bool send(std::string const& bytes)
    {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            auto const n = ::send(handle_, bytes.data() + sent,
                                  static_cast<Size>(bytes.size() - sent), no_signal);
            if (n <= 0) return false;
            sent += static_cast<std::size_t>(n);
        }
        return true;
    }
    // Reads until `end`, or until the connection is closed.
    std::string read_until(std::string const& end)
    {
        while (read_.find(end) == std::string::npos && more()) {
        }
        auto const at = read_.find(end);
        auto const size = at == std::string::npos ? read_.size() : at + end.size();
        auto out = read_.substr(0, size);
        read_.erase(0, size);
        return out;
    }
    std::string read_bytes(std::size_t count)
    {
        while (read_.size() < count && more()) {
        }
        auto out = read_.substr(0, count);
        read_.erase(0, out.size());
        return out;
    }
    // Whether the server closed the connection without more data.
    bool is_closed() { return read_.empty() && !more(); }

private:
    bool more()
    {
        char part[4096]; // NOLINT
        auto const n = ::recv(handle_, part, sizeof part, 0);
        if (n <= 0) return false;
        read_.append(part, static_cast<std::size_t>(n));
        return true;
    }
    Handle handle_;
    std::string read_;
};

struct Answer {
    int status = 0;
    std::string head, body;
    [[nodiscard]] nlohmann::json json() const
    {
        return nlohmann::json::parse(body, nullptr, false);
    }
    [[nodiscard]] std::string header(std::string const& name) const
    {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos) return {};
        auto const from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

inline Answer read_answer(Socket& socket)
{
    Answer out;
    out.head = socket.read_until("\r\n\r\n");
    if (out.head.size() > 12) out.status = std::stoi(out.head.substr(9, 3));
    if (auto const length = out.header("Content-Length"); !length.empty())
        out.body = socket.read_bytes(std::stoul(length));
    return out;
}

struct Client {
    std::uint16_t port = 0;
    std::string cookie = {};

    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port); }
    [[nodiscard]] std::string get_text(std::string const& target) const
    {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host() +
               (cookie.empty() ? "" : "\r\nCookie: " + cookie) + "\r\n\r\n";
    }
    [[nodiscard]] std::string post_text(std::string const& path, std::string const& body) const
    {
        return "POST " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: http://" + host() +
               "\r\nContent-Type: application/json\r\nX-Cadran: fr" +
               (cookie.empty() ? "" : "\r\nCookie: " + cookie) +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] Answer once(std::string const& text) const
    {
        Socket socket(port);
        socket.send(text);
        return read_answer(socket);
    }
    [[nodiscard]] Answer get(std::string const& target) const { return once(get_text(target)); }
    [[nodiscard]] Answer post(std::string const& path, nlohmann::json const& body) const
    {
        return once(post_text(path, body.dump()));
    }
    void join(std::string const& code)
    {
        auto const said = post("/api/join", {{"code", code}});
        REQUIRE(said.status == 200);
        auto const set = said.header("Set-Cookie");
        cookie = set.substr(0, set.find(';'));
    }
};

// The data of the next event of that name.
inline nlohmann::json next_event(Socket& socket, std::string const& name)
{
    for (;;) {
        auto const event = socket.read_until("\n\n");
        if (event.empty()) return nullptr;
        auto const head = "event: " + name + "\ndata: ";
        auto const at = event.find(head);
        if (at != std::string::npos)
            return nlohmann::json::parse(event.substr(at + head.size()), nullptr, false);
    }
}

} // namespace wire
