#pragma once

#include "federation/certificate.h"
#include "platform/child.h"
#include "platform/file.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace federation {

// How this machine's server is reached.
struct Hosting {
    std::string address = "127.0.0.1"; // numeric; of this machine only until another is chosen
    std::uint16_t port = 4222;
    friend bool operator==(Hosting const&, Hosting const&) = default;
};

// The program `nats-server`, started for one session. Its store and settings are in a folder of
// their own, readable by their owner only; password and certificate are made at the first start and
// kept, so that invitations stay valid.
class Server {
public:
    struct Means {
        std::filesystem::path program; // nats-server, 2.10 or later
        std::filesystem::path folder;  // created if missing
    };
    // Starts it; its port must be free. One of that folder that an earlier end of this program left
    // running is taken over where it listens at the same address and port, else ended first.
    // `conflict` "shared.hosted": another program of this machine hosts the session;
    // "shared.still_runs" with the process that cannot be ended; `io` "shared.server_start"; errors
    // of the disk.
    static base::Result<std::unique_ptr<Server>> start(Means const& means, Hosting const& at);
    // Where the last start in that folder was to listen: invitations name it. None before the
    // first.
    static std::optional<Hosting> former(std::filesystem::path const& folder);
    ~Server(); // stops it, also one that was taken over
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    [[nodiscard]] std::string url(std::string const& address) const;
    struct Secrets {
        std::string password;        // of user "cadran"
        std::string reader_password; // of user "reader", who writes nothing
        Certificate certificate;
    };
    [[nodiscard]] Secrets const& secrets() const { return secrets_; }
    // Starts it again if it has ended by itself, at most every five seconds while that fails; also
    // one that stores nothing, once its disk has room: it does not recover by itself. Errors of
    // `start`.
    enum class Seems { well, to_store_nothing };
    base::Result<void> keep_running(Means const& means, Seems seems = Seems::well);

private:
    Server(Hosting at, Secrets secrets, std::filesystem::path folder, platform::File lock);
    base::Result<void> launch(Means const& means);
    bool runs();
    void end();

    Hosting at_;
    Secrets secrets_;
    std::filesystem::path folder_;
    platform::File lock_; // of the folder: one program hosts
    std::optional<platform::Child> child_;
    std::int64_t taken_over_ = 0; // the process that another program started; 0: none
    std::chrono::steady_clock::time_point launched_{}; // or tried to
    bool failed_ = false;                              // the last time
};

constexpr char const* server_user = "cadran";
constexpr char const* server_reader = "reader";

// The nats-server to start: beside this program, in ../libexec/cadran (a package), else in PATH;
// `not_found` "shared.no_server" when there is none. `invalid` "shared.old_server" with its version
// for one before 2.10: those confirm lines before they are on the disk, and cannot be told
// otherwise.
base::Result<std::filesystem::path> find_server();

// Whether "nats-server: v2.15.1" names a version from 2.10 on.
bool is_recent_server(std::string_view said);

} // namespace federation
