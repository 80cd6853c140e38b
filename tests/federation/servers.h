#pragma once

#include "federation/link.h"
#include "federation/proxy.h"
#include "federation/server.h"
#include "platform/child.h"

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// Real programs nats-server, and what can go wrong with them and on the way to them.
namespace support {

// The program, beside the one that is tested.
std::filesystem::path server_program();
// Why no server can be started here; null when one can.
char const* why_no_server();
// Sends a signal to the server of a folder.
void signal_server(std::filesystem::path const& folder, int what);

// Starts the server of a folder by its settings, as a program that was killed leaves it running;
// its process.
std::int64_t leave_running(std::filesystem::path const& folder);

// Draws a number below another one.
using Below = std::function<std::uint64_t(std::uint64_t)>;

class Servers {
public:
    Servers() = default;
    Servers(Servers const&) = delete;
    Servers& operator=(Servers const&) = delete;
    virtual ~Servers() = default;
    // How a station reaches them; each has its own way.
    virtual federation::Link::Connect connect(int station, std::string const& session) = 0;
    // Something goes wrong, or right again.
    virtual void disturb(Below const& below) = 0;
    // Everything works from now on.
    virtual void heal() = 0;
    // Whether a store was put back to an earlier state.
    [[nodiscard]] virtual bool restored() const { return false; }
};

// One server with a proxy for each station: cuts, delays, lost answers, kill -9, pauses, a store
// from an older copy.
class SingleServer : public Servers {
public:
    enum class Store { kept, put_back };
    SingleServer(std::filesystem::path folder, int stations, Store store);
    ~SingleServer() override;
    federation::Link::Connect connect(int station, std::string const& session) override;
    void disturb(Below const& below) override;
    void heal() override;
    [[nodiscard]] bool restored() const override { return restored_; }

private:
    void start();
    void kill();
    void resume();
    void swap_store();

    std::filesystem::path folder_;
    Store store_;
    std::uint16_t port_;
    std::unique_ptr<federation::Server> server_; // null: killed
    federation::Server::Secrets secrets_;
    std::vector<std::unique_ptr<Proxy>> proxies_;
    bool paused_ = false, copied_ = false, restored_ = false;
};

// Three servers that keep each line three times, every way between two of them and to each of them
// through a proxy.
class Cluster : public Servers {
public:
    static constexpr int servers = 3;
    explicit Cluster(std::filesystem::path folder);
    ~Cluster() override;
    federation::Link::Connect connect(int station, std::string const& session) override;
    void disturb(Below const& below) override;
    void heal() override;

    void start(int server);
    void kill(int server);
    void pause(int server);
    void resume(int server);
    // Cuts a server off the others; the machines still reach it with `reached`.
    enum class Machines { reach_it, do_not };
    void isolate(int server, Machines machines);
    void join(int server);

private:
    struct One {
        std::uint16_t port = 0, route = 0;
        std::optional<platform::Child> child; // none: killed
        std::unique_ptr<Proxy> way;           // of the machines
        bool paused = false, apart = false;
    };
    [[nodiscard]] std::filesystem::path home(int server) const;

    std::filesystem::path folder_;
    std::array<One, servers> all_;
    std::array<std::array<std::unique_ptr<Proxy>, servers>, servers> routes_; // from, to
};

} // namespace support
