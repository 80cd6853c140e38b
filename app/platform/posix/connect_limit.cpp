#include "platform/connect_limit.h"

#include <algorithm>
#include <arpa/inet.h>
#include <condition_variable>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <set>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace platform {
namespace {

using std::chrono::milliseconds;

// The port that a socket is connected to; none for other files.
std::optional<std::uint16_t> peer_port(int fd)
{
    sockaddr_storage at{};
    socklen_t size = sizeof at;
    if (getpeername(fd, reinterpret_cast<sockaddr*>(&at), &size) != 0) return std::nullopt;
    if (at.ss_family == AF_INET) return ntohs(reinterpret_cast<sockaddr_in const&>(at).sin_port);
    if (at.ss_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6 const&>(at).sin6_port);
    return std::nullopt;
}

std::set<int> connected_to(std::vector<std::uint16_t> const& ports)
{
    constexpr long usual_most = 4096; // open files of one process that are looked at
    auto const most = std::min(sysconf(_SC_OPEN_MAX), usual_most);
    std::set<int> out;
    for (int fd = 0; fd < most; ++fd)
        if (auto const port = peer_port(fd); port && std::ranges::find(ports, *port) != ports.end())
            out.insert(fd);
    return out;
}

} // namespace

struct ConnectLimit::State {
    std::vector<std::uint16_t> ports;
    milliseconds limit{};
    std::set<int> before;
    std::mutex mutex;
    std::condition_variable returned;
    bool over = false;
    std::thread thread;

    void watch()
    {
        std::unique_lock lock(mutex);
        while (!returned.wait_for(lock, limit, [this] { return over; }))
            for (int const fd : connected_to(ports))
                if (!before.contains(fd)) shutdown(fd, SHUT_RDWR);
    }
};

ConnectLimit::ConnectLimit(std::vector<std::uint16_t> ports, milliseconds limit)
    : state_(std::make_unique<State>())
{
    state_->before = connected_to(ports);
    state_->ports = std::move(ports);
    state_->limit = limit;
    state_->thread = std::thread([this] { state_->watch(); });
}

ConnectLimit::~ConnectLimit()
{
    {
        std::lock_guard const lock(state_->mutex);
        state_->over = true;
    }
    state_->returned.notify_all();
    state_->thread.join();
}

} // namespace platform
