#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

namespace support {

// A port of this machine that was free a moment ago; 0 when none is. Never the same twice in a row.
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
    // Bytes handed on so far: to the server, and back.
    struct Bytes {
        std::uint64_t out = 0, back = 0;
    };
    [[nodiscard]] Bytes bytes() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A server on loopback that greets each connection with one text and says nothing more.
class Greeter {
public:
    explicit Greeter(std::string greeting);
    ~Greeter();
    Greeter(Greeter const&) = delete;
    Greeter& operator=(Greeter const&) = delete;
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void serve(std::stop_token const& over) const;

    std::string greeting_;
    std::uint16_t port_ = 0;
    int listener_;
    std::jthread thread_;
};

} // namespace support
