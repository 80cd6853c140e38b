#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

namespace support {

// A port of this machine that was free a moment ago.
std::uint16_t free_port();

// A TCP proxy on loopback that delays, loses what comes back, cuts and blocks.
class Proxy {
public:
    explicit Proxy(std::uint16_t to);
    ~Proxy();
    Proxy(Proxy const&) = delete;
    Proxy& operator=(Proxy const&) = delete;
    [[nodiscard]] std::uint16_t port() const;

    // What the server answers is thrown away from now on, until `cut`.
    void swallow_answers();
    // Each part arrives that much later, in both directions.
    void delay(std::chrono::milliseconds by);
    // Ends all connections; new ones work.
    void cut();
    // Ends all connections and takes none, until `open`.
    void block();
    void open();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace support
