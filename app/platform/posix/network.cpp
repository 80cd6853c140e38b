#include "platform/network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <string_view>
#include <unistd.h>

namespace platform {
namespace {

bool is_private(std::string_view address)
{
    if (address.starts_with("10.") || address.starts_with("192.168.")) return true;
    if (!address.starts_with("172.")) return false;
    auto const second = address.substr(4, address.find('.', 4) - 4);
    return second.size() == 2 && second >= "16" && second <= "31";
}

} // namespace

Interface::Kind interface_kind(std::string const& name)
{
    // Of Docker, libvirt, VirtualBox, VMware, LXC, WireGuard, OpenVPN and ppp.
    constexpr std::array<std::string_view, 16> virtual_names{
        "docker", "br-", "veth", "virbr", "vboxnet", "vmnet",   "lxc",       "lxd",
        "tun",    "tap", "wg",   "ppp",   "cni",     "flannel", "tailscale", "zt"};
    if (name == "lo") return Interface::Kind::loopback;
    bool const is_virtual = std::ranges::any_of(
        virtual_names, [&](std::string_view start) { return name.starts_with(start); });
    return is_virtual ? Interface::Kind::virtual_link : Interface::Kind::lan;
}

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
        std::string const address = digits.data();
        if (address.starts_with("169.254.")) continue;
        out.push_back({interface_kind(one->ifa_name), one->ifa_name, address});
    }
    std::ranges::stable_sort(out, [](Interface const& a, Interface const& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        return is_private(a.address) && !is_private(b.address);
    });
    return out;
}

std::string host_name()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    std::string const whole = name.data();
    return whole.substr(0, whole.find('.'));
}

} // namespace platform
