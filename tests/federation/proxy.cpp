#include "federation/proxy.h"

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace support {
namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    at.sin_port = htons(port);
    return at;
}

// -1 when `port` is taken. 0 lets the system choose.
int listen_at(std::uint16_t port)
{
    int const one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto at = loopback(port);
    if (::bind(one, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && ::listen(one, 16) == 0)
        return one;
    ::close(one);
    return -1;
}

int listening(std::uint16_t& port)
{
    int const one = listen_at(0);
    sockaddr_in at{};
    socklen_t size = sizeof at;
    ::getsockname(one, reinterpret_cast<sockaddr*>(&at), &size);
    port = ntohs(at.sin_port);
    return one;
}

} // namespace

std::uint16_t free_port()
{
    // Below the ports that the system gives to outgoing connections, one of which could take it
    // before its server does.
    constexpr unsigned first = 20'000, count = 12'000;
    static std::atomic<unsigned> next{static_cast<unsigned>(::getpid()) * 97U};
    for (unsigned tried = 0; tried < count; ++tried) {
        auto const port = static_cast<std::uint16_t>(first + next++ % count);
        if (int const one = listen_at(port); one >= 0) {
            ::close(one);
            return port;
        }
    }
    return 0;
}

using Clock = std::chrono::steady_clock;

namespace {

// What goes one way: bytes, each part with the time from which it may be handed on.
struct Way {
    int from = -1, to = -1;
    std::deque<std::pair<Clock::time_point, std::string>> parts;
};

bool hand_on(Way& way)
{
    for (auto const now = Clock::now(); !way.parts.empty() && way.parts.front().first <= now;
         way.parts.pop_front()) {
        std::string_view left = way.parts.front().second;
        while (!left.empty()) {
            auto const sent = ::send(way.to, left.data(), left.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            left.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    return true;
}

} // namespace

struct Proxy::State {
    std::uint16_t to = 0, port = 0;
    int listener = -1;
    std::atomic<bool> over{false}, swallows{false}, blocks{false};
    std::atomic<std::int64_t> delay_ms{0};
    std::atomic<std::uint64_t> out{0}, back{0}; // bytes
    std::mutex mutex;
    std::set<int> open;
    std::vector<std::thread> threads;
    std::thread accepter;

    // Whether the connection goes on.
    bool receive(Way& way, bool answers)
    {
        std::array<char, 65536> part{};
        auto const got = ::recv(way.from, part.data(), part.size(), 0);
        if (got <= 0) return false;
        (answers ? back : out) += static_cast<std::uint64_t>(got);
        if (!answers || !swallows)
            way.parts.emplace_back(Clock::now() + std::chrono::milliseconds(delay_ms),
                                   std::string(part.data(), static_cast<std::size_t>(got)));
        return true;
    }
    void relay(int client)
    {
        int const server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto at = loopback(to);
        bool const reached =
            !blocks && ::connect(server, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0;
        if (reached) {
            {
                std::lock_guard const lock(mutex);
                open.insert(client);
            }
            Way to_server{client, server, {}}, to_client{server, client, {}};
            std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
            for (bool on = true; on && !over && !blocks;) {
                int const wait = to_server.parts.empty() && to_client.parts.empty() ? 100 : 1;
                if (::poll(ends.data(), 2, wait) > 0) {
                    if (ends[0].revents != 0) on = receive(to_server, false);
                    if (on && ends[1].revents != 0) on = receive(to_client, true);
                }
                on = on && hand_on(to_server) && hand_on(to_client);
            }
            std::lock_guard const lock(mutex);
            open.erase(client);
        }
        ::close(client);
        ::close(server);
    }
    void accept()
    {
        while (!over) {
            pollfd waiting{listener, POLLIN, 0};
            if (::poll(&waiting, 1, 100) <= 0) continue;
            int const client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0) threads.emplace_back([this, client] { relay(client); });
        }
    }
};

Proxy::Proxy(std::uint16_t to)
    : state_(std::make_unique<State>())
{
    state_->to = to;
    state_->listener = listening(state_->port);
    state_->accepter = std::thread([state = state_.get()] { state->accept(); });
}

Proxy::~Proxy()
{
    state_->over = true;
    state_->accepter.join();
    for (auto& thread : state_->threads) thread.join();
    ::close(state_->listener);
}

std::uint16_t Proxy::port() const { return state_->port; }

void Proxy::swallow_answers() { state_->swallows = true; }

void Proxy::delay(std::chrono::milliseconds by) { state_->delay_ms = by.count(); }

void Proxy::block()
{
    state_->blocks = true;
    cut();
}

Proxy::Bytes Proxy::bytes() const { return {state_->out, state_->back}; }

void Proxy::open() { state_->blocks = false; }

void Proxy::cut()
{
    std::lock_guard const lock(state_->mutex);
    for (int const one : state_->open) ::shutdown(one, SHUT_RDWR);
    state_->swallows = false;
}

Greeter::Greeter(std::string greeting)
    : greeting_(std::move(greeting))
    , listener_(listening(port_))
    , thread_([this](std::stop_token const& over) { serve(over); })
{
}

Greeter::~Greeter()
{
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
}

void Greeter::serve(std::stop_token const& over) const
{
    std::vector<int> open;
    while (!over.stop_requested()) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 100) <= 0) continue;
        int const client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        ::send(client, greeting_.data(), greeting_.size(), MSG_NOSIGNAL);
        open.push_back(client);
    }
    for (int const one : open) ::close(one);
}

} // namespace support
