#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

// The addresses of this machine.
namespace platform {

struct Interface {
    // lan: Ethernet or Wi-Fi. virtual_link: of containers, virtual machines and VPN, which phones
    // in the room do not reach.
    enum class Kind { lan, virtual_link, loopback } kind = Kind::lan;
    std::string name;    // "wlan0"
    std::string address; // IPv4, "192.168.1.20"
    friend bool operator==(Interface const&, Interface const&) = default;
};

// The interfaces that are up and have an IPv4 address, the most likely to be reached by phones
// first: by kind, private addresses (RFC 1918) before others, then in the order of the system.
// Link-local addresses (169.254.0.0/16) are left out.
std::vector<Interface> interfaces();

// By the name of the interface: "docker0", "tun0", "vEthernet (WSL)" are virtual.
Interface::Kind interface_kind(std::string const& name);

// In the order of interfaces(), without link-local addresses.
std::vector<Interface> ranked(std::vector<Interface> all);

// Ends a TCP connection whose other side has confirmed nothing for that long: a phone that lost the
// network says nothing, and the system would wait for a quarter of an hour. `socket`: as the system
// numbers it.
void give_up_after(std::intptr_t socket, std::chrono::seconds patience);

// The host name, without its domain; empty when unknown.
std::string host_name();

} // namespace platform
