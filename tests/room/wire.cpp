#include "wire.h"

namespace wire {
namespace {

#if defined(_WIN32)
using Size = int;
constexpr int no_signal = 0;
void close(Handle handle) { ::closesocket(handle); }
void wait_at_most_20_s(Handle handle)
{
    DWORD const ms = 20'000;
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, reinterpret_cast<char const*>(&ms), sizeof ms);
}
#else
using Size = std::size_t;
constexpr int no_signal = MSG_NOSIGNAL;
void close(Handle handle) { ::close(handle); }
void wait_at_most_20_s(Handle handle)
{
    timeval const time{20, 0};
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}
#endif

} // namespace

Socket::Socket(std::uint16_t port, std::uint32_t from)
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

Socket::~Socket() { close(handle_); }

bool Socket::send(std::string const& bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        auto const n =
            ::send(handle_, bytes.data() + sent, static_cast<Size>(bytes.size() - sent), no_signal);
        if (n <= 0) return false;
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

std::string Socket::read_until(std::string const& end)
{
    while (read_.find(end) == std::string::npos && more()) {
    }
    auto const at = read_.find(end);
    auto const size = at == std::string::npos ? read_.size() : at + end.size();
    auto out = read_.substr(0, size);
    read_.erase(0, size);
    return out;
}

std::string Socket::read_bytes(std::size_t count)
{
    while (read_.size() < count && more()) {
    }
    auto out = read_.substr(0, count);
    read_.erase(0, out.size());
    return out;
}

bool Socket::more()
{
    char part[4096]; // NOLINT
    auto const n = ::recv(handle_, part, sizeof part, 0);
    if (n <= 0) return false;
    read_.append(part, static_cast<std::size_t>(n));
    return true;
}

std::string Answer::header(std::string const& name) const
{
    auto const at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    auto const from = at + name.size() + 4;
    return head.substr(from, head.find("\r\n", from) - from);
}

Answer read_answer(Socket& socket)
{
    Answer out;
    out.head = socket.read_until("\r\n\r\n");
    if (out.head.size() > 12) out.status = std::stoi(out.head.substr(9, 3));
    if (auto const length = out.header("Content-Length"); !length.empty())
        out.body = socket.read_bytes(std::stoul(length));
    return out;
}

std::string Client::get_text(std::string const& target) const
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host() +
           (cookie.empty() ? "" : "\r\nCookie: " + cookie) + "\r\n\r\n";
}

std::string Client::post_text(std::string const& path, std::string const& body) const
{
    return "POST " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: http://" + host() +
           "\r\nContent-Type: application/json\r\nX-Cadran: fr" +
           (cookie.empty() ? "" : "\r\nCookie: " + cookie) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

Answer Client::once(std::string const& text) const
{
    Socket socket(port);
    socket.send(text);
    return read_answer(socket);
}

Answer Client::post(std::string const& path, nlohmann::json const& body) const
{
    return once(post_text(path, body.dump()));
}

void Client::join(std::string const& code)
{
    auto const said = post("/api/join", {{"code", code}});
    REQUIRE(said.status == 200);
    auto const set = said.header("Set-Cookie");
    cookie = set.substr(0, set.find(';'));
}

nlohmann::json next_event(Socket& socket, std::string const& name)
{
    for (;;) {
        auto const event = socket.read_until("\n\n");
        if (event.empty()) return nullptr;
        auto const head = "event: " + name + "\ndata: ";
        auto const at = event.find(head);
        if (at != std::string::npos)
            return support::parsed_or_discarded(event.substr(at + head.size()));
    }
}

} // namespace wire
