#include "platform/network.h"

#include <doctest/doctest.h>

#include <algorithm>

using platform::Interface;

TEST_CASE("interfaces of containers and VPN are told from those that phones reach")
{
    for (char const* name : {"eth0", "enp3s0", "wlan0", "wlp2s0", "eno1"})
        CHECK(platform::interface_kind(name) == Interface::Kind::lan);
    for (char const* name :
         {"docker0", "br-1f2e3d", "veth1a2b", "virbr0", "vboxnet0", "tun0", "wg0"})
        CHECK(platform::interface_kind(name) == Interface::Kind::virtual_link);
    CHECK(platform::interface_kind("lo") == Interface::Kind::loopback);
}

TEST_CASE("the loopback interface comes after those of the network")
{
    auto const all = platform::interfaces();
    CHECK(std::ranges::is_sorted(all, {}, &Interface::kind));
    CHECK(std::ranges::any_of(all, [](auto const& one) { return one.address == "127.0.0.1"; }));
    CHECK_FALSE(platform::host_name().empty());
    CHECK(platform::host_name().find('.') == std::string::npos);
}
