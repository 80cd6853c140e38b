#include "federation/proxy.h"

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <set>
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

int listening(std::uint16_t& port)
{
    int const one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto at = loopback(0);
    ::bind(one, reinterpret_cast<sockaddr*>(&at), sizeof at);
    ::listen(one, 16);
    socklen_t size = sizeof at;
    ::getsockname(one, reinterpret_cast<sockaddr*>(&at), &size);
    port = ntohs(at.sin_port);
    return one;
}

} // namespace

std::uint16_t free_port()
{
    std::uint16_t port = 0;
    ::close(listening(port));
    return port;
}

struct Proxy::State {
    std::uint16_t to = 0, port = 0;
    int listener = -1;
    std::atomic<bool> over{false}, swallows{false};
    std::mutex mutex;
    std::set<int> open;
    std::vector<std::thread> threads;
    std::thread accepter;

    void relay(int client)
    {
        int const server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto at = loopback(to);
        if (::connect(server, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0) {
            {
                std::lock_guard const lock(mutex);
                open.insert(client);
            }
            std::array<char, 65536> part{};
            std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
            for (bool on = true; on && !over;) {
                if (::poll(ends.data(), 2, 100) <= 0) continue;
                for (int i = 0; i < 2 && on; ++i) {
                    if (ends.at(static_cast<std::size_t>(i)).revents == 0) continue;
                    auto const got = ::recv(i == 0 ? client : server, part.data(), part.size(), 0);
                    on = got > 0;
                    if (!on || (i == 1 && swallows)) continue;
                    ::send(i == 0 ? server : client, part.data(), static_cast<std::size_t>(got),
                           MSG_NOSIGNAL);
                }
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

void Proxy::cut()
{
    std::lock_guard const lock(state_->mutex);
    for (int const one : state_->open) ::shutdown(one, SHUT_RDWR);
    state_->swallows = false;
}

} // namespace support
