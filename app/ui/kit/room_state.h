#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// The room for phones, as the interface sees it.
namespace ui {

// An address of this machine by which phones may join. this_machine: only programs on this machine
// reach it; virtual_link: of containers, virtual machines and VPN, which phones do not reach.
struct RoomAddress {
    enum class Kind { this_machine, network, virtual_link } kind = Kind::this_machine;
    std::string address; // IPv4, "192.168.1.20"
    std::string name;    // of the interface: "wlan0"
    friend bool operator==(RoomAddress const&, RoomAddress const&) = default;
};

struct RoomState {
    std::string address; // IPv4
    std::uint16_t port = 0;
    std::string code;            // six signs
    std::string url;             // with the code in its path: "http://192.168.1.20:8080/K7F4XP"
    bool local = false;          // only programs on this machine reach it
    std::size_t seats = 0;       // phones that joined
    std::size_t here = 0;        // of these, connected
    std::size_t hands = 0;       // raised hands
    std::int64_t opened_ms = 0;  // Unix time
    std::int64_t reached_ms = 0; // last connection from another machine, Unix time; 0: none yet
};

// The code in two groups of three, as it is read aloud.
inline std::string spaced_code(std::string const& code)
{
    return code.size() == 6 ? code.substr(0, 3) + ' ' + code.substr(3) : code;
}

} // namespace ui
