#include "platform/network.h"

#include <arpa/inet.h>
#include <array>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace platform {

std::vector<Interface> interfaces()
{
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return {};
    std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> const all(first, &::freeifaddrs);
    std::vector<Interface> out;
    for (auto const* one = first; one; one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_INET) continue;
        if ((one->ifa_flags & IFF_UP) == 0) continue;
        auto const* in =
            reinterpret_cast<sockaddr_in const*>(one->ifa_addr); // NOLINT: as POSIX has it
        std::array<char, INET_ADDRSTRLEN> digits{};
        if (!::inet_ntop(AF_INET, &in->sin_addr, digits.data(), digits.size())) continue;
        out.push_back({interface_kind(one->ifa_name), one->ifa_name, digits.data()});
    }
    return ranked(std::move(out));
}

void give_up_after(std::intptr_t socket, std::chrono::seconds patience)
{
    auto const ms = static_cast<unsigned>(
        std::chrono::duration_cast<std::chrono::milliseconds>(patience).count());
    (void)::setsockopt(static_cast<int>(socket), IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
}

std::string host_name()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    std::string const whole = name.data();
    return whole.substr(0, whole.find('.'));
}

} // namespace platform
