#include "platform/network.h"

#include <doctest/doctest.h>

#include <algorithm>

using platform::Interface;

TEST_CASE("interfaces of containers and VPN are told from those that phones reach")
{
    for (char const* name : {"eth0", "enp3s0", "wlan0", "wlp2s0", "eno1"})
        CHECK(platform::interface_kind(name) == Interface::Kind::lan);
    for (char const* name :
         {"docker0", "podman0", "br-1f2e3d", "veth1a2b", "virbr0", "vboxnet0", "incusbr0", "tun0",
          "wg0", "wwan0", "vpn0", "cscotun0", "gpd0", "nordlynx", "proton0", "vEthernet (WSL)"})
        CHECK(platform::interface_kind(name) == Interface::Kind::virtual_link);
    CHECK(platform::interface_kind("lo") == Interface::Kind::loopback);
}

TEST_CASE("of the addresses of a machine the one that phones most likely reach is the first")
{
    using Kind = Interface::Kind;
    auto const all = platform::ranked({{Kind::virtual_link, "docker0", "172.17.0.1"},
                                       {Kind::loopback, "lo", "127.0.0.1"},
                                       {Kind::lan, "eth1", "169.254.7.7"},
                                       {Kind::lan, "eth0", "81.56.12.3"},
                                       {Kind::virtual_link, "tun0", "10.8.0.2"},
                                       {Kind::lan, "wlan0", "192.168.1.20"}});
    std::vector<std::string> names;
    for (auto const& one : all) names.push_back(one.name);
    CHECK(names == std::vector<std::string>{"wlan0", "eth0", "docker0", "tun0", "lo"});
}

TEST_CASE("the loopback interface comes after those of the network")
{
    auto const all = platform::interfaces();
    CHECK(std::ranges::is_sorted(all, {}, &Interface::kind));
    CHECK(std::ranges::any_of(all, [](auto const& one) { return one.address == "127.0.0.1"; }));
    CHECK_FALSE(platform::host_name().empty());
    CHECK(platform::host_name().find('.') == std::string::npos);
}
