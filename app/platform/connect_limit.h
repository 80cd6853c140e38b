#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace platform {

// Limits the time of a library's call that connects to a server, where the library's own limit does
// not hold: each time that `limit` has passed, the connections to one of these TCP ports
// that this process has opened since the object was made are shut down, so that the call sees a
// server that left. Connections of other threads to the same ports may be among them. POSIX only:
// no library needs it elsewhere.
class ConnectLimit {
public:
    ConnectLimit(std::vector<std::uint16_t> ports, std::chrono::milliseconds limit);
    ~ConnectLimit(); // the call has returned
    ConnectLimit(ConnectLimit const&) = delete;
    ConnectLimit& operator=(ConnectLimit const&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace platform
