#include "platform/network.h"

#include <algorithm>
#include <array>
#include <string_view>

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
    // Of Docker, Podman, libvirt, VirtualBox, VMware, LXC, Incus, WireGuard, OpenVPN, ppp, mobile
    // networks and VPN services; of Hyper-V.
    constexpr std::array<std::string_view, 29> virtual_names{
        "docker",    "podman", "br-",       "veth",     "virbr",     "vboxnet", "vmnet", "lxc",
        "lxd",       "incus",  "tun",       "tap",      "utun",      "wg",      "ppp",   "wwan",
        "vpn",       "pvpn",   "proton",    "nordlynx", "cscotun",   "gpd",     "cni",   "flannel",
        "tailscale", "zt",     "vEthernet", "VMware",   "VirtualBox"};
    if (name == "lo" || name.starts_with("Loopback ")) return Interface::Kind::loopback;
    bool const is_virtual = std::ranges::any_of(
        virtual_names, [&](std::string_view start) { return name.starts_with(start); });
    return is_virtual ? Interface::Kind::virtual_link : Interface::Kind::lan;
}

std::vector<Interface> ranked(std::vector<Interface> all)
{
    std::erase_if(all, [](Interface const& one) { return one.address.starts_with("169.254."); });
    std::ranges::stable_sort(all, [](Interface const& a, Interface const& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        return is_private(a.address) && !is_private(b.address);
    });
    return all;
}

} // namespace platform
